import type { Site } from './account.ts';
import { PAYMENT_METHODS } from './catalogue.ts';
import type { PaymentMethod } from './catalogue.ts';
import { ApiError, success } from './errors.ts';
import type { ApiAnswer } from './errors.ts';
import type { JsonObject } from './json.ts';
import { stamp } from './order-view.ts';
import type { World } from './world.ts';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/** `GET /me`: which account and site a key belongs to. */
export function readMe( world: World, site: Site ): ApiAnswer {
	return success( {
		account_id: world.account.id,
		role: 'admin',
		site_id: site.id,
	} );
}

/** `GET /gateways`. */
export function listGateways( site: Site ): ApiAnswer {
	return success(
		methodsOf( site ).map( ( { id, name } ) => ( {
			id,
			description: name,
		} ) )
	);
}

/** `GET /payment-methods` and `GET /payment-methods/{id}`. */
export function listPaymentMethods(
	site: Site,
	id: string | null,
	query = new URLSearchParams()
): ApiAnswer {
	const methods = methodsOf( site, query ).map(
		( method ): JsonObject => ( {
			id: method.id,
			name: method.name,
			type: 'payment-method',
			allowed_amount: { ...method.amount },
			allowed_countries: [],
			allowed_currencies: currenciesOf( site, method ),
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
	const found = methods.find( ( method ) => method[ 'id' ] === id );
	if ( found === undefined ) {
		throw new ApiError( 1023 );
	}
	return success( found );
}

/** The site's active methods that take the currency and amount of the query. */
function methodsOf(
	site: Site,
	query = new URLSearchParams()
): readonly PaymentMethod[] {
	const currency = query.get( 'currency' );
	const amount = Number( query.get( 'amount' ) ?? Number.NaN );
	return PAYMENT_METHODS.filter(
		( method ) =>
			( site.methods?.includes( method.id ) ?? true ) &&
			( currency === null ||
				currenciesOf( site, method ).includes( currency ) ) &&
			! ( amount < method.amount.min ) &&
			! ( amount > ( method.amount.max ?? Infinity ) )
	);
}

function currenciesOf( site: Site, method: PaymentMethod ): string[] {
	return site.currencies.filter(
		( currency ) => method.currencies?.includes( currency ) ?? true
	);
}

/** `GET /transactions`: attempts of this site, newest first. Unopened links have none. */
export function listTransactions(
	world: World,
	site: Site,
	query: URLSearchParams
): ApiAnswer {
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
					created: stamp( attempt.created, { timestamps } ),
					completed:
						attempt.completed === null
							? null
							: stamp( attempt.completed, { timestamps } ),
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
	const wanted = Number( text ?? DEFAULT_LIMIT );
	return Number.isInteger( wanted ) && wanted >= 1
		? Math.min( wanted, MAX_LIMIT )
		: DEFAULT_LIMIT;
}
