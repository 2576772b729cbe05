<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Rest;

use WC_Meta_Data;
use WC_Order;
use WC_Order_Item;

final class OrderJson {

	/**
	 * @return array<string, mixed>
	 */
	public static function from_order( WC_Order $order ): array {
		$json = [ 'id' => $order->get_id(), 'number' => $order->get_order_number() ];
		foreach ( [ 'parent_id', 'status', 'currency', 'version', 'prices_include_tax', 'discount_total', 'discount_tax', 'shipping_total', 'shipping_tax', 'cart_tax', 'total', 'total_tax', 'customer_id', 'order_key', 'payment_method', 'payment_method_title', 'transaction_id', 'created_via', 'customer_note' ] as $name ) {
			$value         = $order->{"get_$name"}();
			$json[ $name ] = str_contains( $name, 'total' ) || str_ends_with( $name, '_tax' ) && $name !== 'prices_include_tax' ? wc_format_decimal( $value, wc_get_price_decimals() ) : $value;
		}
		foreach ( [ 'date_created', 'date_modified', 'date_paid', 'date_completed' ] as $name ) {
			$json[ $name ]         = wc_rest_prepare_date_response( $order->{"get_$name"}(), false );
			$json[ "{$name}_gmt" ] = wc_rest_prepare_date_response( $order->{"get_$name"}() );
		}
		$json['billing']   = $order->get_address( 'billing' );
		$json['shipping']  = $order->get_address( 'shipping' );
		$json['meta_data'] = array_map( static fn ( WC_Meta_Data $meta ): array => $meta->get_data(), $order->get_meta_data() );
		foreach ( [ 'line_items' => 'line_item', 'tax_lines' => 'tax', 'shipping_lines' => 'shipping', 'fee_lines' => 'fee', 'coupon_lines' => 'coupon' ] as $name => $type ) {
			$json[ $name ] = array_values( array_map( [ self::class, 'item' ], $order->get_items( $type ) ) );
		}
		$json['refunds']          = array_map( static fn ( $refund ): array => [ 'id' => $refund->get_id(), 'reason' => $refund->get_reason(), 'total' => $refund->get_total() ], $order->get_refunds() );
		$json['payment_url']      = $order->get_checkout_payment_url();
		$json['is_editable']      = $order->is_editable();
		$json['needs_payment']    = $order->needs_payment();
		$json['needs_processing'] = $order->needs_processing();
		return $json;
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function item( WC_Order_Item $item ): array {
		$json = $item->get_data();
		unset( $json['order_id'] );
		if ( isset( $json['taxes'] ) ) {
			$json['taxes'] = array_map( static fn ( $id, $total ): array => [ 'id' => $id, 'total' => (string) $total ], array_keys( $json['taxes']['total'] ), $json['taxes']['total'] );
		}
		foreach ( [ 'subtotal', 'subtotal_tax', 'total', 'total_tax' ] as $name ) {
			if ( isset( $json[ $name ] ) ) {
				$json[ $name ] = wc_format_decimal( $json[ $name ], wc_get_price_decimals() );
			}
		}
		$json['meta_data'] = array_map( static fn ( WC_Meta_Data $meta ): array => $meta->get_data(), $json['meta_data'] );
		return $json;
	}
}
