<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use MultiSafepay\PaymentLinks\Orders\Application\OrderEndReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\Payment\OrderPaymentStates;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use WC_Order;
use wpdb;

/**
 * Reads the status with one query, because WooCommerce's objects come from caches or load the whole order.
 */
final class OrderEnds implements OrderEndReader {

	public function __construct(
		private readonly wpdb $wpdb,
		private readonly Database $database,
		private readonly OrderStorage $storage,
		private readonly OrderPaymentStates $payments,
	) {}

	public function of_status( string $status ): ?OrderEnd {
		return match ( true ) {
			'cancelled' === $status => OrderEnd::Cancelled,
			'refunded' === $status  => OrderEnd::Refunded,
			'trash' === $status     => OrderEnd::Trashed,
			in_array( $status, wc_get_is_paid_statuses(), true ) => OrderEnd::Paid,
			default                 => null,
		};
	}

	public function current( int $wc_order_id ): ?OrderEnd {
		$rows = $this->storage->uses_order_tables()
			? $this->database->rows(
				'SELECT status, type FROM %i WHERE id = %d',
				[ $this->wpdb->prefix . 'wc_orders', $wc_order_id ]
			)
			: $this->database->rows(
				'SELECT post_status AS status, post_type AS type FROM %i WHERE ID = %d',
				[ $this->wpdb->posts, $wc_order_id ]
			);
		if ( [] === $rows ) {
			return OrderEnd::Deleted;
		}

		$row = new RowReader( $rows[0] );
		$end = 'shop_order' === $row->text( 'type' )
			? $this->of_status( (string) preg_replace( '/\Awc-/', '', $row->text( 'status' ) ) )
			: null;

		return OrderEnd::Paid === $end && ! $this->is_paid( $wc_order_id ) ? null : $end;
	}

	/**
	 * Whether an order with a paid status is paid: its payment may be collected later.
	 */
	private function is_paid( int $wc_order_id ): bool {
		OrderCacheCleaner::clear( $wc_order_id );
		$order = wc_get_order( $wc_order_id );

		return ! $order instanceof WC_Order || $this->payments->of( $order, [] )->is_paid();
	}
}
