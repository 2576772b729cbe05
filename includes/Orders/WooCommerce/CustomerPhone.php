<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use MultiSafepay\PaymentLinks\Orders\Domain\InternationalPhone;
use WC_Order;

/**
 * Returns the billing phone number of an order in the international format, for WhatsApp and text messages.
 */
final class CustomerPhone {

	/**
	 * Returns an empty string if the order does not exist or has no usable number.
	 */
	public static function of_order( int $wc_order_id ): string {
		$order = wc_get_order( $wc_order_id );

		return $order instanceof WC_Order ? self::of( $order ) : '';
	}

	/**
	 * Returns an empty string if there is no usable number.
	 */
	public static function of( WC_Order $order ): string {
		$country = $order->get_billing_country();
		$code    = '' === $country ? '' : WC()->countries->get_country_calling_code( $country );
		// Some countries have several calling codes.
		$code = is_array( $code ) ? reset( $code ) : $code;

		return InternationalPhone::of( $order->get_billing_phone(), is_string( $code ) ? $code : '' );
	}
}
