import type { Clock } from './clock.ts';
import { ApiError } from './errors.ts';
import type { Lifecycle } from './lifecycle.ts';
import { currentAttempt } from './order.ts';
import type { Order, RelatedTransaction } from './order.ts';
import type { OrderStore } from './store.ts';

const DUPLICATE_REFUND_WINDOW_MS = 5 * 60_000;

export interface RefundRequest {
	/** Smallest currency unit. 0 refunds the remaining amount. */
	readonly amount: number;
	readonly currency: string | null;
	readonly description: string;
	readonly refundOrderId: string | null;
}

/** Refunds by the merchant and chargebacks by the customer's bank. */
export class Refunds {
	public constructor(
		private readonly clock: Clock,
		private readonly store: OrderStore,
		private readonly lifecycle: Lifecycle
	) {}

	/**
	 * @throws {ApiError} 1034 when the order or the amount cannot be refunded.
	 */
	public refund( order: Order, request: RefundRequest ): RelatedTransaction {
		const remaining = order.amount - order.amountRefunded;
		const amount = request.amount === 0 ? remaining : request.amount;
		const attempt = currentAttempt( order );
		if (
			attempt === null ||
			! [ 'completed', 'shipped', 'partial_refunded' ].includes(
				order.status
			) ||
			! Number.isInteger( amount ) ||
			amount < 1 ||
			amount > remaining ||
			( request.currency !== null &&
				request.currency !== order.currency ) ||
			this.isRepeated( order, amount )
		) {
			throw new ApiError( 1034 );
		}
		const refund = this.add( order, {
			type: 'refund',
			amount,
			description: request.description,
			orderId: request.refundOrderId ?? order.request.orderId,
		} );
		order.amountRefunded += amount;
		const status =
			order.amountRefunded === order.amount
				? 'refunded'
				: 'partial_refunded';
		this.lifecycle.setStatus( order, attempt, status, 'completed' );
		return refund;
	}

	public chargeback( order: Order ): void {
		const attempt = currentAttempt( order );
		if ( attempt === null || attempt.completed === null ) {
			throw new ApiError( 1034, 'the order is not paid' );
		}
		this.add( order, {
			type: 'chargeback',
			amount: order.amount - order.amountRefunded,
			description: 'Chargeback',
			orderId: order.request.orderId,
		} );
		this.lifecycle.setStatus( order, attempt, 'chargeback', 'void' );
	}

	private add(
		order: Order,
		values: Omit< RelatedTransaction, 'transactionId' | 'created' >
	): RelatedTransaction {
		const related: RelatedTransaction = {
			...values,
			transactionId: this.store.nextTransactionId(),
			created: this.clock.now(),
		};
		order.related.push( related );
		return related;
	}

	private isRepeated( order: Order, amount: number ): boolean {
		return order.related.some(
			( earlier ) =>
				earlier.type === 'refund' &&
				earlier.amount === amount &&
				this.clock.now() - earlier.created < DUPLICATE_REFUND_WINDOW_MS
		);
	}
}
