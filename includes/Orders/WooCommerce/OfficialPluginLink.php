<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use WC_Order;

/**
 * Reads the payment link that the official MultiSafepay plugin created for an order. Never changes it.
 */
final class OfficialPluginLink {

	/**
	 * Meta keys of the official plugin. They must not be copied to another order.
	 */
	public const META = [
		'payment_url',
		'send_payment_link',
		'multisafepay_transaction_id',
		'_multisafepay_order_environment',
	];

	private function __construct() {}

	/**
	 * Returns the URL of the link, or null if the order has none.
	 */
	public static function of( WC_Order $order ): ?string {
		$sent = $order->get_meta( 'send_payment_link' );
		$url  = $order->get_meta( 'payment_url' );
		// Other plugins may also use the key "payment_url". Only both keys together identify the official plugin.
		if ( ! is_scalar( $sent ) || ! is_string( $url ) || '1' !== (string) $sent ) {
			return null;
		}

		return 1 === preg_match( '#\Ahttps?://#i', $url ) && false !== filter_var( $url, FILTER_VALIDATE_URL )
			? $url
			: null;
	}
}
