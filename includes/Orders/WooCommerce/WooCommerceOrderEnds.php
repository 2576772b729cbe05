<?php
/**
 * How WooCommerce's orders end.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Application\Port\OrderEnds;
use MultiSafepay\PaymentLinks\Domain\OrderEnd;
use WC_Order;

/**
 * Reads it from the order's status. A failed order, or one on hold, may still be paid.
 */
final class OrderEndings implements OrderEnds {

	/**
	 * {@inheritDoc}
	 */
	public function of( int $wc_order_id ): ?OrderEnd {
		$order = $wc_order_id > 0 ? wc_get_order( $wc_order_id ) : null;
		if ( ! $order instanceof WC_Order ) {
			return OrderEnd::Deleted;
		}

		return 'shop_order' === $order->get_type() ? self::of_status( $order->get_status() ) : null;
	}

	/**
	 * Returns the end that a status, without `wc-`, stands for; null when the order may still be paid.
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
