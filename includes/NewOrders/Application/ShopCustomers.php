<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Application;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;

/**
 * Finds customers with an account in the shop.
 */
interface ShopCustomers {

	/**
	 * Returns null when the account does not exist, or the current user may not create orders for it.
	 */
	public function find( int $customer_id ): ?Customer;
}
