import { z } from 'zod';
import { paymentUrl } from './api-orders.ts';
import { utcIso } from './clock.ts';
import { ActionNotAllowed } from './lifecycle.ts';
import { currentAttempt, wasPaid } from './order.ts';
import type { Attempt, Order } from './order.ts';
import type { World } from './world.ts';

export const actionBodySchema = z.strictObject( {
	method: z.string().optional(),
	/**
	 * Smallest currency unit. For `pay` the charged amount instead of the link's amount, for `refund` the refunded
	 * amount.
	 */
	amount: z.int().min( 0 ).optional(),
	currency: z.string().length( 3 ).optional(),
	reason: z.string().optional(),
	refund_order_id: z.string().optional(),
	/** Also allows the action when the link has expired or the order is paid: a late payment, a second payment. */
	force: z.boolean().optional(),
	/** With false, the response does not wait for the notifications. */
	wait: z.boolean().optional(),
} );

export type ActionBody = z.infer< typeof actionBodySchema >;

/** Returns all properties of an order for tests. */
export function describeOrder( world: World, order: Order ) {
	return {
		order_id: order.request.orderId,
		site_id: order.site.id,
		session_id: order.sessionId,
		payment_url: paymentUrl( world, order ),
		status: order.status,
		financial_status: order.financialStatus,
		session: order.session,
		openings: order.openings,
		amount: order.amount,
		currency: order.currency,
		amount_refunded: order.amountRefunded,
		invoice_id: order.invoiceId,
		created_at: utcIso( order.created ),
		expires_at: utcIso( order.expiresAt ),
		attempts: order.attempts.map( ( attempt ) => ( {
			transaction_id: attempt.transactionId,
			gateway: attempt.gateway,
			status: attempt.status,
			financial_status: attempt.financialStatus,
		} ) ),
		request: order.request.body,
	};
}

/**
 * Simulates an action of the customer, the bank or time.
 *
 * @throws {ActionNotAllowed} When the order's status does not allow it.
 */
export function simulateAction(
	world: World,
	order: Order,
	action: string,
	body: ActionBody
): void {
	const { lifecycle, refunds } = world;
	switch ( action ) {
		case 'start':
			lifecycle.start( order, body.method ?? null, body.force );
			return;
		case 'pay': {
			const attempt = ensureOpenAttempt( world, order, body );
			order.amount = body.amount ?? order.amount;
			order.currency = body.currency ?? order.currency;
			lifecycle.pay( order, attempt );
			return;
		}
		case 'decline':
			lifecycle.decline(
				order,
				ensureOpenAttempt( world, order, body ),
				body.reason ?? 'Declined by the bank'
			);
			return;
		case 'cancel':
			lifecycle.cancelAttempt(
				order,
				ensureOpenAttempt( world, order, body )
			);
			return;
		case 'hold':
			lifecycle.hold( order, ensureOpenAttempt( world, order, body ) );
			return;
		case 'wait':
			lifecycle.payWithDelay(
				order,
				ensureOpenAttempt( world, order, body )
			);
			return;
		case 'expire':
			lifecycle.expireLink( order );
			return;
		case 'capture':
			lifecycle.pay( order, requireHeldAttempt( order ) );
			return;
		case 'refuse':
			lifecycle.decline(
				order,
				requireHeldAttempt( order ),
				body.reason ?? 'Refused after review'
			);
			return;
		case 'refund':
			refunds.refund( order, {
				amount: body.amount ?? 0,
				currency: body.currency ?? null,
				description: body.reason ?? '',
				refundOrderId: body.refund_order_id ?? null,
			} );
			return;
		case 'chargeback':
			refunds.chargeback( order );
			return;
		default:
			throw new ActionNotAllowed( `Unknown action: ${ action }.` );
	}
}

/** Returns the unfinished attempt, or starts a new one. */
function ensureOpenAttempt(
	world: World,
	order: Order,
	body: ActionBody
): Attempt {
	const current = currentAttempt( order );
	if (
		current?.status === 'initialized' &&
		! wasPaid( order ) &&
		( body.method === undefined || body.method === current.gateway )
	) {
		return current;
	}
	return world.lifecycle.start( order, body.method ?? null, body.force );
}

function requireHeldAttempt( order: Order ): Attempt {
	const attempt = currentAttempt( order );
	if ( attempt?.status !== 'uncleared' ) {
		throw new ActionNotAllowed( 'The order has no attempt on hold.' );
	}
	return attempt;
}
