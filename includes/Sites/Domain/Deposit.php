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
	 * @param string|null $amount Decimal text; null for none.
	 */
	private function __construct(
		private readonly ?int $percentage,
		private readonly ?string $amount,
	) {}

	/**
	 * @param string $text See Rule\DepositText.
	 */
	public static function from_text( string $text ): self {
		return match ( true ) {
			'' === $text => new self( null, null ),
			str_ends_with( $text, '%' ) => new self( (int) $text, null ),
			default => new self( null, $text ),
		};
	}

	/**
	 * Returns the amount of the first link: at most the amount due. A percentage is rounded half up.
	 *
	 * @param string $shop_currency The currency of a fixed amount, which does not apply to orders in other currencies.
	 */
	public function of( Money $due, string $shop_currency ): Money {
		$deposit = match ( true ) {
			null !== $this->percentage => max( 1, intdiv( $due->amount * $this->percentage + 50, 100 ) ),
			null !== $this->amount && $due->currency->code === $shop_currency
				=> Money::rounded_sum( [ $this->amount ], $due->currency )->amount,
			default => $due->amount,
		};

		return new Money( min( $due->amount, $deposit ), $due->currency );
	}
}
