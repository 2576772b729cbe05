<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * The fields of an order that the list of links needs.
 */
final class OrderBalance {

	/**
	 * @param Money|null $due Total less refunds, or zero if paid. Null if it has a fraction of the smallest unit.
	 */
	public function __construct(
		public readonly int $id,
		public readonly Currency $currency,
		public readonly ?Money $due,
		public readonly string $edit_url,
	) {}

	/**
	 * Returns the amount due, at least zero. Null if it has a fraction of the smallest unit.
	 *
	 * @param Money $paid_through_links Amount received through the order's links, in the order's currency.
	 */
	public function due_after( Money $paid_through_links ): ?Money {
		return null === $this->due
			? null
			: new Money( max( 0, $this->due->minus( $paid_through_links )->amount ), $this->currency );
	}
}
