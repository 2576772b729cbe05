import type { Site } from './account.ts';
import type { JsonObject } from './json.ts';

export type OrderStatus =
	| 'initialized'
	| 'completed'
	| 'uncleared'
	| 'shipped'
	| 'declined'
	| 'void'
	| 'cancelled'
	| 'expired'
	| 'refunded'
	| 'partial_refunded'
	| 'chargeback';

export type FinancialStatus =
	| 'initialized'
	| 'completed'
	| 'uncleared'
	| 'declined'
	| 'void'
	| 'cancelled'
	| 'expired'
	| 'refunded'
	| 'partial_refunded';

/** A payment attempt of the customer: a transaction with the provider's ID. */
export interface Attempt {
	readonly transactionId: number;
	readonly gateway: string;
	readonly created: number;
	status: OrderStatus;
	financialStatus: FinancialStatus;
	modified: number;
	completed: number | null;
	reason: string | null;
}

export interface RelatedTransaction {
	readonly transactionId: number;
	readonly type: 'refund' | 'chargeback';
	readonly amount: number;
	readonly created: number;
	readonly description: string;
	readonly orderId: string;
}

/** A create request that passed validation. */
export interface CreateRequest {
	readonly body: JsonObject;
	readonly orderId: string;
	readonly currency: string;
	/** In the smallest currency unit. */
	readonly amount: number;
	readonly description: string;
	readonly gateway: string | null;
	readonly locale: string;
	readonly lifetimeSeconds: number;
}

export interface Order {
	readonly site: Site;
	readonly request: CreateRequest;
	readonly sessionId: string;
	readonly created: number;
	readonly expiresAt: number;
	/** The charged amount. It differs from the requested amount only when a test changes it. */
	amount: number;
	currency: string;
	status: OrderStatus;
	financialStatus: FinancialStatus;
	modified: number;
	session: 'open' | 'cancelled' | 'expired';
	openings: number;
	attempts: Attempt[];
	related: RelatedTransaction[];
	amountRefunded: number;
	invoiceId: string | null;
}

const PAID_STATUSES: readonly OrderStatus[] = [
	'completed',
	'shipped',
	'refunded',
	'partial_refunded',
	'chargeback',
];

/** Whether the order was paid, also when it was refunded later. */
export function wasPaid( order: Order ): boolean {
	return PAID_STATUSES.includes( order.status );
}

/** Returns the attempt that determines the order's status: the paid attempt, otherwise the last one. */
export function currentAttempt( order: Order ): Attempt | null {
	const paid = order.attempts.filter( ( attempt ) =>
		PAID_STATUSES.includes( attempt.status )
	);
	return paid.at( -1 ) ?? order.attempts.at( -1 ) ?? null;
}
