import type { Clock } from './clock.ts';
import { ApiError } from './errors.ts';
import type { Lifecycle } from './lifecycle.ts';
import { currentAttempt } from './order.ts';
import type { Order, RelatedTransaction } from './order.ts';
import type { OrderStore } from './store.ts';

const SAME_AMOUNT_WINDOW_MS = 5 * 60_000;

export interface RefundWish {
	/** Smallest unit; 0 refunds everything that is left. */
	readonly amount: number;
	readonly currency: string | null;
	readonly description: string;
	readonly refundOrderId: string | null;
}

/** Money going back: refunds the merchant asks for, and chargebacks the customer's bank forces. */
export class Refunds {
	public constructor(
		private readonly clock: Clock,
		private readonly store: OrderStore,
		private readonly lifecycle: Lifecycle
	) {}

	/**
	 * @param  order
	 * @param  wish
	 * @throws {ApiError} 1034 when the order has nothing like that to give back.
	 */
	public refund( order: Order, wish: RefundWish ): RelatedTransaction {
		const left = order.amount - order.amountRefunded;
		const amount = wish.amount === 0 ? left : wish.amount;
		const attempt = currentAttempt( order );
		if (
			attempt === null ||
			! [ 'completed', 'shipped', 'partial_refunded' ].includes(
				order.status
			) ||
			! Number.isInteger( amount ) ||
			amount < 1 ||
			amount > left ||
			( wish.currency !== null && wish.currency !== order.currency ) ||
			this.isRepeated( order, amount )
		) {
			throw new ApiError( 1034 );
		}
		const refund = this.add( order, {
			type: 'refund',
			amount,
			description: wish.description,
			orderId: wish.refundOrderId ?? order.request.orderId,
		} );
		order.amountRefunded += amount;
		const status =
			order.amountRefunded === order.amount
				? 'refunded'
				: 'partial_refunded';
		this.lifecycle.move( order, attempt, status, 'completed' );
		return refund;
	}

	public chargeback( order: Order ): void {
		const attempt = currentAttempt( order );
		if ( attempt === null || attempt.completed === null ) {
			throw new ApiError( 1034, 'nothing was paid' );
		}
		this.add( order, {
			type: 'chargeback',
			amount: order.amount - order.amountRefunded,
			description: 'Chargeback',
			orderId: order.request.orderId,
		} );
		this.lifecycle.move( order, attempt, 'chargeback', 'void' );
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
				this.clock.now() - earlier.created < SAME_AMOUNT_WINDOW_MS
		);
	}
}
