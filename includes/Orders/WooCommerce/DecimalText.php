<?php
/**
 * Numbers of WooCommerce.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

/**
 * WooCommerce hands the same number out as text or as a float; the domain takes decimal text only.
 */
final class DecimalText {

	/**
	 * Has no instances: it is one pure function.
	 */
	private function __construct() {}

	/**
	 * Returns decimal text with a dot. Of a float, what is behind the eighth decimal is the float's own noise.
	 *
	 * @param mixed $number Text, integer or float; anything else gives `0`.
	 */
	public static function of( mixed $number ): string {
		if ( is_string( $number ) && 1 === preg_match( '/\A-?\d+(?:\.\d*)?\z/', $number ) ) {
			return $number;
		}

		return is_numeric( $number ) ? number_format( (float) $number, 8, '.', '' ) : '0';
	}
}
