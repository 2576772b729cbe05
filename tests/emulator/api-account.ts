import type { Site } from './account.ts';
import { PAYMENT_METHODS } from './catalogue.ts';
import type { PaymentMethod } from './catalogue.ts';
import { ApiError, success } from './errors.ts';
import type { ApiResponse } from './errors.ts';
import type { JsonObject } from './json.ts';
import { formatTimestamp } from './order-view.ts';
import type { World } from './world.ts';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/** Handles `GET /me`: returns the account and site of the key. */
export function readMe( world: World, site: Site ): ApiResponse {
	return success( {
		account_id: world.account.id,
		role: 'admin',
		site_id: site.id,
	} );
}

/** Handles `GET /gateways`. */
export function listGateways( site: Site ): ApiResponse {
	return success(
		availableMethods( site ).map( ( { id, name } ) => ( {
			id,
			description: name,
		} ) )
	);
}

/** Handles `GET /payment-methods` and `GET /payment-methods/{id}`. */
export function listPaymentMethods(
	site: Site,
	id: string | null,
	query = new URLSearchParams()
): ApiResponse {
	const methods = availableMethods( site, query ).map(
		( method ): JsonObject => ( {
			id: method.id,
			name: method.name,
			type: 'payment-method',
			allowed_amount: { ...method.amount },
			allowed_countries: [],
			allowed_currencies: acceptedCurrencies( site, method ),
			brands: [],
			icon_urls: {},
			required_customer_data: [],
			shopping_cart_required: method.bnpl,
			tokenization: { is_enabled: false, models: null },
			apps: {},
		} )
	);
	if ( id === null ) {
		return success( methods );
	}
	const paymentMethod = methods.find( ( method ) => method[ 'id' ] === id );
	if ( paymentMethod === undefined ) {
		throw new ApiError( 1023 );
	}
	return success( paymentMethod );
}

/** Returns the site's active methods that accept the currency and amount of the query. */
function availableMethods(
	site: Site,
	query = new URLSearchParams()
): readonly PaymentMethod[] {
	const currency = query.get( 'currency' );
	const amount = Number( query.get( 'amount' ) ?? Number.NaN );
	return PAYMENT_METHODS.filter(
		( method ) =>
			( site.methods?.includes( method.id ) ?? true ) &&
			( currency === null ||
				acceptedCurrencies( site, method ).includes( currency ) ) &&
			! ( amount < method.amount.min ) &&
			! ( amount > ( method.amount.max ?? Infinity ) )
	);
}

function acceptedCurrencies( site: Site, method: PaymentMethod ): string[] {
	return site.currencies.filter(
		( currency ) => method.currencies?.includes( currency ) ?? true
	);
}

/**
 * Handles `GET /transactions`: returns the payment attempts of the site, newest first. Unopened links have no attempts.
 */
export function listTransactions(
	world: World,
	site: Site,
	query: URLSearchParams
): ApiResponse {
	const { timestamps } = world.settings.current;
	const status = query.get( 'status' );
	const limit = clampLimit( query.get( 'limit' ) );
	const after = Number( query.get( 'after' ) ?? Number.POSITIVE_INFINITY );
	const all = world.store
		.all()
		.filter( ( order ) => order.site.id === site.id )
		.flatMap( ( order ) =>
			order.attempts.map(
				( attempt ): JsonObject & { transaction_id: number } => ( {
					transaction_id: attempt.transactionId,
					order_id: order.request.orderId,
					site_id: site.id,
					amount: order.amount,
					currency: order.currency,
					description: order.request.description,
					status: attempt.status,
					financial_status: attempt.financialStatus,
					payment_method: attempt.gateway,
					type: 'payment',
					debit_credit: 'C',
					created: formatTimestamp( attempt.created, { timestamps } ),
					completed:
						attempt.completed === null
							? null
							: formatTimestamp( attempt.completed, {
									timestamps,
							  } ),
				} )
			)
		)
		.filter(
			( row ) =>
				( status === null || row[ 'status' ] === status ) &&
				row.transaction_id < after
		)
		.sort( ( a, b ) => b.transaction_id - a.transaction_id );
	const page = all.slice( 0, limit );
	const last = page.at( -1 );
	return success( page, {
		pager: {
			after: last === undefined ? null : String( last.transaction_id ),
			before: null,
			limit,
		},
	} );
}

function clampLimit( text: string | null ): number {
	const requested = Number( text ?? DEFAULT_LIMIT );
	return Number.isInteger( requested ) && requested >= 1
		? Math.min( requested, MAX_LIMIT )
		: DEFAULT_LIMIT;
}
