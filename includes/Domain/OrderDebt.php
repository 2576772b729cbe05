<?php
/**
 * What an order still asks.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * The little of an order that a list of links has to know.
 */
final class OrderDebt {

	/**
	 * Takes the facts.
	 *
	 * @param int        $id       WooCommerce's id.
	 * @param Currency   $currency The order's currency.
	 * @param Money|null $due      Total less refunds, zero when paid; null when it has a fraction of the smallest unit.
	 * @param string     $edit_url The order screen.
	 */
	public function __construct(
		public readonly int $id,
		public readonly Currency $currency,
		public readonly ?Money $due,
		public readonly string $edit_url,
	) {}

	/**
	 * Returns what the order still owes, never below zero. Null when that has a fraction of the smallest unit.
	 *
	 * @param Money $paid_through_links What came in through the order's links, in the order's currency.
	 */
	public function owed( Money $paid_through_links ): ?Money {
		return null === $this->due ? null : new Money( max( 0, $this->due->minus( $paid_through_links )->amount ), $this->currency );
	}
}
