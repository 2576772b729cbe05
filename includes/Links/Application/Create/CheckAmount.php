<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Create;

use MultiSafepay\PaymentLinks\Links\Application\OrderLinkFacts;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * Compares the amount of a new link with the amount due of its order.
 */
final class CheckAmount {

	public function __construct( private readonly OrderLinkFacts $facts ) {}

	/**
	 * @param bool $is_confirmed Whether the amount may exceed the amount due.
	 * @throws OrderAlreadyPaid
	 * @throws InvalidValue If the amount does not match the order.
	 */
	public function check( Money $amount, OrderSnapshot $order, Environment $environment, bool $is_confirmed ): void {
		if ( ! $amount->currency->equals( $order->currency ) ) {
			throw new InvalidValue( 'currency', 'other_currency', [ 'currency' => $order->currency->code ] );
		}
		if ( $is_confirmed ) {
			return;
		}
		if ( $order->is_paid ) {
			throw new OrderAlreadyPaid();
		}

		$due = $this->due( $order, $environment );
		if ( null === $due ) {
			throw new InvalidValue( 'amount', 'amount_not_comparable', [ 'currency' => $order->currency->code ] );
		}
		if ( $amount->amount > $due->amount ) {
			throw new InvalidValue(
				'amount',
				'amount_above_due',
				[ 'due' => $due->to_decimal(), 'currency' => $order->currency->code ]
			);
		}
	}

	/**
	 * Returns null if the amount due has a fraction of the smallest unit.
	 */
	public function due( OrderSnapshot $order, Environment $environment ): ?Money {
		return $order->due_after( $this->facts->received( $order->id, $order->currency, $environment ) );
	}
}
