<?php
/**
 * The shop’s name.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

/**
 * The shop's name as plain text; WordPress stores it with entities.
 */
final class ShopName {

	/**
	 * Has no instances: it is one function.
	 */
	private function __construct() {}

	/**
	 * Returns it.
	 */
	public static function plain(): string {
		$name = get_option( 'blogname' );

		return is_string( $name ) ? wp_specialchars_decode( $name, ENT_QUOTES ) : '';
	}
}
