<?php
/**
 * The order follows its links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\FollowedLinks;
use MultiSafepay\PaymentLinks\Application\Port\OrderLock;
use MultiSafepay\PaymentLinks\Application\Port\OrderPayments;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Application\Port\PaymentWatch;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;
use MultiSafepay\PaymentLinks\Domain\FollowedState;
use MultiSafepay\PaymentLinks\Domain\LinkAlarm;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\PaymentNews;

/**
 * Tells an order what became of its links. The link's row is written first and holds the truth; this brings the order up
 * to it, one process at a time, and then writes down how far it came. Whoever finds an order behind its link finishes
 * the work: a replay, a refresh, or the scheduled look that was asked for before the row changed.
 */
final class FollowPayment {

	private const SOON_SECONDS    = 120;
	private const MOST_SECONDS    = 21_600;
	private const GIVE_UP_SECONDS = 2_592_000;

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly PaymentLinkStore $store,
		private readonly FollowedLinks $followed,
		private readonly OrderPayments $orders,
		private readonly OrderLock $lock,
		private readonly PaymentWatch $watch,
		private readonly Clock $clock,
		private readonly SettlePayment $settle,
	) {}

	/**
	 * Has the link looked at a little later. To be called before its row changes.
	 */
	public function watch( PaymentLink $link ): void {
		$this->watch->watch( $link, self::SOON_SECONDS );
	}

	/**
	 * Brings the order up to the link and returns the link as it then is. Costs nothing when there is no news.
	 *
	 * @param PaymentLink $link The link.
	 * @param Money|null  $paid What the provider says was paid, for the note about a wrong amount.
	 * @throws StorageFailed When the order is locked for too long, or the shop could not take the payment.
	 */
	public function follow( PaymentLink $link, ?Money $paid = null ): PaymentLink {
		if ( ! FollowedState::is_behind( $link ) ) {
			return $link;
		}

		return $this->lock->during( $link->wc_order_id, fn (): PaymentLink => $this->bring_up( $link, $paid ) );
	}

	/**
	 * Finishes what a process that died left undone, later once more when it fails again; and looks whether the order
	 * still knows of the payment.
	 */
	public function catch_up( int $link_id ): void {
		$link = $this->store->find( $link_id );
		if ( null === $link ) {
			return;
		}
		if ( ! FollowedState::is_behind( $link ) ) {
			$this->restore( $link );

			return;
		}

		$age = $this->clock->now()->getTimestamp() - $link->changed_at->getTimestamp();
		if ( $age < self::GIVE_UP_SECONDS ) {
			$this->watch->watch( $link, min( self::MOST_SECONDS, max( self::SOON_SECONDS, $age ) ) );
		}
		$this->follow( $link );
	}

	/**
	 * Mends an order that forgot its payment.
	 */
	private function restore( PaymentLink $link ): void {
		if ( LinkStatus::Completed !== $link->status ) {
			return;
		}

		$this->lock->during(
			$link->wc_order_id,
			function () use ( $link ): void {
				$order = $this->order( $link );
				if ( null !== $order && $order->is_paid && $order->payment_mark === $link->payment_reference() ) {
					$this->orders->restore( $link );
				}
			}
		);
	}

	/**
	 * Does the work, inside the lock.
	 */
	private function bring_up( PaymentLink $link, ?Money $paid ): PaymentLink {
		$link = $this->store->find( $link->id ) ?? $link;
		if ( ! FollowedState::is_behind( $link ) ) {
			return $link;
		}

		$told  = FollowedState::told( $link );
		$order = $this->order( $link );
		$this->tell_alarm( $link, $told, $order, $paid );
		$link = $this->tell_status( $link, $told, $order );
		$this->followed->mark_followed( $link );

		return $this->store->find( $link->id ) ?? $link;
	}

	/**
	 * Tells of an alarm that the provider's answer raised. Alarms that come from the order are told where they are found.
	 */
	private function tell_alarm( PaymentLink $link, FollowedState $told, ?OrderSnapshot $order, ?Money $paid ): void {
		$news = $link->alarm === $told->alarm ? null : match ( $link->alarm ) {
			LinkAlarm::AmountMismatch   => PaymentNews::AmountMismatch,
			LinkAlarm::CurrencyMismatch => PaymentNews::CurrencyMismatch,
			LinkAlarm::SecondPayment    => PaymentNews::SecondPayment,
			default                     => null,
		};
		if ( null === $news ) {
			return;
		}

		if ( PaymentNews::SecondPayment !== $news && null !== $order ) {
			$this->orders->hold( $link );
		}
		$this->orders->tell( $link, $news, $paid );
	}

	/**
	 * Tells of a new state, and of money that went back.
	 */
	private function tell_status( PaymentLink $link, FollowedState $told, ?OrderSnapshot $order ): PaymentLink {
		$is_new = FollowedState::of( $link )->status !== $told->status;
		if ( $is_new && LinkStatus::Completed === $link->status && ! $told->was_paid() ) {
			return $this->settle->pay( $link, $order );
		}
		if ( $is_new && LinkStatus::PartiallyRefunded === $link->status && ! $told->was_paid() ) {
			$link = $this->settle->paid_in_part( $link, $order );
		}
		if ( $link->refunded > $told->refunded || ( $is_new && in_array( $link->status, [ LinkStatus::Refunded, LinkStatus::PartiallyRefunded ], true ) ) ) {
			$this->orders->tell( $link, PaymentNews::Refunded, 0 === $link->refunded ? null : new Money( $link->refunded, $link->details->amount->currency ) );
		}

		$news = $is_new ? $this->news( $link, $told ) : null;
		if ( PaymentNews::Uncleared === $news && null !== $order ) {
			$this->orders->hold( $link );
		}
		if ( null !== $news ) {
			$this->orders->tell( $link, $news );
		}

		return $link;
	}

	/**
	 * Returns what a new state means to the people who work on the order; null when it is told otherwise, or not at all.
	 */
	private function news( PaymentLink $link, FollowedState $told ): ?PaymentNews {
		return match ( true ) {
			LinkStatus::Chargeback === $link->status => PaymentNews::Chargeback,
			LinkStatus::Chargeback === $told->status => PaymentNews::ChargebackWon,
			LinkStatus::Uncleared === $link->status  => PaymentNews::Uncleared,
			LinkStatus::Uncleared === $told->status && ! $link->status->was_paid() => PaymentNews::HoldEnded,
			default => null,
		};
	}

	/**
	 * Returns the order, or null when it is gone.
	 */
	private function order( PaymentLink $link ): ?OrderSnapshot {
		try {
			return $this->orders->read( $link->wc_order_id );
		} catch ( OrderNotFound ) {
			return null;
		}
	}
}
