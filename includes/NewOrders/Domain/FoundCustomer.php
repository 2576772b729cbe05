<?php
/**
 * Somebody the shop knows.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * A customer who was looked for: with an account, or a guest who ordered before.
 */
final class FoundCustomer {

	/**
	 * Takes what the shop knows.
	 *
	 * @param int      $id       Account in the shop, 0 for a guest.
	 * @param Customer $customer As a link takes it.
	 * @param int|null $orders   How many orders; null when that is not known.
	 */
	public function __construct(
		public readonly int $id,
		public readonly Customer $customer,
		public readonly ?int $orders,
	) {}

	/**
	 * Returns first and last name; empty when there is neither.
	 */
	public function name(): string {
		return trim( $this->customer->first_name . ' ' . $this->customer->last_name );
	}
}
