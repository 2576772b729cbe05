<?php
/**
 * A payment method of a site.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * One way to pay that is active on a site, with what it takes.
 */
final class PaymentMethod {

	/**
	 * Takes what the provider tells.
	 *
	 * @param string       $id         The provider's id, as the create call takes it in `gateway`.
	 * @param string       $name       What customers see.
	 * @param list<string> $currencies Codes; empty for every currency.
	 * @param int          $minimum    Smallest amount, in the currency's smallest unit.
	 * @param int|null     $maximum    Greatest amount; null without a limit.
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $name,
		public readonly array $currencies = [],
		public readonly int $minimum = 0,
		public readonly ?int $maximum = null,
	) {}

	/**
	 * Tells whether it takes this payment. An amount of zero is one that nobody knows yet.
	 */
	public function takes( Money $amount ): bool {
		if ( [] !== $this->currencies && ! in_array( $amount->currency->code, $this->currencies, true ) ) {
			return false;
		}

		return 0 === $amount->amount || ( $amount->amount >= $this->minimum && ( null === $this->maximum || $amount->amount <= $this->maximum ) );
	}
}
