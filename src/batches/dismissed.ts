const STORAGE_KEY = 'multisafepay-payment-links-batches-closed';
const MAX_IDS = 50;

/** Returns the ids of batches that were closed in this browser. */
export function dismissed(): readonly number[] {
	try {
		const stored: unknown = JSON.parse(
			window.localStorage.getItem( STORAGE_KEY ) ?? '[]'
		);
		// Validated without zod, which would make this lazily loaded chunk larger.
		return Array.isArray( stored )
			? stored.filter( ( id ): id is number => typeof id === 'number' )
			: [];
	} catch {
		return [];
	}
}

/** Stores the id of a closed batch and returns all stored ids. */
export function dismiss( id: number ): readonly number[] {
	const ids = [ id, ...dismissed() ].slice( 0, MAX_IDS );
	try {
		window.localStorage.setItem( STORAGE_KEY, JSON.stringify( ids ) );
	} catch {
		// Without storage, the batch is shown again after a reload.
	}
	return ids;
}
