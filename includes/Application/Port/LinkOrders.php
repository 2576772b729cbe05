<?php
/**
 * The orders of links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

/**
 * Tells which orders links belong to, for thousands of links at once.
 */
interface LinkOrders {

	/**
	 * Returns the orders of links that are there.
	 *
	 * @param list<int> $link_ids Our ids.
	 * @return array<int, int> WooCommerce's id by our id.
	 */
	public function orders_of( array $link_ids ): array;
}
