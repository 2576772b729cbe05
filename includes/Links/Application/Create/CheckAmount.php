<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Create;

use MultiSafepay\PaymentLinks\Links\Application\Balances;
use MultiSafepay\PaymentLinks\Links\Domain\Balance;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * Compares the amount of a new link with the amount due of its order.
 */
final class CheckAmount {

	public function __construct( private readonly Balances $balances ) {}

	/**
	 * Returns the balance of the order that the amount was compared with.
	 *
	 * @param LinkKind|null $kind The kind that staff chose; null for none.
	 * @param bool $is_confirmed Whether the amount may exceed the amount due.
	 * @throws OrderAlreadyPaid
	 * @throws InvalidValue If the amount does not match the order.
	 */
	public function check(
		Money $amount,
		?LinkKind $kind,
		OrderSnapshot $order,
		Environment $environment,
		bool $is_confirmed,
	): Balance {
		if ( ! $amount->currency->equals( $order->currency ) ) {
			throw new InvalidValue( 'currency', 'other_currency', [ 'currency' => $order->currency->code ] );
		}

		$balance = $this->balances->of( $order->payment, $environment );
		if ( $is_confirmed ) {
			return $balance;
		}
		if ( $balance->is_paid ) {
			throw new OrderAlreadyPaid();
		}
		if ( $amount->amount > $balance->due->amount ) {
			throw new InvalidValue(
				'amount',
				'amount_above_due',
				[ 'due' => $balance->due->to_decimal(), 'currency' => $order->currency->code ]
			);
		}
		if ( LinkKind::Full === $kind && ! $amount->equals( $balance->due ) ) {
			throw new InvalidValue(
				'amount',
				'amount_not_due',
				[ 'due' => $balance->due->to_decimal(), 'currency' => $order->currency->code ]
			);
		}

		return $balance;
	}

	public function due( OrderSnapshot $order, Environment $environment ): Money {
		return $this->balances->of( $order->payment, $environment )->due;
	}
}
