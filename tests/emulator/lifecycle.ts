import { findMethod } from './catalogue.ts';
import type { Clock } from './clock.ts';
import { ApiError } from './errors.ts';
import type { Site } from './account.ts';
import type { Notifier } from './notifications.ts';
import { currentAttempt, wasPaid } from './order.ts';
import type {
	Attempt,
	CreateRequest,
	FinancialStatus,
	Order,
	OrderStatus,
} from './order.ts';
import type { Reminders } from './reminders.ts';
import type { Scheduler } from './scheduler.ts';
import type { SettingsHolder } from './settings.ts';
import type { OrderStore } from './store.ts';

const DEFAULT_METHOD = 'IDEAL';
const BANK_TRANSFER = 'BANKTRANS';
const BANK_TRANSFER_WAIT_MS = 120_000;
const UNCLEARED_EXPIRY_MS = 5 * 86_400_000;

/** An action that the order's state does not allow; for the hosted page and the control routes. */
export class NotPossible extends Error {}

/** Every change of an order's state, each with the notification it causes. */
export class Lifecycle {
	public constructor(
		private readonly clock: Clock,
		private readonly scheduler: Scheduler,
		private readonly store: OrderStore,
		private readonly notifier: Notifier,
		private readonly reminders: Reminders,
		private readonly settings: SettingsHolder
	) {}

	/**
	 * Stores a new order, or refuses an id that was used before.
	 */
	public create( site: Site, request: CreateRequest ): Order {
		const earlier = this.store.sharing( site.id, request.orderId );
		const strict = this.settings.current.uniqueness === 'strict';
		if ( strict ? earlier.length > 0 : earlier.some( wasPaid ) ) {
			throw new ApiError( 1006 );
		}
		const order = this.store.create( site, request, this.clock.now() );
		this.scheduler.schedule( order.expiresAt, () =>
			this.linkEnds( order )
		);
		this.reminders.watch( order );
		return order;
	}

	/** Whether the page still takes payments. */
	public isPayable( order: Order ): boolean {
		return (
			order.session === 'open' &&
			! wasPaid( order ) &&
			order.status !== 'uncleared'
		);
	}

	public isWornOut( order: Order ): boolean {
		return order.openings > this.settings.current.max_openings;
	}

	/**
	 * The customer chose a method: a transaction begins.
	 * `force`: Also where the link has ended or the order is paid, as a late bank transfer would.
	 */
	public start(
		order: Order,
		gateway: string | null,
		force = false
	): Attempt {
		if ( ! force && ! this.isPayable( order ) ) {
			throw new NotPossible( `The link is ${ this.stateOf( order ) }.` );
		}
		const now = this.clock.now();
		const attempt: Attempt = {
			transactionId: this.store.nextTransactionId(),
			gateway: gateway ?? order.request.gateway ?? DEFAULT_METHOD,
			created: now,
			status: 'initialized',
			financialStatus: 'initialized',
			modified: now,
			completed: null,
			reason: null,
		};
		const paid = wasPaid( order );
		order.attempts.push( attempt );
		this.scheduleAttemptExpiry( order, attempt );
		if ( ! paid ) {
			this.move( order, attempt, 'initialized', 'initialized' );
		}
		return attempt;
	}

	public pay( order: Order, attempt: Attempt ): void {
		const now = this.clock.now();
		attempt.completed = now;
		attempt.reason = 'SUCCESS';
		for ( const other of order.attempts ) {
			if ( other !== attempt && other.status === 'initialized' ) {
				other.status = 'expired';
				other.financialStatus = 'expired';
				other.modified = now;
			}
		}
		this.move( order, attempt, 'completed', 'completed' );
	}

	public decline( order: Order, attempt: Attempt, reason: string ): void {
		attempt.reason = reason;
		this.move( order, attempt, 'declined', 'declined' );
	}

	/** The customer turned back: the transaction is void, the link lives on. */
	public turnBack( order: Order, attempt: Attempt ): void {
		this.move( order, attempt, 'void', 'cancelled' );
	}

	public hold( order: Order, attempt: Attempt ): void {
		this.move( order, attempt, 'uncleared', 'uncleared' );
		this.scheduler.schedule( this.clock.now() + UNCLEARED_EXPIRY_MS, () => {
			if ( attempt.status === 'uncleared' ) {
				this.move( order, attempt, 'expired', 'expired' );
			}
		} );
	}

	/** A bank transfer on its way: completed two emulated minutes later. */
	public payLater( order: Order, attempt: Attempt ): void {
		this.scheduler.schedule(
			this.clock.now() + BANK_TRANSFER_WAIT_MS,
			() => {
				if ( attempt.status === 'initialized' ) {
					this.pay( order, attempt );
				}
			}
		);
	}

	/**
	 * Cancels at the merchant's wish.
	 * `endSession`: Whether the page dies too, and the reminders with it.
	 */
	public cancel( order: Order, endSession: boolean ): void {
		if ( wasPaid( order ) || order.status === 'uncleared' ) {
			throw new NotPossible( 'The order is paid.' );
		}
		const changed = order.status !== 'cancelled';
		if ( endSession ) {
			order.session = 'cancelled';
		}
		for ( const attempt of order.attempts ) {
			if ( attempt.status === 'initialized' ) {
				attempt.status = 'void';
				attempt.financialStatus = 'cancelled';
				attempt.modified = this.clock.now();
			}
		}
		if ( changed ) {
			this.setOrder( order, 'cancelled', 'cancelled' );
			this.notifier.notify( order, order.attempts.length === 0 );
		}
	}

	/** The link's time is over, by the clock or by a test. */
	public linkEnds( order: Order ): void {
		if ( order.session === 'open' ) {
			order.session = 'expired';
		}
		const attempt = currentAttempt( order );
		const waiting =
			attempt?.status === 'initialized' &&
			attempt.gateway === BANK_TRANSFER;
		if (
			wasPaid( order ) ||
			waiting ||
			order.status === 'uncleared' ||
			order.status === 'cancelled' ||
			order.status === 'expired'
		) {
			return;
		}
		if ( attempt?.status === 'initialized' ) {
			this.move( order, attempt, 'expired', 'expired' );
			return;
		}
		this.setOrder( order, 'expired', 'expired' );
		this.notifier.notify( order, attempt === null );
	}

	/** Sets attempt and order alike and tells the shop. */
	public move(
		order: Order,
		attempt: Attempt,
		status: OrderStatus,
		financialStatus: FinancialStatus
	): void {
		attempt.status = status;
		attempt.financialStatus = financialStatus;
		attempt.modified = this.clock.now();
		this.setOrder( order, status, financialStatus );
		this.notifier.notify( order );
	}

	public stateOf( order: Order ): string {
		if ( wasPaid( order ) ) {
			return 'already paid';
		}
		return order.session === 'open' ? order.status : order.session;
	}

	private setOrder(
		order: Order,
		status: OrderStatus,
		financialStatus: FinancialStatus
	): void {
		order.status = status;
		order.financialStatus = financialStatus;
		order.modified = this.clock.now();
	}

	private scheduleAttemptExpiry( order: Order, attempt: Attempt ): void {
		const seconds =
			findMethod( attempt.gateway )?.transactionSeconds ?? null;
		if ( seconds === null ) {
			return;
		}
		this.scheduler.schedule( attempt.created + seconds * 1000, () => {
			if ( attempt.status !== 'initialized' ) {
				return;
			}
			if ( wasPaid( order ) || currentAttempt( order ) !== attempt ) {
				attempt.status = 'expired';
				attempt.financialStatus = 'expired';
				return;
			}
			this.move( order, attempt, 'expired', 'expired' );
		} );
	}
}
