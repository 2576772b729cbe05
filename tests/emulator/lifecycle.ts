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
const BANK_TRANSFER_DELAY_MS = 120_000;
const UNCLEARED_EXPIRY_MS = 5 * 86_400_000;

/** The order's status does not allow an action. Thrown for the hosted page and the control routes. */
export class ActionNotAllowed extends Error {}

/** Changes the status of orders and sends the notifications. */
export class Lifecycle {
	public constructor(
		private readonly clock: Clock,
		private readonly scheduler: Scheduler,
		private readonly store: OrderStore,
		private readonly notifier: Notifier,
		private readonly reminders: Reminders,
		private readonly settings: SettingsHolder
	) {}

	/** Stores a new order. Throws when its ID is already used. */
	public create( site: Site, request: CreateRequest ): Order {
		const existing = this.store.findAll( site.id, request.orderId );
		const isStrict = this.settings.current.uniqueness === 'strict';
		if ( isStrict ? existing.length > 0 : existing.some( wasPaid ) ) {
			throw new ApiError( 1006 );
		}
		const order = this.store.create( site, request, this.clock.now() );
		this.scheduler.schedule( order.expiresAt, () =>
			this.expireLink( order )
		);
		this.reminders.scheduleFor( order );
		return order;
	}

	/** Whether the customer can pay on the hosted page. */
	public isPayable( order: Order ): boolean {
		return (
			order.session === 'open' &&
			! wasPaid( order ) &&
			order.status !== 'uncleared'
		);
	}

	public isOpenedTooOften( order: Order ): boolean {
		return order.openings > this.settings.current.max_openings;
	}

	/**
	 * Starts a transaction after the customer selected a method. `force` also starts one when the link has expired or
	 * the order is paid, as a late bank transfer does.
	 */
	public start(
		order: Order,
		gateway: string | null,
		force = false
	): Attempt {
		if ( ! force && ! this.isPayable( order ) ) {
			throw new ActionNotAllowed(
				`The link is ${ this.describeStatus( order ) }.`
			);
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
		const isPaid = wasPaid( order );
		order.attempts.push( attempt );
		this.scheduleAttemptExpiry( order, attempt );
		if ( ! isPaid ) {
			this.setStatus( order, attempt, 'initialized', 'initialized' );
		}
		return attempt;
	}

	public pay( order: Order, attempt: Attempt ): void {
		const now = this.clock.now();
		attempt.completed = now;
		attempt.reason = 'SUCCESS';
		for ( const openAttempt of order.attempts ) {
			if (
				openAttempt !== attempt &&
				openAttempt.status === 'initialized'
			) {
				openAttempt.status = 'expired';
				openAttempt.financialStatus = 'expired';
				openAttempt.modified = now;
			}
		}
		this.setStatus( order, attempt, 'completed', 'completed' );
	}

	public decline( order: Order, attempt: Attempt, reason: string ): void {
		attempt.reason = reason;
		this.setStatus( order, attempt, 'declined', 'declined' );
	}

	/** Cancels the transaction, but not the link, because the customer left the payment. */
	public cancelAttempt( order: Order, attempt: Attempt ): void {
		this.setStatus( order, attempt, 'void', 'cancelled' );
	}

	public hold( order: Order, attempt: Attempt ): void {
		this.setStatus( order, attempt, 'uncleared', 'uncleared' );
		this.scheduler.schedule( this.clock.now() + UNCLEARED_EXPIRY_MS, () => {
			if ( attempt.status === 'uncleared' ) {
				this.setStatus( order, attempt, 'expired', 'expired' );
			}
		} );
	}

	/** Completes a bank transfer after two minutes of emulated time. */
	public payWithDelay( order: Order, attempt: Attempt ): void {
		this.scheduler.schedule(
			this.clock.now() + BANK_TRANSFER_DELAY_MS,
			() => {
				if ( attempt.status === 'initialized' ) {
					this.pay( order, attempt );
				}
			}
		);
	}

	/** Cancels an order for the merchant. `endSession` also closes the page and stops the reminders. */
	public cancel( order: Order, endSession: boolean ): void {
		if ( wasPaid( order ) || order.status === 'uncleared' ) {
			throw new ActionNotAllowed( 'The order is paid.' );
		}
		const isChanged = order.status !== 'cancelled';
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
		if ( isChanged ) {
			this.setOrderStatus( order, 'cancelled', 'cancelled' );
			this.notifier.notify( order, order.attempts.length === 0 );
		}
	}

	/** Expires the link, because its lifetime ended or a test requested it. */
	public expireLink( order: Order ): void {
		if ( order.session === 'open' ) {
			order.session = 'expired';
		}
		const attempt = currentAttempt( order );
		const isWaiting =
			attempt?.status === 'initialized' &&
			attempt.gateway === BANK_TRANSFER;
		if (
			wasPaid( order ) ||
			isWaiting ||
			order.status === 'uncleared' ||
			order.status === 'cancelled' ||
			order.status === 'expired'
		) {
			return;
		}
		if ( attempt?.status === 'initialized' ) {
			this.setStatus( order, attempt, 'expired', 'expired' );
			return;
		}
		this.setOrderStatus( order, 'expired', 'expired' );
		this.notifier.notify( order, attempt === null );
	}

	/** Sets the status of the attempt and the order and notifies the shop. */
	public setStatus(
		order: Order,
		attempt: Attempt,
		status: OrderStatus,
		financialStatus: FinancialStatus
	): void {
		attempt.status = status;
		attempt.financialStatus = financialStatus;
		attempt.modified = this.clock.now();
		this.setOrderStatus( order, status, financialStatus );
		this.notifier.notify( order );
	}

	public describeStatus( order: Order ): string {
		if ( wasPaid( order ) ) {
			return 'already paid';
		}
		return order.session === 'open' ? order.status : order.session;
	}

	private setOrderStatus(
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
			this.setStatus( order, attempt, 'expired', 'expired' );
		} );
	}
}
