<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Balance;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\OrderSyncState;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Payments\Domain\PaymentDecision;
use MultiSafepay\PaymentLinks\Payments\Domain\PaymentEvent;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * Applies a link's payment to its order. The order is completed when nothing is due any more; a partial payment is
 * recorded; everything else raises an alert. Runs under the order's lock.
 */
final class ApplyPayment {

	public function __construct(
		private readonly LinkStore $store,
		private readonly OrderPaymentUpdater $orders,
	) {}

	/**
	 * @param PaymentLink $link Paid; the provider reported the link's amount as paid.
	 * @param OrderSnapshot|null $order The current order; null if it is deleted or in the trash.
	 * @param bool $is_in_trash Whether the missing order can be restored.
	 */
	public function pay( PaymentLink $link, ?OrderSnapshot $order, bool $is_in_trash ): PaymentLink {
		if ( null !== $order && $order->payment->is_paid_with( $link->payment_reference() ) ) {
			// An earlier process was interrupted: the order is paid, but later steps may be missing.
			$this->orders->finish( $link );

			return $link;
		}

		return $this->apply( $link, $this->decide( $link, $order, $is_in_trash ) );
	}

	/**
	 * Reconsiders a payment with an alert after its order has changed. The alert is removed last, so that a process
	 * that dies before leaves it.
	 */
	public function retry( PaymentLink $link, ?OrderSnapshot $order, bool $is_in_trash ): PaymentLink {
		if ( ! $link->status->is_received() || true !== $link->alert?->depends_on_order() ) {
			return $link;
		}

		if ( null !== $order && $order->payment->is_paid_with( $link->payment_reference() ) ) {
			$this->orders->finish( $link );
		} else {
			$decision = $this->decide( $link, $order, $is_in_trash );
			if ( null !== $decision->alert ) {
				return $this->store->raise_alert( $link, $decision->alert );
			}
			if ( ! $this->apply_event( $link, $decision ) ) {
				return $this->store->raise_alert( $link, PaymentAlert::OrderStatus );
			}
		}

		return $this->store->clear_alert( $link, LinkReason::AlertResolved, Actor::system() ) ?? $link;
	}

	private function apply( PaymentLink $link, PaymentDecision $decision ): PaymentLink {
		$alert = $decision->alert ?? ( $this->apply_event( $link, $decision ) ? null : PaymentAlert::OrderStatus );

		return null === $alert ? $link : $this->store->raise_alert( $link, $alert );
	}

	/**
	 * Returns false if WooCommerce does not accept the payment in the order's status.
	 */
	private function apply_event( PaymentLink $link, PaymentDecision $decision ): bool {
		if ( null === $decision->event ) {
			return true;
		}

		$is_applied = match ( $decision->event ) {
			PaymentEvent::Paid       => $this->orders->complete( $link ),
			PaymentEvent::Recorded   => $this->orders->record( $link ),
			PaymentEvent::PartlyPaid => $this->orders->record_part( $link ),
			default                  => true,
		};
		if ( $is_applied ) {
			$this->orders->notify( $link, $decision->event, $decision->remaining );
		}

		return $is_applied;
	}

	private function decide( PaymentLink $link, ?OrderSnapshot $order, bool $is_in_trash ): PaymentDecision {
		if ( null === $order ) {
			return PaymentDecision::alert( $is_in_trash ? PaymentAlert::OrderTrashed : PaymentAlert::OrderDeleted );
		}
		if ( 'cancelled' === $order->status || 'refunded' === $order->status ) {
			return PaymentDecision::alert(
				'cancelled' === $order->status ? PaymentAlert::OrderCancelled : PaymentAlert::OrderRefunded
			);
		}
		if ( ! $link->details->amount->currency->equals( $order->currency ) ) {
			return PaymentDecision::alert( PaymentAlert::OrderCurrency );
		}

		$balance = Balance::of( $order->payment, $this->other_payments( $link ), $link->environment );
		$paid    = $link->received( $order->currency, $link->environment );
		$excess  = $paid - $balance->due->amount;

		return match ( true ) {
			$excess > 0 && $excess <= $link->confirmed_excess() => PaymentDecision::event(
				$balance->due->amount > 0 ? PaymentEvent::Paid : PaymentEvent::PaidExtra
			),
			$balance->is_paid && $this->is_marked_as_paid( $order, $balance, $paid )
				=> PaymentDecision::event( PaymentEvent::Recorded ),
			$balance->is_paid, 0 === $balance->due->amount && $balance->received->amount > 0
				=> PaymentDecision::alert( PaymentAlert::SecondPayment ),
			$excess > 0 => PaymentDecision::alert( PaymentAlert::AmountAboveDue ),
			$excess < 0 => PaymentDecision::event( PaymentEvent::PartlyPaid, new Money( -$excess, $order->currency ) ),
			default     => PaymentDecision::event( PaymentEvent::Paid ),
		};
	}

	/**
	 * Whether staff marked the order as paid, so that this payment is the only one.
	 */
	private function is_marked_as_paid( OrderSnapshot $order, Balance $balance, int $paid ): bool {
		return '' === $order->payment->transaction_id
			&& 0 === $balance->received->amount
			&& $paid <= $order->payment->payable->amount;
	}

	/**
	 * Returns the order's other links whose payments are already synchronised. Of two concurrent partial payments, the
	 * one processed last completes the order.
	 *
	 * @return list<PaymentLink>
	 */
	private function other_payments( PaymentLink $link ): array {
		return array_values( array_filter(
			$this->store->fresh_of_order( $link->wc_order_id ),
			static fn ( PaymentLink $other ): bool => $other->id !== $link->id
				&& OrderSyncState::last_synced( $other )->was_paid()
		) );
	}
}
