<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\OrderSyncState;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Application\OrderLock;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Payments\Domain\PaymentEvent;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;

/**
 * Synchronises an order with its link's status under a per-order lock and records the synced state, so that replays
 * are no-ops. The link's row is written first and is the source of truth. An interrupted synchronisation is completed
 * by the next notification, by a refresh, or by the action that was scheduled before the row changed.
 */
final class SyncOrder {

	private const MIN_DELAY_SECONDS = 120;
	private const MAX_DELAY_SECONDS = 21_600;
	private const GIVE_UP_SECONDS   = 2_592_000;

	public function __construct(
		private readonly LinkStore $store,
		private readonly OrderPaymentUpdater $orders,
		private readonly OrderLock $lock,
		private readonly OrderSyncScheduler $scheduler,
		private readonly Clock $clock,
		private readonly ApplyPayment $payment,
	) {}

	/**
	 * Schedules a later synchronisation. Must be called before the link's row changes.
	 */
	public function schedule( PaymentLink $link ): void {
		$this->scheduler->schedule( $link, self::MIN_DELAY_SECONDS );
	}

	/**
	 * Synchronises the order and returns the updated link. Needs no query when the order is up to date.
	 *
	 * @param Money|null $paid The amount reported by the provider, for the note about an amount mismatch.
	 * @throws StorageFailed When the order stays locked for too long, or the payment could not be saved.
	 */
	public function sync( PaymentLink $link, ?Money $paid = null ): PaymentLink {
		if ( ! OrderSyncState::is_outdated( $link ) ) {
			return $link;
		}

		return $this->lock->during( $link->wc_order_id, fn (): PaymentLink => $this->sync_locked( $link, $paid ) );
	}

	/**
	 * Completes an interrupted synchronisation and schedules another attempt in case it fails. When the order is up to
	 * date, restores a paid status that another save has overwritten.
	 */
	public function resume( int $link_id ): void {
		$link = $this->store->find( $link_id );
		if ( null === $link ) {
			return;
		}
		if ( ! OrderSyncState::is_outdated( $link ) ) {
			$this->restore( $link );

			return;
		}

		$age = $this->clock->now()->getTimestamp() - $link->changed_at->getTimestamp();
		if ( $age < self::GIVE_UP_SECONDS ) {
			$this->scheduler->schedule(
				$link,
				min( self::MAX_DELAY_SECONDS, max( self::MIN_DELAY_SECONDS, $age ) )
			);
		}
		$this->sync( $link );
	}

	private function restore( PaymentLink $link ): void {
		if ( LinkStatus::Completed !== $link->status ) {
			return;
		}

		$this->lock->during(
			$link->wc_order_id,
			function () use ( $link ): void {
				$order = $this->order( $link );
				if ( null !== $order && $order->is_paid && $order->transaction_id === $link->payment_reference() ) {
					$this->orders->restore( $link );
				}
			}
		);
	}

	private function sync_locked( PaymentLink $link, ?Money $paid ): PaymentLink {
		$link = $this->store->find( $link->id ) ?? $link;
		if ( ! OrderSyncState::is_outdated( $link ) ) {
			return $link;
		}

		$last_synced = OrderSyncState::last_synced( $link );
		$order       = $this->order( $link );
		$this->notify_alert( $link, $last_synced, $order, $paid );
		$link = $this->apply_status( $link, $last_synced, $order );
		$this->store->mark_synced( $link );

		return $this->store->find( $link->id ) ?? $link;
	}

	/**
	 * Adds a note for an alert that the provider's response raised. ApplyPayment adds the notes for other alerts.
	 */
	private function notify_alert(
		PaymentLink $link,
		OrderSyncState $last_synced,
		?OrderSnapshot $order,
		?Money $paid,
	): void {
		$event = $link->alert === $last_synced->alert ? null : match ( $link->alert ) {
			PaymentAlert::AmountMismatch   => PaymentEvent::AmountMismatch,
			PaymentAlert::CurrencyMismatch => PaymentEvent::CurrencyMismatch,
			PaymentAlert::SecondPayment    => PaymentEvent::SecondPayment,
			default                     => null,
		};
		if ( null === $event ) {
			return;
		}

		if ( PaymentEvent::SecondPayment !== $event && null !== $order ) {
			$this->orders->hold( $link );
		}
		$this->orders->notify( $link, $event, $paid );
	}

	/**
	 * Applies a new status to the order and adds notes about it and about refunds.
	 */
	private function apply_status(
		PaymentLink $link,
		OrderSyncState $last_synced,
		?OrderSnapshot $order,
	): PaymentLink {
		$is_changed = OrderSyncState::current( $link )->status !== $last_synced->status;
		if ( $is_changed && LinkStatus::Completed === $link->status && ! $last_synced->was_paid() ) {
			return $this->payment->pay( $link, $order );
		}
		if ( $is_changed && LinkStatus::PartiallyRefunded === $link->status && ! $last_synced->was_paid() ) {
			$link = $this->payment->partly_refunded( $link, $order );
		}
		if (
			$link->refunded > $last_synced->refunded
			|| ( $is_changed && $link->status->was_refunded() )
		) {
			$this->orders->notify(
				$link,
				PaymentEvent::Refunded,
				0 === $link->refunded ? null : new Money( $link->refunded, $link->details->amount->currency )
			);
		}

		$event = $is_changed ? $this->event( $link, $last_synced ) : null;
		if ( PaymentEvent::Uncleared === $event && null !== $order ) {
			$this->orders->hold( $link );
		}
		if ( null !== $event ) {
			$this->orders->notify( $link, $event );
		}

		return $link;
	}

	/**
	 * Returns the event of a status change; null when the change needs no note or its note is added elsewhere.
	 */
	private function event( PaymentLink $link, OrderSyncState $last_synced ): ?PaymentEvent {
		return match ( true ) {
			LinkStatus::Chargeback === $link->status => PaymentEvent::Chargeback,
			LinkStatus::Chargeback === $last_synced->status => PaymentEvent::ChargebackWon,
			LinkStatus::Uncleared === $link->status  => PaymentEvent::Uncleared,
			LinkStatus::Uncleared === $last_synced->status && ! $link->status->was_paid() => PaymentEvent::HoldEnded,
			default => null,
		};
	}

	/**
	 * Returns the order, or null when it is deleted or in the trash.
	 */
	private function order( PaymentLink $link ): ?OrderSnapshot {
		try {
			return $this->orders->read( $link->wc_order_id );
		} catch ( OrderNotFound ) {
			return null;
		}
	}
}
