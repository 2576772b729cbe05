<?php
/**
 * The customer's phone number.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Domain\InternationalPhone;
use WC_Order;

/**
 * Reads the number of an order as WhatsApp and text messages want it.
 */
final class CustomerPhone {

	/**
	 * Returns the number in international form; '' when there is none that can be used, or no order any more.
	 */
	public static function of_order( int $wc_order_id ): string {
		$order = wc_get_order( $wc_order_id );

		return $order instanceof WC_Order ? self::of( $order ) : '';
	}

	/**
	 * Returns the number in international form, or ''.
	 */
	public static function of( WC_Order $order ): string {
		$country = $order->get_billing_country();
		$code    = '' === $country ? '' : WC()->countries->get_country_calling_code( $country );
		// A few countries have several codes.
		$code = is_array( $code ) ? reset( $code ) : $code;

		return InternationalPhone::of( $order->get_billing_phone(), $country, is_string( $code ) ? $code : '' );
	}
}
