<?php
/**
 * Accounts of customers.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\Customer;

/**
 * Customers who have an account in the shop.
 */
interface ShopCustomers {

	/**
	 * Returns who the account belongs to. Null when it does not exist, or the current user may not make orders for it.
	 */
	public function find( int $customer_id ): ?Customer;
}
