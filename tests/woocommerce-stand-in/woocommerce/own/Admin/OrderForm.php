<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin;

use WC_Order;

final class OrderForm {

	public static function save( WC_Order $order ): void {
		$fields = wp_unslash( $_POST ); // phpcs:ignore WordPress.Security.NonceVerification -- Both screens check their nonce first.
		foreach ( $fields as $name => $value ) {
			if ( preg_match( '/^_((?:billing|shipping)_[a-z0-9_]+)$/', (string) $name, $match ) === 1 && is_string( $value ) ) {
				$order->set_props( [ $match[1] => wc_clean( $value ) ] );
			}
		}
		if ( isset( $fields['customer_note'] ) ) {
			$order->set_customer_note( sanitize_textarea_field( (string) $fields['customer_note'] ) );
		}
		if ( isset( $fields['order_status'] ) ) {
			$order->set_status( wc_clean( $fields['order_status'] ), '', true );
		}
		$order->save();
		if ( trim( (string) ( $fields['order_note'] ?? '' ) ) !== '' ) {
			$order->add_order_note( wp_kses_post( trim( (string) $fields['order_note'] ) ), ( $fields['order_note_type'] ?? '' ) === 'customer' ? 1 : 0, true );
		}
	}
}
