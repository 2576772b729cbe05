import { cartItems, cartTotals, taxTables } from './cart.ts';
import { countryName, currencyDecimals, findMethod } from './catalogue.ts';
import { utcIso } from './clock.ts';
import { childList, childObject, childText, isJsonObject } from './json.ts';
import type { JsonObject, JsonValue } from './json.ts';
import { currentAttempt, wasPaid } from './order.ts';
import type { Attempt, Order } from './order.ts';
import type { Settings } from './settings.ts';

const IBAN = 'NL00TEST0000000001';

export interface ViewOptions {
	readonly timestamps: Settings[ 'timestamps' ];
	/** Notifications contain only the last characters of an IBAN. */
	readonly maskIban: boolean;
}

/** Returns the order in the provider's format. Before the first transaction it has no `order_id` and fewer fields. */
export function orderView( order: Order, options: ViewOptions ): JsonObject {
	const attempt = currentAttempt( order );
	const common: JsonObject = {
		amount: order.amount,
		amount_refunded: order.amountRefunded,
		currency: order.currency,
		transaction_id: attempt?.transactionId ?? null,
		status: order.status,
		financial_status: order.financialStatus,
		created: formatTimestamp( order.created, options ),
		modified: formatTimestamp( order.modified, options ),
		description: order.request.description,
		fastcheckout: 'NO',
		custom_info: customInfo( order.request.body ),
		customer: customerView( order ),
	};
	if ( attempt === null ) {
		return { ...common, payment_details: {}, payment_methods: [] };
	}
	return {
		...common,
		order_id: order.request.orderId,
		completed:
			attempt.completed === null
				? null
				: formatTimestamp( attempt.completed, options ),
		reason: attempt.reason,
		reason_code: null,
		items:
			cartItems( order.request.body ).length > 0
				? '<table></table>'
				: null,
		payment_details: paymentDetails( order, attempt, options ),
		payment_methods: [ paymentMethod( order, attempt ) ],
		costs: costs( order, attempt ),
		related_transactions: relatedView( order, options ),
		...cartView( order.request.body ),
		var1: readText( order.request.body, 'var1' ),
		var2: readText( order.request.body, 'var2' ),
		var3: readText( order.request.body, 'var3' ),
	};
}

/** Formats a timestamp like the provider: ISO 8601 in Dutch time, without a time zone. */
export function formatTimestamp(
	milliseconds: number,
	{ timestamps }: Pick< ViewOptions, 'timestamps' >
): string {
	if ( timestamps === 'offset' ) {
		return utcIso( milliseconds ).replace( 'Z', '+00:00' );
	}
	return new Intl.DateTimeFormat( 'sv-SE', {
		timeZone: timestamps === 'utc' ? 'UTC' : 'Europe/Amsterdam',
		dateStyle: 'short',
		timeStyle: 'medium',
	} )
		.format( milliseconds )
		.replace( ' ', 'T' );
}

function readText( parent: JsonObject | null, key: string ): string | null {
	return childText( parent, key );
}

function customInfo( body: JsonObject ): JsonObject {
	const info = childObject( body, 'custom_info' );
	return {
		custom_1: readText( info, 'custom_1' ),
		custom_2: readText( info, 'custom_2' ),
		custom_3: readText( info, 'custom_3' ),
	};
}

function customerView( order: Order ): JsonObject {
	const customer = childObject( order.request.body, 'customer' );
	const country = readText( customer, 'country' );
	const view: JsonObject = { locale: order.request.locale };
	for ( const key of [
		'first_name',
		'last_name',
		'company_name',
		'address1',
		'address2',
		'house_number',
		'zip_code',
		'city',
		'state',
		'email',
	] ) {
		view[ key ] = readText( customer, key );
	}
	return {
		...view,
		cocnumber: null,
		country,
		country_name: country === null ? null : countryName( country ),
		phone1: readText( customer, 'phone' ),
		phone2: '',
	};
}

function externalId( attempt: Attempt ): string {
	return `9${ String( attempt.transactionId ).slice( 1 ) }`;
}

function paymentDetails(
	order: Order,
	attempt: Attempt,
	options: ViewOptions
): JsonObject {
	return {
		type: attempt.gateway,
		account_holder_name: accountHolder( order ),
		account_iban: options.maskIban
			? IBAN.slice( -4 ).padStart( IBAN.length, '*' )
			: IBAN,
		account_id: null,
		account_bic: 'TESTNL00',
		external_transaction_id: externalId( attempt ),
		issuer_id: attempt.gateway === 'IDEAL' ? '3151' : null,
		recurring_id: null,
		recurring_flow: null,
		recurring_model: null,
		response_code: null,
	};
}

function paymentMethod( order: Order, attempt: Attempt ): JsonObject {
	return {
		type: attempt.gateway,
		payment_description:
			findMethod( attempt.gateway )?.name ?? attempt.gateway,
		amount: order.amount,
		currency: order.currency,
		description: order.request.description,
		status: attempt.status,
		external_transaction_id: externalId( attempt ),
		account_holder_name: accountHolder( order ),
	};
}

function accountHolder( order: Order ): string {
	const customer = childObject( order.request.body, 'customer' );
	const names = [
		readText( customer, 'first_name' ),
		readText( customer, 'last_name' ),
	].filter( ( name ) => name !== null );
	return names.length > 0 ? names.join( ' ' ) : 'T Tester';
}

/** Returns the fees. Their amounts are in euros, not in cents. */
function costs( order: Order, attempt: Attempt ): JsonValue {
	if ( ! wasPaid( order ) ) {
		return [];
	}
	const name = findMethod( attempt.gateway )?.name ?? attempt.gateway;
	return [
		{
			amount: 0.29,
			description: `0.29 For ${ name } Transactions`,
			transaction_id: attempt.transactionId,
			type: 'SYSTEM',
		},
	];
}

function relatedView( order: Order, options: ViewOptions ): JsonValue {
	if ( order.related.length === 0 ) {
		return null;
	}
	return order.related.map( ( related ) => ( {
		amount: related.amount,
		costs: [],
		created: formatTimestamp( related.created, options ),
		currency: order.currency,
		description: related.description,
		modified: formatTimestamp( related.created, options ),
		status: 'completed',
		transaction_id: related.transactionId,
		type: related.type,
		order_id: related.orderId,
		reference_transaction_id:
			currentAttempt( order )?.transactionId ?? null,
	} ) );
}

/** Returns the cart, tax tables and totals, or an empty object without a cart. */
function cartView( body: JsonObject ): JsonObject {
	const items = cartItems( body );
	const totals = cartTotals( body );
	if ( items.length === 0 || totals === null ) {
		return {};
	}
	const currency = childText( body, 'currency' );
	const tables = taxTables( body );
	return {
		shopping_cart: {
			items: items.map( ( item ) => ( {
				...item,
				unit_price: formatPrice( item[ 'unit_price' ] ?? 0 ),
				currency,
				cashback: '',
				image: '',
				product_url: '',
				options: [],
				weight: item[ 'weight' ] ?? { unit: null, value: null },
			} ) ),
		},
		checkout_options: {
			default: childObject( tables, 'default' ) ?? {},
			alternate: ( childList( tables, 'alternate' ) ?? [] ).filter(
				isJsonObject
			),
		},
		order_total: formatHundredths( totals.total ),
		order_adjustment: {
			total_adjustment: formatHundredths( totals.tax ),
			total_tax: formatHundredths( totals.tax ),
		},
	};
}

function formatPrice( price: JsonValue ): string {
	const text = String( price );
	return /^-?\d+(\.\d)?$/.test( text ) ? Number( text ).toFixed( 2 ) : text;
}

function formatHundredths( hundredths: bigint ): string {
	return ( Number( hundredths ) / 100 ).toFixed( 2 );
}

/** Formats an amount in the smallest currency unit for display, for example `EUR 60.50`. */
export function formatAmount( amount: number, currency: string ): string {
	const decimals = currencyDecimals( currency );
	return `${ currency } ${ ( amount / 10 ** decimals ).toFixed( decimals ) }`;
}
