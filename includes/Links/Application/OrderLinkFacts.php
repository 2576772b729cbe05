<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

/**
 * Aggregated data of an order's links.
 */
interface OrderLinkFacts {

	/**
	 * Returns the order IDs of links that can be paid now or have a payment under review.
	 *
	 * @return list<string>
	 */
	public function open_order_ids( int $wc_order_id ): array;

	/**
	 * Whether the order has a link. Failed links do not count.
	 */
	public function has_links( int $wc_order_id ): bool;

	/**
	 * Returns the number for the order's next link.
	 */
	public function next_number( int $wc_order_id ): int;
}
