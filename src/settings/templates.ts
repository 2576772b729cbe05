const ORDER_NUMBER = '1042';

/** What the longest fixed part of an order ID template may be: the rest of the 50 characters is for the numbers. */
const MAX_FIXED_CHARACTERS = 24;

export const MAX_DESCRIPTION_BYTES = 200;

export type OrderIdTemplateProblem =
	| 'placeholders'
	| 'characters'
	| 'too_long'
	| 'adjacent';

export function orderIdExample( template: string ): string {
	return template
		.replaceAll( '{order_number}', ORDER_NUMBER )
		.replaceAll( '{n}', '1' );
}

/** The same rules as on the server, in the same order. */
export function orderIdTemplateProblem(
	template: string
): OrderIdTemplateProblem | null {
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
	if ( fixed.length > MAX_FIXED_CHARACTERS ) {
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

/** The first thing in braces that would be left standing in the description. */
export function unknownPlaceholder( template: string ): string | null {
	const rest = descriptionExample( template, '' );
	return /\{[^{}]*\}/.exec( rest )?.[ 0 ] ?? null;
}

/** A short name of letters, digits and hyphens that no other site has. */
export function siteId( label: string, taken: readonly string[] ): string {
	const slug =
		label
			.normalize( 'NFKD' )
			.replaceAll( /\p{M}+/gu, '' )
			.toLowerCase()
			.replaceAll( /[^a-z0-9]+/g, '-' )
			.slice( 0, 28 )
			.replaceAll( /^-+|-+$/g, '' ) || 'site';

	let id = slug;
	for ( let n = 2; taken.includes( id ); n++ ) {
		id = `${ slug }-${ n }`;
	}
	return id;
}
