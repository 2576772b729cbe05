<?php
/**
 * Links of the official MultiSafepay plugin.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use WC_Order;

/**
 * Reads what the official plugin keeps on an order that it made a payment link for. Nothing here ever writes it.
 */
final class OfficialLink {

	/**
	 * The official plugin's own meta keys: they must not go along to another order.
	 */
	public const META = [ 'payment_url', 'send_payment_link', 'multisafepay_transaction_id', '_multisafepay_order_environment' ];

	/**
	 * Has no instances: it is one pure function.
	 */
	private function __construct() {}

	/**
	 * Returns the address of its link, or null when the order has none.
	 */
	public static function of( WC_Order $order ): ?string {
		$sent = $order->get_meta( 'send_payment_link' );
		$url  = $order->get_meta( 'payment_url' );
		// Any plugin may have called something "payment_url": only both keys together are the official plugin's.
		if ( ! is_scalar( $sent ) || ! is_string( $url ) || '1' !== (string) $sent ) {
			return null;
		}

		return 1 === preg_match( '#\Ahttps?://#i', $url ) && false !== filter_var( $url, FILTER_VALIDATE_URL ) ? $url : null;
	}
}
