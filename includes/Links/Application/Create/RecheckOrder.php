<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Create;

use MultiSafepay\PaymentLinks\Links\Application\Cancel\CancelInBackground;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderEnded;
use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Application\OrderEndReader;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * Ensures that a link does not outlive its order: the order may be cancelled, deleted or paid another way while
 * MultiSafepay does not respond, or before the same request is repeated.
 *
 * A link that was requested for an order that had ended already is intended.
 */
final class RecheckOrder {

	public function __construct(
		private readonly OrderReader $orders,
		private readonly OrderEndReader $ends,
		private readonly CheckAmount $amounts,
		private readonly LinkStore $store,
		private readonly CancelInBackground $cancellation,
	) {}

	/**
	 * Returns how the order had ended when the idempotency key was used first; null if it could be paid.
	 *
	 * @param PaymentLink|null $existing The link of the key.
	 * @throws OrderAlreadyPaid If the order was paid since and the amount is not confirmed.
	 * @throws OrderEnded If the order ended since.
	 */
	public function end_at_first_request(
		OrderSnapshot $order,
		?PaymentLink $existing,
		string $key,
		bool $is_amount_confirmed,
	): ?OrderEnd {
		if ( null !== $existing ) {
			return $existing->order_end;
		}

		$end   = $this->end_of( $order );
		$start = $end;
		// Newest first.
		foreach ( $this->store->of_order( $order->id ) as $link ) {
			$start = $link->request_key === $key ? $link->order_end : $start;
		}
		self::assert_open( $end, $start, $is_amount_confirmed );

		return $start;
	}

	/**
	 * Reads the order again and returns the link for it. Required before every reservation of a request but the first.
	 *
	 * @throws OrderNotFound
	 * @throws OrderAlreadyPaid
	 * @throws OrderEnded
	 * @throws InvalidValue If the amount does not match the order any more.
	 */
	public function before_reservation( NewLink $new_link ): NewLink {
		$order = $this->orders->reload( $new_link->order->id );
		self::assert_open(
			$this->end_of( $order ),
			$new_link->order_end,
			$new_link->is_amount_confirmed
		);

		$details = $new_link->is_amount_due
			? $new_link->details->with_amount( $this->amount_due( $new_link, $order ) )
			: $new_link->details;
		$balance = $this->amounts->check(
			$details->amount,
			null,
			$order,
			$new_link->site->environment,
			$new_link->is_amount_confirmed
		);

		return $new_link->again(
			$order,
			$details,
			LinkKind::of( $details->amount, $balance->due ),
			$balance->due,
			$new_link->typed_order_id,
			$new_link->order_end
		);
	}

	/**
	 * Cancels the link if its order has ended since it was requested. Returns the current link.
	 *
	 * @throws OrderEnded If the link was cancelled, or is going to be.
	 */
	public function after_activation( PaymentLink $link ): PaymentLink {
		$end = $this->ends->current( $link->wc_order_id );
		if ( null === $end || $end === $link->order_end ) {
			return $link;
		}

		$this->cancellation->cancel( $link, Actor::system(), LinkReason::for_order_end( $end ) );
		$current = $this->store->find( $link->id ) ?? $link;

		return $current->status->has_payment() ? $current : throw new OrderEnded( $end, $current );
	}

	/**
	 * @param OrderEnd|null $start How the order had ended when the link was requested.
	 * @throws OrderAlreadyPaid
	 * @throws OrderEnded
	 */
	private static function assert_open( ?OrderEnd $end, ?OrderEnd $start, bool $is_amount_confirmed ): void {
		if ( null !== $end && $end !== $start ) {
			// The confirmation was given for an order that was not paid.
			throw OrderEnd::Paid === $end && ! $is_amount_confirmed ? new OrderAlreadyPaid() : new OrderEnded( $end );
		}
	}

	/**
	 * An order whose payment is collected later has not ended, although it has a paid status.
	 */
	private function end_of( OrderSnapshot $order ): ?OrderEnd {
		$end = $this->ends->of_status( $order->status );

		return OrderEnd::Paid === $end && ! $order->payment->is_paid() ? null : $end;
	}

	/**
	 * @throws InvalidValue If nothing is due.
	 */
	private function amount_due( NewLink $new_link, OrderSnapshot $order ): Money {
		$due = $this->amounts->due( $order, $new_link->site->environment );
		if ( $due->amount < 1 ) {
			throw new InvalidValue(
				'amount',
				'amount_too_low',
				[
					'minimum'  => ( new Money( 1, $order->currency ) )->to_decimal(),
					'currency' => $order->currency->code,
				]
			);
		}

		// A deposit stays a part of the amount due.
		return LinkKind::Partial === $new_link->kind && $new_link->details->amount->amount < $due->amount
			? $new_link->details->amount
			: $due;
	}
}
