<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Domain;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;

/**
 * A customer found by the search: an account, or a guest who placed an order before.
 */
final class FoundCustomer {

	/**
	 * @param int $id User ID, 0 for a guest.
	 * @param int|null $orders Number of orders; null when it is unknown.
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
