import { allRates, cartItems, cartMatches, itemRate } from './cart.ts';
import { findMethod } from './catalogue.ts';
import { childObject, childText } from './json.ts';
import type { JsonObject } from './json.ts';
import type { Check } from './validation.ts';

/** More than ten decimals indicate a price that was not rounded. */
const MAX_PRICE_DECIMALS = 10;

/** Checks of the cart, in the provider's order. */
export const cartChecks: readonly Check[] = [
	{
		code: 1025,
		paths: null,
		fails: ( { body } ) => new Set( itemCurrencies( body ) ).size > 1,
	},
	{
		code: 1026,
		paths: null,
		fails: ( { body, site } ) =>
			itemCurrencies( body ).some(
				( currency ) =>
					typeof currency === 'string' &&
					site.currencies.includes( currency ) &&
					currency !== body[ 'currency' ]
			),
	},
	{
		code: 1030,
		paths: null,
		fails: ( { body, site } ) =>
			itemCurrencies( body ).some(
				( currency ) =>
					typeof currency !== 'string' ||
					! site.currencies.includes( currency )
			),
	},
	{
		code: 1031,
		paths: /^shopping_cart\.items\.\d+\.unit_price$/,
		fails: ( { body } ) =>
			cartItems( body ).some( ( item ) => {
				const price = item[ 'unit_price' ];
				return (
					typeof price !== 'number' ||
					decimals( price ) > MAX_PRICE_DECIMALS
				);
			} ),
	},
	{
		code: 1028,
		paths: /^checkout_options\.tax_tables\..*rate$/,
		fails: ( { body } ) =>
			allRates( body ).some(
				( rate ) => typeof rate !== 'number' || rate < 0 || rate > 1
			) ||
			cartItems( body ).some(
				( item ) =>
					itemRate(
						body,
						childText( item, 'tax_table_selector' )
					) === null
			),
	},
	{
		code: 1027,
		paths: null,
		fails: ( { body } ) =>
			mustMatchAmount( body ) &&
			! cartMatches(
				body,
				Number( body[ 'amount' ] ),
				childText( body, 'currency' ) ?? ''
			),
	},
];

function mustMatchAmount( body: JsonObject ): boolean {
	const isRequested =
		childObject( body, 'checkout_options' )?.[ 'validate_cart' ] === true;
	const method = findMethod( childText( body, 'gateway' ) ?? '' );
	return isRequested || method?.bnpl === true;
}

function itemCurrencies( body: JsonObject ) {
	return cartItems( body ).flatMap( ( item ) =>
		'currency' in item ? [ item[ 'currency' ] ?? null ] : []
	);
}

function decimals( value: number ): number {
	const [ mantissa = '', exponent = '0' ] = String( value ).split( 'e' );
	const fraction = mantissa.split( '.' )[ 1 ] ?? '';
	return Math.max( 0, fraction.length - Number( exponent ) );
}
