<?php
/**
 * Orders, all of them or nothing.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use Throwable;

/**
 * Keeps what makes an order together in one transaction of the database.
 */
final class OrderTransaction {

	/**
	 * Does the work, and undoes all of it when it throws.
	 *
	 * @param callable(): int $work Returns WooCommerce's id of the order.
	 */
	public static function run( callable $work ): int {
		wc_transaction_query( 'start' );
		try {
			$order_id = $work();
		} catch ( Throwable $failure ) {
			wc_transaction_query( 'rollback' );

			throw $failure;
		}
		wc_transaction_query( 'commit' );

		return $order_id;
	}
}
