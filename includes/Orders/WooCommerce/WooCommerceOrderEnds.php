<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use MultiSafepay\PaymentLinks\Orders\Application\OrderEnds;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use WC_Order;

/**
 * Determines the end from the order's status. Failed orders and orders on hold can still be paid.
 */
final class WooCommerceOrderEnds implements OrderEnds {

	public function find( int $wc_order_id ): ?OrderEnd {
		$order = $wc_order_id > 0 ? wc_get_order( $wc_order_id ) : null;
		if ( ! $order instanceof WC_Order ) {
			return OrderEnd::Deleted;
		}

		return 'shop_order' === $order->get_type() ? self::of_status( $order->get_status() ) : null;
	}

	/**
	 * Returns null if an order with this status can still be paid.
	 *
	 * @param string $status Without the prefix `wc-`.
	 */
	public static function of_status( string $status ): ?OrderEnd {
		return match ( true ) {
			'cancelled' === $status => OrderEnd::Cancelled,
			'refunded' === $status  => OrderEnd::Refunded,
			'trash' === $status     => OrderEnd::Trashed,
			in_array( $status, wc_get_is_paid_statuses(), true ) => OrderEnd::Paid,
			default                 => null,
		};
	}
}
