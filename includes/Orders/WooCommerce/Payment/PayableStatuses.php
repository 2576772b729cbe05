<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce\Payment;

use WC_Order;

/**
 * The order statuses that WooCommerce's payment functions accept. Other plugins filter them.
 */
final class PayableStatuses {

	private function __construct() {}

	/**
	 * Whether WC_Order::payment_complete() completes the order in its current status.
	 */
	public static function accept( WC_Order $order ): bool {
		$statuses = apply_filters(
			'woocommerce_valid_order_statuses_for_payment_complete',
			[ 'on-hold', 'pending', 'failed', 'cancelled' ],
			$order
		);

		return is_array( $statuses ) && $order->has_status( $statuses );
	}

	/**
	 * Returns the statuses in which WC_Order::needs_payment() is true for any order. Filters that depend on the order
	 * are applied to an empty one.
	 *
	 * @return list<string>
	 */
	public static function needing_payment(): array {
		$statuses = apply_filters(
			'woocommerce_valid_order_statuses_for_payment',
			[ 'pending', 'failed' ],
			new WC_Order()
		);

		return is_array( $statuses ) ? array_values( array_filter( $statuses, 'is_string' ) ) : [];
	}
}
