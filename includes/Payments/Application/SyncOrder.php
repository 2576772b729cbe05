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
	 * date, reconsiders an alert and restores a paid status that another save has overwritten.
	 */
	public function resume( int $link_id ): void {
		$link = $this->store->find( $link_id );
		if ( null === $link ) {
			return;
		}
		if ( ! OrderSyncState::is_outdated( $link ) ) {
			$this->restore( $this->retry_alert( $link ) );

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

	/**
	 * Reconsiders the alert of a link after its order has changed, and returns the updated link.
	 *
	 * @throws StorageFailed When the order stays locked for too long, or the payment could not be saved.
	 */
	public function retry_alert( PaymentLink $link ): PaymentLink {
		if ( true !== $link->alert?->depends_on_order() ) {
			return $link;
		}

		return $this->lock->during(
			$link->wc_order_id,
			function () use ( $link ): PaymentLink {
				$link                   = $this->store->find( $link->id ) ?? $link;
				[ $order, $is_in_trash ] = $this->order( $link );
				$last_alert             = $link->alert;
				$link                   = $this->payment->retry( $link, $order, $is_in_trash );

				return $link->alert === $last_alert ? $link : $this->finish( $link, $last_alert, null );
			}
		);
	}

	private function restore( PaymentLink $link ): void {
		if ( LinkStatus::Completed !== $link->status ) {
			return;
		}

		$this->lock->during(
			$link->wc_order_id,
			function () use ( $link ): void {
				[ $order ] = $this->order( $link );
				if ( true === $order?->payment->is_paid_with( $link->payment_reference() ) ) {
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

		return $this->finish( $this->apply_status( $link, $last_synced ), $last_synced->alert, $paid );
	}

	/**
	 * Reports a new alert and records the synchronised state.
	 *
	 * @param PaymentAlert|null $last_alert The alert that the order was last synchronised with.
	 */
	private function finish( PaymentLink $link, ?PaymentAlert $last_alert, ?Money $paid ): PaymentLink {
		if ( null !== $link->alert && $link->alert !== $last_alert ) {
			if ( $link->alert->holds_order() ) {
				$this->orders->hold( $link );
			}
			$this->orders->warn( $link, $paid );
		}
		$this->store->mark_synced( $link );

		return $this->store->find( $link->id ) ?? $link;
	}

	/**
	 * Applies a new status to the order and adds notes about it and about refunds.
	 */
	private function apply_status( PaymentLink $link, OrderSyncState $last_synced ): PaymentLink {
		$is_changed = OrderSyncState::current( $link )->status !== $last_synced->status;
		if ( $is_changed && $link->status->is_received() && ! $last_synced->was_paid() ) {
			$link = $this->payment->pay( $link, ...$this->order( $link ) );
		}
		if ( $link->refunded > $last_synced->refunded || ( $is_changed && $link->status->was_refunded() ) ) {
			$this->orders->notify(
				$link,
				PaymentEvent::Refunded,
				0 === $link->refunded ? null : new Money( $link->refunded, $link->details->amount->currency )
			);
		}

		$event = $is_changed ? self::event( $link, $last_synced ) : null;
		if ( PaymentEvent::Uncleared === $event ) {
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
	private static function event( PaymentLink $link, OrderSyncState $last_synced ): ?PaymentEvent {
		return match ( true ) {
			LinkStatus::Chargeback === $link->status => null,
			LinkStatus::Chargeback === $last_synced->status => PaymentEvent::ChargebackWon,
			LinkStatus::Uncleared === $link->status  => PaymentEvent::Uncleared,
			LinkStatus::Uncleared === $last_synced->status && ! $link->status->was_paid() => PaymentEvent::HoldEnded,
			default => null,
		};
	}

	/**
	 * Returns the order, or null when it is deleted or in the trash, and whether it is in the trash.
	 *
	 * @return array{OrderSnapshot|null, bool}
	 */
	private function order( PaymentLink $link ): array {
		try {
			return [ $this->orders->read( $link->wc_order_id ), false ];
		} catch ( OrderNotFound $failure ) {
			return [ null, $failure->is_in_trash ];
		}
	}
}
