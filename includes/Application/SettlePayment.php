<?php
/**
 * A payment meets its order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\FollowedLinks;
use MultiSafepay\PaymentLinks\Application\Port\OrderPayments;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Domain\FollowedState;
use MultiSafepay\PaymentLinks\Domain\LinkAlarm;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\PaymentNews;

/**
 * Decides what a link's payment does to its order: exactly what is owed pays it; anything else is kept and shown, and a
 * person decides. Runs inside the order's lock.
 */
final class SettlePayment {

	/**
	 * States of WooCommerce that a payment does not undo.
	 */
	private const CLOSED = [ 'cancelled', 'refunded' ];

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly PaymentLinkStore $store,
		private readonly FollowedLinks $followed,
		private readonly OrderPayments $orders,
	) {}

	/**
	 * Takes the payment of a completed link over into its order, and returns the link as it then is.
	 *
	 * @param PaymentLink        $link  Completed, and its amount is what the provider says was paid.
	 * @param OrderSnapshot|null $order As it is now; null when it is gone.
	 */
	public function pay( PaymentLink $link, ?OrderSnapshot $order ): PaymentLink {
		return match ( true ) {
			null === $order                                  => $this->alarm( $link, LinkAlarm::OrderGone, LinkReason::OrderGone, PaymentNews::OrderGone ),
			// A process died in the middle of this: the order has the money, what belongs to it may be missing.
			$this->has_paid( $link, $order )                 => $this->finish( $link ),
			in_array( $order->status, self::CLOSED, true )   => $this->alarm( $link, LinkAlarm::OrderClosed, LinkReason::OrderClosed, PaymentNews::OrderClosed ),
			$order->is_paid                                  => $this->alarm( $link, LinkAlarm::SecondPayment, LinkReason::SecondPayment, PaymentNews::SecondPayment ),
			default                                          => $this->pay_debt( $link, $order ),
		};
	}

	/**
	 * Does what a process that died has left undone of a payment.
	 */
	private function finish( PaymentLink $link ): PaymentLink {
		$this->orders->finish( $link );

		return $link;
	}

	/**
	 * Shows a payment of which a part had gone back before the shop heard of it: it is not what the order owed.
	 */
	public function paid_in_part( PaymentLink $link, ?OrderSnapshot $order ): PaymentLink {
		return null === $order || $this->has_paid( $link, $order ) ? $link : $this->mismatch( $link, LinkAlarm::AmountMismatch );
	}

	/**
	 * Holds the payment against what is owed.
	 */
	private function pay_debt( PaymentLink $link, OrderSnapshot $order ): PaymentLink {
		$amount = $link->details->amount;
		if ( ! $amount->currency->equals( $order->currency ) ) {
			return $this->mismatch( $link, LinkAlarm::CurrencyMismatch );
		}

		$before = $this->paid_before( $link, $order );
		$owed   = $order->owed( $before );
		if ( null === $owed ) {
			return $this->mismatch( $link, LinkAlarm::AmountMismatch );
		}
		if ( $amount->amount < $owed->amount ) {
			$this->orders->tell( $link, PaymentNews::PartlyPaid, $owed->minus( $amount ) );

			return $link;
		}
		if ( $amount->amount > $owed->amount ) {
			return 0 === $owed->amount && $before->amount > 0
				? $this->alarm( $link, LinkAlarm::SecondPayment, LinkReason::SecondPayment, PaymentNews::SecondPayment )
				: $this->mismatch( $link, LinkAlarm::AmountMismatch );
		}
		if ( ! $this->orders->complete( $link, 0 === $before->amount ) ) {
			return $this->alarm( $link, LinkAlarm::OrderClosed, LinkReason::OrderClosed, PaymentNews::NotTaken );
		}

		$this->orders->tell( $link, PaymentNews::Paid );

		return $link;
	}

	/**
	 * Tells whether it is this payment that paid the order.
	 */
	private function has_paid( PaymentLink $link, OrderSnapshot $order ): bool {
		return $order->is_paid && $order->payment_mark === $link->payment_reference();
	}

	/**
	 * Returns what the order got through its other links, as far as it has been told: of two payments at the same moment
	 * the second one to get here completes the order.
	 */
	private function paid_before( PaymentLink $link, OrderSnapshot $order ): Money {
		$total = 0;
		foreach ( $this->followed->fresh_of_order( $order->id ) as $other ) {
			$counts = $other->id !== $link->id && FollowedState::told( $other )->was_paid() && $other->pays( $order->currency, $link->environment );
			$total += $counts ? $other->details->amount->amount : 0;
		}

		return new Money( $total, $order->currency );
	}

	/**
	 * Keeps an order back that was paid otherwise than it owed.
	 */
	private function mismatch( PaymentLink $link, LinkAlarm $alarm ): PaymentLink {
		$this->orders->hold( $link );

		return $this->alarm( $link, $alarm, LinkReason::OrderMismatch, PaymentNews::OrderMismatch );
	}

	/**
	 * Shows the link to a person, in the panel and on the order.
	 */
	private function alarm( PaymentLink $link, LinkAlarm $alarm, LinkReason $reason, PaymentNews $news ): PaymentLink {
		$link = $this->store->raise_alarm( $link, $alarm, $reason );
		$this->orders->tell( $link, $news );

		return $link;
	}
}
