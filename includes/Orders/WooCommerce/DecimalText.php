<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

/**
 * Converts WooCommerce's numbers, which may be text or floats, to decimal text.
 */
final class DecimalText {

	private function __construct() {}

	/**
	 * Returns decimal text with a dot. Floats are rounded to eight decimals to remove their inaccuracy.
	 *
	 * @param mixed $number Text, integer or float; any other value becomes `0`.
	 */
	public static function of( mixed $number ): string {
		if ( is_string( $number ) && 1 === preg_match( '/\A-?\d+(?:\.\d*)?\z/', $number ) ) {
			return $number;
		}

		return is_numeric( $number ) ? number_format( (float) $number, 8, '.', '' ) : '0';
	}
}
