import { z } from 'zod';
import { paymentUrl } from './api-orders.ts';
import { utcIso } from './clock.ts';
import { NotPossible } from './lifecycle.ts';
import { currentAttempt, wasPaid } from './order.ts';
import type { Attempt, Order } from './order.ts';
import type { World } from './world.ts';

export const actionBodySchema = z.strictObject( {
	method: z.string().optional(),
	/** Smallest unit; for `pay` what the customer is charged instead, for `refund` the part that goes back. */
	amount: z.int().min( 0 ).optional(),
	currency: z.string().length( 3 ).optional(),
	reason: z.string().optional(),
	refund_order_id: z.string().optional(),
	/** Acts even where the link has ended or the order is paid: late money, a second payment. */
	force: z.boolean().optional(),
	/** False answers without waiting for the notifications. */
	wait: z.boolean().optional(),
} );

export type ActionBody = z.infer< typeof actionBodySchema >;

/** Everything known about an order, for tests. */
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
 * Does to an order what a customer, a bank or time would do.
 *
 * @throws {NotPossible} When the order's state does not allow it.
 */
export function act(
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
			const attempt = running( world, order, body );
			order.amount = body.amount ?? order.amount;
			order.currency = body.currency ?? order.currency;
			lifecycle.pay( order, attempt );
			return;
		}
		case 'decline':
			lifecycle.decline(
				order,
				running( world, order, body ),
				body.reason ?? 'Declined by the bank'
			);
			return;
		case 'cancel':
			lifecycle.turnBack( order, running( world, order, body ) );
			return;
		case 'hold':
			lifecycle.hold( order, running( world, order, body ) );
			return;
		case 'wait':
			lifecycle.payLater( order, running( world, order, body ) );
			return;
		case 'expire':
			lifecycle.linkEnds( order );
			return;
		case 'capture':
			lifecycle.pay( order, held( order ) );
			return;
		case 'refuse':
			lifecycle.decline(
				order,
				held( order ),
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
			throw new NotPossible( `There is no action ${ action }.` );
	}
}

/** The unfinished attempt, or a new one. */
function running( world: World, order: Order, body: ActionBody ): Attempt {
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

function held( order: Order ): Attempt {
	const attempt = currentAttempt( order );
	if ( attempt?.status !== 'uncleared' ) {
		throw new NotPossible( 'Nothing is on hold.' );
	}
	return attempt;
}
