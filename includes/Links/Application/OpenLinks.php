<?php
/**
 * Links that are not over.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use DateTimeImmutable;

/**
 * Finds an order's links that can be paid, or may come to be, as the database has them now.
 */
interface OpenLinks {

	/**
	 * Returns our ids of links that are open or whose creation has not ended, oldest first.
	 *
	 * @return list<int>
	 */
	public function of_order( int $wc_order_id ): array;

	/**
	 * Tells whether a customer could pay one now, or its payment is held for review.
	 */
	public function is_any_payable( int $wc_order_id, DateTimeImmutable $now ): bool;
}
