<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\Payment\OrderPaymentStates;
use WC_Order;

/**
 * Determines from the status of an order whether and why it can no longer be paid. Failed orders and orders on hold can
 * still be paid.
 */
final class OrderEnds {

	public function __construct( private readonly OrderPaymentStates $payments ) {}

	/**
	 * Returns null if the order can still be paid. An order whose payment is collected later has not ended.
	 */
	public function find( int $wc_order_id ): ?OrderEnd {
		$order = $wc_order_id > 0 ? wc_get_order( $wc_order_id ) : null;
		if ( ! $order instanceof WC_Order ) {
			return OrderEnd::Deleted;
		}

		$end = 'shop_order' === $order->get_type() ? self::of_status( $order->get_status() ) : null;

		return OrderEnd::Paid === $end && ! $this->payments->of( $order, [] )->is_paid() ? null : $end;
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
