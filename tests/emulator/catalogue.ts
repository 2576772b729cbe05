/** Currencies, payment methods and their limits of the emulated account. */

const HOUR = 3600;
const DAY = 24 * HOUR;

export interface PaymentMethod {
	readonly id: string;
	readonly name: string;
	readonly bnpl: boolean;
	/** Lifetime of an unfinished transaction in seconds, or null when it does not expire. */
	readonly transactionSeconds: number | null;
	/** Accepted currencies, or null for all currencies of the site. */
	readonly currencies: readonly string[] | null;
	/** Accepted amounts in the smallest currency unit. */
	readonly amount: { readonly min: number; readonly max: number | null };
}

type Limits = Partial< Pick< PaymentMethod, 'currencies' | 'amount' > >;

const EURO: Limits = { currencies: [ 'EUR' ] };

function method(
	id: string,
	name: string,
	transactionSeconds: number | null = HOUR,
	bnpl = false,
	limits: Limits = {}
): PaymentMethod {
	return {
		id,
		name,
		bnpl,
		transactionSeconds,
		currencies: null,
		amount: { min: 0, max: null },
		...limits,
	};
}

export const PAYMENT_METHODS: readonly PaymentMethod[] = [
	method( 'IDEAL', 'iDEAL', HOUR, false, EURO ),
	method( 'VISA', 'Visa' ),
	method( 'MASTERCARD', 'Mastercard' ),
	method( 'AMEX', 'American Express' ),
	method( 'MAESTRO', 'Maestro' ),
	method( 'MISTERCASH', 'Bancontact', HOUR, false, EURO ),
	method( 'APPLEPAY', 'Apple Pay' ),
	method( 'GOOGLEPAY', 'Google Pay' ),
	method( 'PAYPAL', 'PayPal', 14 * DAY ),
	method( 'BANKTRANS', 'Bank transfer', 60 * DAY ),
	method( 'BELFIUS', 'Belfius', 5 * DAY, false, EURO ),
	method( 'KBC', 'KBC', 5 * DAY, false, EURO ),
	method( 'CBC', 'CBC', 5 * DAY, false, EURO ),
	method( 'TRUSTLY', 'Trustly', 2 * HOUR ),
	method( 'EPS', 'EPS', null, false, EURO ),
	method( 'DIRDEB', 'SEPA Direct Debit', null, false, EURO ),
	method( 'ALIPAY', 'Alipay', 5 * HOUR ),
	method( 'KLARNA', 'Klarna', DAY, true, {
		currencies: [ 'EUR', 'SEK', 'NOK', 'DKK' ],
		amount: { min: 100, max: 400_000 },
	} ),
	method( 'IN3', 'in3', 2 * HOUR, true, {
		...EURO,
		amount: { min: 10_000, max: 300_000 },
	} ),
	method( 'VVVGIFTCARD', 'VVV Cadeaukaart', null ),
];

/** Accepted for orders, but not listed by GET /gateways. */
const GENERIC_CARD = 'CREDITCARD';

export const CURRENCIES: readonly string[] = (
	'AED AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EUR GBP HKD HRK HUF ILS INR ISK JPY KRW ' +
	'MXN MYR NOK NZD PEN PHP PLN RON RUB SEK SGD THB TRY TWD UAH USD VEF ZAR'
).split( ' ' );

const ZERO_DECIMAL_CURRENCIES = [ 'CLP', 'ISK', 'JPY', 'KRW' ];

export function currencyDecimals( currency: string ): number {
	return ZERO_DECIMAL_CURRENCIES.includes( currency ) ? 0 : 2;
}

export function findMethod( id: string ): PaymentMethod | null {
	if ( id === GENERIC_CARD ) {
		return method( GENERIC_CARD, 'Credit card' );
	}
	return PAYMENT_METHODS.find( ( candidate ) => candidate.id === id ) ?? null;
}

/** Returns the English name of an ISO 3166-1 alpha-2 code, or null for an unknown code. */
export function countryName( code: string ): string | null {
	if ( ! /^[A-Z]{2}$/.test( code ) || code === 'ZZ' ) {
		return null;
	}
	const names = new Intl.DisplayNames( [ 'en' ], {
		type: 'region',
		fallback: 'none',
	} );
	return names.of( code ) ?? null;
}
