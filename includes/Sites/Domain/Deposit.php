<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * The part of the amount due that the first link of an order asks for.
 */
final class Deposit {

	/**
	 * @param int|null $percentage 1 to 100; null for none.
	 * @param Money|null $amount More than zero; null for none. It applies to orders in its currency.
	 */
	private function __construct(
		private readonly ?int $percentage,
		private readonly ?Money $amount,
	) {}

	public static function none(): self {
		return new self( null, null );
	}

	public static function percentage( int $percentage ): self {
		return new self( $percentage, null );
	}

	public static function amount( Money $amount ): self {
		return new self( null, $amount );
	}

	/**
	 * Returns the amount of the first link: at most the amount due. A percentage is rounded half up.
	 */
	public function of( Money $due ): Money {
		$amount = $due->amount;
		if ( null !== $this->percentage ) {
			$amount = min( $amount, max( 1, intdiv( $due->amount * $this->percentage + 50, 100 ) ) );
		} elseif ( null !== $this->amount && $this->amount->currency->equals( $due->currency ) ) {
			$amount = min( $amount, $this->amount->amount );
		}

		return new Money( $amount, $due->currency );
	}
}
