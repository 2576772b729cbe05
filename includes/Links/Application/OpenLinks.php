<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

use DateTimeImmutable;

/**
 * Finds the open links of an order. Always reads from the database.
 */
interface OpenLinks {

	/**
	 * Returns the links that are open or whose creation has not finished, oldest first.
	 *
	 * @return list<int> IDs of links.
	 */
	public function of_order( int $wc_order_id ): array;

	/**
	 * Whether a link can be paid now or has a payment that is under review.
	 */
	public function is_any_payable( int $wc_order_id, DateTimeImmutable $now ): bool;
}
