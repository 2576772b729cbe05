import { randomInt } from 'node:crypto';
import type { Site } from './account.ts';
import { wasPaid } from './order.ts';
import type { CreateRequest, Order } from './order.ts';

const SESSION_ALPHABET =
	'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const SESSION_LENGTH = 35;

/** Stores orders by site and order ID, and by the session of their hosted page. */
export class OrderStore {
	private readonly sessions = new Map< string, Order >();
	private orders: Order[] = [];
	private transactions = 0;

	public create( site: Site, request: CreateRequest, now: number ): Order {
		const order: Order = {
			site,
			request,
			sessionId: newSessionId(),
			created: now,
			expiresAt: now + request.lifetimeSeconds * 1000,
			amount: request.amount,
			currency: request.currency,
			status: 'initialized',
			financialStatus: 'initialized',
			modified: now,
			session: 'open',
			openings: 0,
			attempts: [],
			related: [],
			amountRefunded: 0,
			invoiceId: null,
		};
		this.orders.push( order );
		this.sessions.set( order.sessionId, order );
		return order;
	}

	/**
	 * Returns all orders with this case-sensitive ID. There can be more than one only when unpaid duplicates are
	 * allowed.
	 */
	public findAll( siteId: number | null, orderId: string ): Order[] {
		return this.orders.filter(
			( order ) =>
				order.request.orderId === orderId &&
				( siteId === null || order.site.id === siteId )
		);
	}

	public find( siteId: number | null, orderId: string ): Order | null {
		const orders = this.findAll( siteId, orderId );
		return orders.find( wasPaid ) ?? orders.at( -1 ) ?? null;
	}

	public bySession( sessionId: string ): Order | null {
		return this.sessions.get( sessionId ) ?? null;
	}

	public all(): readonly Order[] {
		return this.orders;
	}

	/** Returns the next transaction ID. It has 16 digits and is a safe integer in JavaScript. */
	public nextTransactionId(): number {
		this.transactions += 1;
		return 1_750_000_000_000_000 + this.transactions;
	}

	public clear(): void {
		this.orders = [];
		this.sessions.clear();
	}
}

function newSessionId(): string {
	let id = '82';
	while ( id.length < SESSION_LENGTH ) {
		id += SESSION_ALPHABET.charAt( randomInt( SESSION_ALPHABET.length ) );
	}
	return id;
}
