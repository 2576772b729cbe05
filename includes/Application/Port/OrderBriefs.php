<?php
/**
 * Many orders at once.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\OrderBrief;

/**
 * Reads orders in brief, with as many queries for hundreds as for one.
 */
interface OrderBriefs {

	/**
	 * Returns what is known of each order that is still there.
	 *
	 * @param list<int> $wc_order_ids WooCommerce's ids.
	 * @return array<int, OrderBrief> By WooCommerce's id.
	 */
	public function briefs( array $wc_order_ids ): array;
}
