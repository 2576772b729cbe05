<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Rest;

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Storage\ItemStore;
use WC_Data_Exception;
use WC_Order;
use WC_Order_Item_Product;
use WP_REST_Request;

final class OrderInput {

	private const PROPERTIES = [ 'currency', 'customer_id', 'customer_note', 'payment_method', 'payment_method_title', 'transaction_id', 'parent_id', 'created_via' ];

	private const LINES = [ 'line_items' => 'line_item', 'shipping_lines' => 'shipping', 'fee_lines' => 'fee' ];

	private const FIELDS_OF_TOTALS = [ 'billing', 'shipping', 'coupon_lines', 'line_items', 'shipping_lines', 'fee_lines' ];

	public static function apply( WC_Order $order, WP_REST_Request $request ): void {
		$body   = (array) $request->get_params();
		$is_new = $order->get_id() === 0;
		foreach ( array_intersect_key( $body, array_flip( self::PROPERTIES ) ) as $name => $value ) {
			$order->{"set_$name"}( $value );
		}
		foreach ( [ 'billing', 'shipping' ] as $type ) {
			if ( isset( $body[ $type ] ) ) {
				$order->{"set_$type"}( wc_clean( (array) $body[ $type ] ) );
			}
		}
		foreach ( (array) ( $body['meta_data'] ?? [] ) as $meta ) {
			$order->update_meta_data( $meta['key'], $meta['value'], $meta['id'] ?? 0 );
		}
		foreach ( self::LINES as $field => $type ) {
			foreach ( (array) ( $body[ $field ] ?? [] ) as $line ) {
				self::apply_line( $order, $type, (array) $line );
			}
		}
		$order->save();
		if ( array_intersect( self::FIELDS_OF_TOTALS, array_keys( $body ) ) !== [] ) {
			$order->calculate_totals( true );
		}
		foreach ( (array) ( $body['coupon_lines'] ?? [] ) as $line ) {
			$result = $order->apply_coupon( (string) ( $line['code'] ?? '' ) );
			if ( is_wp_error( $result ) ) {
				throw new WC_Data_Exception( 'woocommerce_rest_' . $result->get_error_code(), $result->get_error_message(), 400 );
			}
		}
		if ( isset( $body['status'] ) ) {
			$order->set_status( sanitize_key( $body['status'] ), '', ! $is_new );
		}
		$order->save();
		if ( wc_string_to_bool( $body['set_paid'] ?? false ) && ( $is_new || $order->needs_payment() ) ) {
			$order->payment_complete( (string) ( $body['transaction_id'] ?? '' ) );
		}
	}

	/**
	 * @param array<string, mixed> $line
	 */
	private static function apply_line( WC_Order $order, string $type, array $line ): void {
		$id = (int) ( $line['id'] ?? 0 );
		if ( $id > 0 && $order->get_item( $id ) === false ) {
			throw new WC_Data_Exception( 'woocommerce_rest_invalid_item_id', 'Order item ID provided is not associated with order.', 400 );
		}
		// WooCommerce's REST API removes a line with quantity 0 or without its key field.
		if ( $id > 0 && ( ( $line['quantity'] ?? null ) === 0 || ( array_key_exists( self::key_field( $type ), $line ) && $line[ self::key_field( $type ) ] === null ) ) ) {
			$order->remove_item( $id );
			return;
		}
		$item = $id > 0 ? $order->get_item( $id ) : ItemStore::create_item( $type );
		if ( $item instanceof WC_Order_Item_Product ) {
			self::apply_product( $order, $item, $line );
		}
		foreach ( array_diff_key( $line, array_flip( [ 'id', 'product_id', 'variation_id', 'sku', 'meta_data', 'taxes', 'total_tax', 'subtotal_tax' ] ) ) as $name => $value ) {
			$item->set_props( [ $name => $value ] );
		}
		foreach ( (array) ( $line['meta_data'] ?? [] ) as $meta ) {
			$item->update_meta_data( $meta['key'], $meta['value'] );
		}
		if ( $id === 0 ) {
			$order->add_item( $item );
		}
	}

	/**
	 * @param array<string, mixed> $line
	 */
	private static function apply_product( WC_Order $order, WC_Order_Item_Product $item, array $line ): void {
		$id      = (int) ( $line['variation_id'] ?? 0 ) > 0 ? (int) $line['variation_id'] : (int) ( $line['product_id'] ?? 0 );
		$id      = $id === 0 && ! empty( $line['sku'] ) ? wc_get_product_id_by_sku( $line['sku'] ) : $id;
		$product = $id > 0 ? wc_get_product( $id ) : null;
		if ( ! $product ) {
			if ( $item->get_id() === 0 && ( $line['name'] ?? '' ) === '' ) {
				throw new WC_Data_Exception( 'woocommerce_rest_required_product_reference', 'Product ID or SKU is required.', 400 );
			}
			return;
		}
		$item->set_product( $product );
		$price = wc_get_price_excluding_tax( $product, [ 'qty' => $line['quantity'] ?? 1 ] );
		$item->set_subtotal( $line['subtotal'] ?? $line['total'] ?? $price );
		$item->set_total( $line['total'] ?? $price );
	}

	private static function key_field( string $type ): string {
		return [ 'line_item' => 'product_id', 'shipping' => 'method_id', 'fee' => 'name' ][ $type ];
	}
}
