<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Domain;

/**
 * Converts phone numbers to the international format. Returns nothing if a number is ambiguous: a message must not be
 * sent to a stranger.
 */
final class InternationalPhone {

	/**
	 * Countries without a trunk prefix: national numbers are dialled without a leading zero.
	 */
	private const WITHOUT_TRUNK = [
		'AD', 'CY', 'CZ', 'DK', 'EE', 'ES', 'GR', 'IS', 'IT', 'LU', 'LV', 'MC', 'MT', 'NO', 'PL', 'PT', 'SM', 'US',
		'CA',
	];

	/**
	 * Countries where a leading zero is part of the number.
	 */
	private const KEEPS_ZERO = [ 'IT', 'SM' ];

	private function __construct() {}

	/**
	 * Returns the number in the format `+31612345678`, or an empty string if it cannot be determined.
	 *
	 * @param string $calling_code Calling code of the country, such as `+31`; empty if unknown.
	 */
	public static function of( string $input, string $country, string $calling_code ): string {
		$text   = (string) preg_replace( '/\(0\)/', '', trim( $input ) );
		$number = (string) preg_replace( '/[\s().\/\x{2010}-\x{2015}-]+/u', '', $text );
		$code   = (string) preg_replace( '/[^\d]/', '', $calling_code );
		$number = str_starts_with( $number, '00' ) ? '+' . substr( $number, 2 ) : $number;

		if ( ! str_starts_with( $number, '+' ) ) {
			$number = '' === $code || ! ctype_digit( $number ) ? '' : self::national( $number, $country, $code );
		}

		return 1 === preg_match( '/\A\+[1-9]\d{7,14}\z/', $number ) ? $number : '';
	}

	/**
	 * Adds the calling code to a national number.
	 */
	private static function national( string $number, string $country, string $code ): string {
		if ( str_starts_with( $number, '0' ) ) {
			return '+' . $code . ( in_array( $country, self::KEEPS_ZERO, true ) ? $number : substr( $number, 1 ) );
		}
		if ( in_array( $country, self::WITHOUT_TRUNK, true ) ) {
			$is_american = '1' === $code;

			return $is_american && 11 === strlen( $number ) ? '+' . $number : '+' . $code . $number;
		}

		// A number such as 31612345678 has a calling code, but no plus sign.
		return str_starts_with( $number, $code ) && strlen( $number ) >= 10 ? '+' . $number : '';
	}
}
