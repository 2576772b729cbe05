import { currencyDecimals } from './catalogue.ts';
import { Decimal } from './decimal.ts';
import { childList, childObject, childText, isJsonObject } from './json.ts';
import type { JsonObject, JsonValue } from './json.ts';

/** Amounts as integers in hundredths: 6050n is 60.50. */
export interface CartTotals {
	readonly items: bigint;
	readonly tax: bigint;
	readonly total: bigint;
}

export function cartItems( body: JsonObject ): JsonObject[] {
	const items = childList( childObject( body, 'shopping_cart' ), 'items' );
	return ( items ?? [] ).filter( isJsonObject );
}

export function taxTables( body: JsonObject ): JsonObject | null {
	return childObject( childObject( body, 'checkout_options' ), 'tax_tables' );
}

/**
 * Sums a cart like the provider: the items without tax and the taxes are rounded separately, then added. Returns null
 * when a price, quantity or rate is not a number.
 */
export function cartTotals( body: JsonObject ): CartTotals | null {
	const lines = cartItems( body ).map( ( item ) => lineTotals( body, item ) );
	let items = Decimal.zero();
	let tax = Decimal.zero();
	for ( const line of lines ) {
		items = items.plus( line?.net ?? Decimal.zero() );
		tax = tax.plus( line?.tax ?? Decimal.zero() );
	}
	if ( lines.includes( null ) ) {
		return null;
	}
	const itemsTotal = items.rounded( 2 );
	const taxTotal = tax.rounded( 2 );
	return {
		items: itemsTotal,
		tax: taxTotal,
		total: itemsTotal + taxTotal,
	};
}

function lineTotals(
	body: JsonObject,
	item: JsonObject
): { net: Decimal; tax: Decimal } | null {
	const price = item[ 'unit_price' ];
	const quantity = item[ 'quantity' ] ?? 1;
	const rate = itemRate( body, childText( item, 'tax_table_selector' ) );
	if (
		typeof price !== 'number' ||
		typeof quantity !== 'number' ||
		rate === null
	) {
		return null;
	}
	const net = Decimal.of( price ).times( Decimal.of( quantity ) );
	return { net, tax: net.times( Decimal.of( rate ) ) };
}

/** Whether the cart's total equals the order's amount in the smallest currency unit. */
export function cartMatches(
	body: JsonObject,
	amount: number,
	currency: string
): boolean {
	const totals = cartTotals( body );
	const hundredths =
		BigInt( amount ) * 10n ** BigInt( 2 - currencyDecimals( currency ) );
	return totals !== null && totals.total === hundredths;
}

/** Returns the rate of an item's tax table, or null for an unknown table or an invalid rate. */
export function itemRate(
	body: JsonObject,
	selector: string | null
): number | null {
	const tables = taxTables( body );
	if ( selector === null || selector === '' ) {
		return validRate( childObject( tables, 'default' )?.[ 'rate' ] ?? 0 );
	}
	const table = ( childList( tables, 'alternate' ) ?? [] )
		.filter( isJsonObject )
		.find( ( candidate ) => candidate[ 'name' ] === selector );
	const rule = ( childList( table ?? null, 'rules' ) ?? [] )[ 0 ];
	return isJsonObject( rule ) ? validRate( rule[ 'rate' ] ?? null ) : null;
}

/** Returns all rates of the tax tables, as sent. */
export function allRates( body: JsonObject ): JsonValue[] {
	const tables = taxTables( body );
	const rates: JsonValue[] = [];
	const standard = childObject( tables, 'default' );
	if ( standard !== null && 'rate' in standard ) {
		rates.push( standard[ 'rate' ] ?? null );
	}
	for ( const table of childList( tables, 'alternate' ) ?? [] ) {
		const rules = isJsonObject( table )
			? childList( table, 'rules' )
			: null;
		for ( const rule of rules ?? [] ) {
			rates.push( isJsonObject( rule ) ? rule[ 'rate' ] ?? null : null );
		}
	}
	return rates;
}

function validRate( value: JsonValue ): number | null {
	return typeof value === 'number' && value >= 0 && value <= 1 ? value : null;
}
