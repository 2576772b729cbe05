<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\OrderSyncState;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Payments\Domain\PaymentEvent;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * Applies a link's payment to its order. A payment of exactly the amount due completes the order; any other payment is
 * recorded and reported to staff. Runs under the order's lock.
 */
final class ApplyPayment {

	/**
	 * WooCommerce statuses that a payment does not change.
	 */
	private const CLOSED_STATUSES = [ 'cancelled', 'refunded' ];

	public function __construct(
		private readonly LinkStore $store,
		private readonly OrderPaymentUpdater $orders,
	) {}

	/**
	 * @param PaymentLink $link Completed; the provider reported the link's amount as paid.
	 * @param OrderSnapshot|null $order The current order; null when it is deleted or in the trash.
	 */
	public function pay( PaymentLink $link, ?OrderSnapshot $order ): PaymentLink {
		return match ( true ) {
			null === $order                                  => $this->alert(
				$link,
				PaymentAlert::OrderGone,
				LinkReason::OrderGone,
				PaymentEvent::OrderGone
			),
			// An earlier process was interrupted: the order is paid, but later steps may be missing.
			$this->has_paid( $link, $order )                 => $this->finish( $link ),
			in_array( $order->status, self::CLOSED_STATUSES, true ) => $this->alert(
				$link,
				PaymentAlert::OrderClosed,
				LinkReason::OrderClosed,
				PaymentEvent::OrderClosed
			),
			$order->is_paid                                  => $this->alert(
				$link,
				PaymentAlert::SecondPayment,
				LinkReason::SecondPayment,
				PaymentEvent::SecondPayment
			),
			default                                          => $this->pay_due( $link, $order ),
		};
	}

	private function finish( PaymentLink $link ): PaymentLink {
		$this->orders->finish( $link );

		return $link;
	}

	/**
	 * Handles a payment that was partly refunded before the shop recorded it: it no longer matches the amount due.
	 */
	public function partly_refunded( PaymentLink $link, ?OrderSnapshot $order ): PaymentLink {
		return null === $order || $this->has_paid( $link, $order )
			? $link
			: $this->mismatch( $link, PaymentAlert::AmountMismatch );
	}

	/**
	 * Compares the payment with the amount due.
	 */
	private function pay_due( PaymentLink $link, OrderSnapshot $order ): PaymentLink {
		$amount = $link->details->amount;
		if ( ! $amount->currency->equals( $order->currency ) ) {
			return $this->mismatch( $link, PaymentAlert::CurrencyMismatch );
		}

		$paid_before = $this->paid_before( $link, $order );
		$due         = $order->due_after( $paid_before );
		if ( null === $due ) {
			return $this->mismatch( $link, PaymentAlert::AmountMismatch );
		}
		if ( $amount->amount < $due->amount ) {
			$this->orders->notify( $link, PaymentEvent::PartlyPaid, $due->minus( $amount ) );

			return $link;
		}
		if ( $amount->amount > $due->amount ) {
			return 0 === $due->amount && $paid_before->amount > 0
				? $this->alert(
					$link,
					PaymentAlert::SecondPayment,
					LinkReason::SecondPayment,
					PaymentEvent::SecondPayment
				)
				: $this->mismatch( $link, PaymentAlert::AmountMismatch );
		}
		if ( ! $this->orders->complete( $link, 0 === $paid_before->amount ) ) {
			return $this->alert( $link, PaymentAlert::OrderClosed, LinkReason::OrderClosed, PaymentEvent::NotAccepted );
		}

		$this->orders->notify( $link, PaymentEvent::Paid );

		return $link;
	}

	/**
	 * Whether this link's payment completed the order.
	 */
	private function has_paid( PaymentLink $link, OrderSnapshot $order ): bool {
		return $order->is_paid && $order->transaction_id === $link->payment_reference();
	}

	/**
	 * Returns the sum of the payments through the order's other links that are already synchronised. Of two concurrent
	 * partial payments, the one processed last completes the order.
	 */
	private function paid_before( PaymentLink $link, OrderSnapshot $order ): Money {
		$total = 0;
		foreach ( $this->store->fresh_of_order( $order->id ) as $other ) {
			$is_counted = $other->id !== $link->id
				&& OrderSyncState::last_synced( $other )->was_paid()
				&& $other->pays( $order->currency, $link->environment );
			$total += $is_counted ? $other->details->amount->amount : 0;
		}

		return new Money( $total, $order->currency );
	}

	/**
	 * Puts the order on hold, because the payment does not match the amount due.
	 */
	private function mismatch( PaymentLink $link, PaymentAlert $alert ): PaymentLink {
		$this->orders->hold( $link );

		return $this->alert( $link, $alert, LinkReason::OrderMismatch, PaymentEvent::OrderMismatch );
	}

	/**
	 * Reports the payment to staff, in the panel and as an order note.
	 */
	private function alert(
		PaymentLink $link,
		PaymentAlert $alert,
		LinkReason $reason,
		PaymentEvent $event,
	): PaymentLink {
		$link = $this->store->raise_alert( $link, $alert, $reason );
		$this->orders->notify( $link, $event );

		return $link;
	}
}
