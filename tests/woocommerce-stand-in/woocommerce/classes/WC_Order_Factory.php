<?php

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Storage\ItemStore;

class WC_Order_Factory {

	public static function get_order( $order_id = false ) {
		$id    = self::get_order_id( $order_id );
		$class = [ 'shop_order' => WC_Order::class, 'shop_order_refund' => WC_Order_Refund::class ][ $id === false ? '' : (string) get_post_type( $id ) ] ?? null;
		if ( $class === null ) {
			return false;
		}
		try {
			return new $class( $id );
		} catch ( Exception $e ) {
			return false;
		}
	}

	public static function get_orders( $order_ids = [], $skip_invalid = false ) {
		return array_values( array_filter( array_map( [ self::class, 'get_order' ], (array) $order_ids ) ) );
	}

	public static function get_order_item( $item_id = 0 ) {
		return $item_id instanceof WC_Order_Item ? $item_id : ItemStore::item( (int) $item_id );
	}

	public static function get_order_id( $order ) {
		return match ( true ) {
			is_numeric( $order )                => (int) $order,
			$order instanceof WC_Abstract_Order => $order->get_id(),
			$order instanceof WP_Post           => $order->ID,
			default                             => false,
		};
	}
}
