const KEY = 'multisafepay-payment-links-batches-closed';
const MAX_KEPT = 50;

/** Batches that somebody closed in this browser. */
export function dismissed(): readonly number[] {
	try {
		const stored: unknown = JSON.parse(
			window.localStorage.getItem( KEY ) ?? '[]'
		);
		// By hand: the page of links loads this later than its parser, and would have to bring that along.
		return Array.isArray( stored )
			? stored.filter( ( id ): id is number => typeof id === 'number' )
			: [];
	} catch {
		return [];
	}
}

/** Closes one more, and returns all of them. */
export function dismiss( id: number ): readonly number[] {
	const ids = [ id, ...dismissed() ].slice( 0, MAX_KEPT );
	try {
		window.localStorage.setItem( KEY, JSON.stringify( ids ) );
	} catch {
		// A browser that keeps nothing shows it again after a reload.
	}
	return ids;
}
