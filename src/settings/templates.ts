const ORDER_NUMBER = '1042';

export type OrderIdTemplateError =
	| 'placeholders'
	| 'characters'
	| 'too_long'
	| 'adjacent';

export function orderIdExample( template: string ): string {
	return template
		.replaceAll( '{order_number}', ORDER_NUMBER )
		.replaceAll( '{n}', '1' );
}

/** The rules are those of the server, in the same order. */
export function orderIdTemplateError(
	template: string,
	maxFixedCharacters: number
): OrderIdTemplateError | null {
	if (
		template.split( '{order_number}' ).length !== 2 ||
		template.split( '{n}' ).length !== 2
	) {
		return 'placeholders';
	}
	const fixed = template.replace( '{order_number}', '' ).replace( '{n}', '' );
	if ( ! /^[A-Za-z0-9._-]*$/.test( fixed ) ) {
		return 'characters';
	}
	if ( fixed.length > maxFixedCharacters ) {
		return 'too_long';
	}
	return template.includes( '}{' ) ? 'adjacent' : null;
}

export function descriptionExample(
	template: string,
	shopName: string
): string {
	return template
		.replaceAll( '{order_number}', ORDER_NUMBER )
		.replaceAll( '{shop_name}', shopName );
}

/** Returns the first placeholder that would not be replaced. */
export function unknownPlaceholder(
	template: string,
	placeholders: readonly string[]
): string | null {
	const rest = placeholders.reduce(
		( text, placeholder ) => text.replaceAll( placeholder, '' ),
		template
	);
	return /\{[^{}]*\}/.exec( rest )?.[ 0 ] ?? null;
}

/** Creates a unique id of letters, digits and hyphens from a label. */
export function siteId( label: string, usedIds: readonly string[] ): string {
	const slug =
		label
			.normalize( 'NFKD' )
			.replaceAll( /\p{M}+/gu, '' )
			.toLowerCase()
			.replaceAll( /[^a-z0-9]+/g, '-' )
			.slice( 0, 28 )
			.replaceAll( /^-+|-+$/g, '' ) || 'site';

	let id = slug;
	for ( let n = 2; usedIds.includes( id ); n++ ) {
		id = `${ slug }-${ n }`;
	}
	return id;
}
