<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use Throwable;

/**
 * Runs the creation of an order in a database transaction.
 */
final class OrderTransaction {

	/**
	 * Rolls back and rethrows if the callback throws.
	 *
	 * @param callable(): int $work Returns the ID of the created order.
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
