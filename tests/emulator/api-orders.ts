import type { Site } from './account.ts';
import { ApiError, success } from './errors.ts';
import type { ApiResponse } from './errors.ts';
import { childText, isJsonObject } from './json.ts';
import type { JsonObject, JsonValue } from './json.ts';
import { ActionNotAllowed } from './lifecycle.ts';
import { orderView } from './order-view.ts';
import { currentAttempt, wasPaid } from './order.ts';
import type { Order } from './order.ts';
import type { SchemaViolation } from './schema.ts';
import { validateCreate, wholeNumber } from './validation.ts';
import type { World } from './world.ts';

const INVOICE_ID_MAX_LENGTH = 50;

export function paymentUrl( world: World, order: Order ): string {
	return `${ world.url }/connect/${ order.sessionId }/?lang=${ order.request.locale }`;
}

/** Handles `POST /orders`. */
export function createOrder(
	world: World,
	site: Site,
	body: JsonValue | undefined,
	violations: readonly SchemaViolation[]
): ApiResponse {
	const request = validateCreate(
		body,
		site,
		world.settings.current,
		violations
	);
	const order = world.lifecycle.create( site, request );
	return success( {
		order_id: request.orderId,
		payment_url: paymentUrl( world, order ),
		session_id: order.sessionId,
	} );
}

/** Handles `GET /orders/{id}`. */
export function readOrder( world: World, site: Site, id: string ): ApiResponse {
	const order = findOrder( world, site, id );
	const { unopened_link: unopened, timestamps } = world.settings.current;
	if ( currentAttempt( order ) === null && unopened === '404' ) {
		throw new ApiError( 1006 );
	}
	return success( orderView( order, { timestamps, maskIban: false } ) );
}

/** Handles `PATCH /orders/{id}`: cancels or ships an order, or sets its invoice ID. */
export function updateOrder(
	world: World,
	site: Site,
	id: string,
	body: JsonValue | undefined
): ApiResponse {
	const order = findOrder( world, site, id );
	if ( ! isJsonObject( body ) ) {
		throw new ApiError( 1016, 'the body is not a JSON object' );
	}
	const status = body[ 'status' ];
	if ( status === 'cancelled' ) {
		cancelOrder( world, order, isTruthy( body[ 'exclude_order' ] ) );
	} else if ( status === 'shipped' ) {
		shipOrder( world, order );
	} else if ( status !== undefined ) {
		throw new ApiError( 1016, 'status' );
	}
	setInvoice( order, body );
	return success( {} );
}

/** Handles `POST /orders/{id}/refunds`. */
export function refundOrder(
	world: World,
	site: Site,
	id: string,
	body: JsonValue | undefined
): ApiResponse {
	const order = findOrder( world, site, id );
	if ( ! isJsonObject( body ) ) {
		throw new ApiError( 1016, 'the body is not a JSON object' );
	}
	const amount = body[ 'amount' ] ?? 0;
	const refund = world.refunds.refund( order, {
		amount: amount === '' ? 0 : wholeNumber( amount ),
		currency: childText( body, 'currency' ),
		description: childText( body, 'description' ) ?? '',
		refundOrderId: childText( body, 'refund_order_id' ),
	} );
	return success( {
		order_id: refund.orderId,
		transaction_id: currentAttempt( order )?.transactionId ?? null,
		refund_id: refund.transactionId,
	} );
}

function findOrder( world: World, site: Site, id: string ): Order {
	const order = world.store.find( site.id, id );
	if ( order === null ) {
		throw new ApiError( 1006 );
	}
	return order;
}

function cancelOrder( world: World, order: Order, endSession: boolean ): void {
	try {
		world.lifecycle.cancel( order, endSession );
	} catch ( error ) {
		if ( ! ( error instanceof ActionNotAllowed ) ) {
			throw error;
		}
		switch ( world.settings.current.cancel_paid ) {
			case '404':
				throw new ApiError( 1006 );
			case '410':
				throw new ApiError( 1000, '', 410 );
			case 'ignore':
				break;
		}
	}
}

function shipOrder( world: World, order: Order ): void {
	const attempt = currentAttempt( order );
	if ( attempt === null || ! wasPaid( order ) ) {
		throw new ApiError( 1006 );
	}
	if ( order.status === 'completed' ) {
		world.lifecycle.setStatus( order, attempt, 'shipped', 'completed' );
	}
}

function setInvoice( order: Order, body: JsonObject ): void {
	const invoice = childText( body, 'invoice_id' );
	if ( invoice === null ) {
		return;
	}
	if ( invoice.length > INVOICE_ID_MAX_LENGTH ) {
		throw new ApiError( 1016, 'invoice_id' );
	}
	order.invoiceId = invoice;
}

function isTruthy( value: JsonValue | undefined ): boolean {
	return value === true || value === 1 || value === '1' || value === 'true';
}
