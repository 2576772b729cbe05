<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * A payment method that is active for a site, with its currencies and limits.
 */
final class PaymentMethod {

	/**
	 * @param string $id The value of `gateway` in a create request.
	 * @param list<string> $currencies Currency codes; empty for all currencies.
	 * @param int $minimum In the currency's smallest unit.
	 * @param int|null $maximum In the currency's smallest unit; null without a limit.
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $name,
		public readonly array $currencies = [],
		public readonly int $minimum = 0,
		public readonly ?int $maximum = null,
	) {}

	/**
	 * Whether the method accepts this amount. An amount of zero means that the amount is not known yet.
	 */
	public function accepts( Money $amount ): bool {
		if ( [] !== $this->currencies && ! in_array( $amount->currency->code, $this->currencies, true ) ) {
			return false;
		}

		return 0 === $amount->amount
			|| (
				$amount->amount >= $this->minimum
				&& ( null === $this->maximum || $amount->amount <= $this->maximum )
			);
	}
}
