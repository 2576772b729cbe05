<?php
/**
 * Telephone numbers.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * A number that any telephone in the world can call, or nothing: a message to a stranger is worse than none.
 */
final class InternationalPhone {

	/**
	 * Countries whose numbers are dialled within the country as they are, without a leading zero.
	 */
	private const WITHOUT_TRUNK = [ 'AD', 'CY', 'CZ', 'DK', 'EE', 'ES', 'GR', 'IS', 'IT', 'LU', 'LV', 'MC', 'MT', 'NO', 'PL', 'PT', 'SM', 'US', 'CA' ];

	/**
	 * In Italy a leading zero belongs to the number.
	 */
	private const KEEPS_ZERO = [ 'IT', 'SM' ];

	/**
	 * Has no instances: it is one pure function.
	 */
	private function __construct() {}

	/**
	 * Returns the number as `+31612345678`, or '' when it cannot be made out.
	 *
	 * @param string $typed        As the customer typed it.
	 * @param string $country      The customer's country.
	 * @param string $calling_code Of that country, `+31`; '' when it is not known.
	 */
	public static function of( string $typed, string $country, string $calling_code ): string {
		$text   = (string) preg_replace( '/\(0\)/', '', trim( $typed ) );
		$number = (string) preg_replace( '/[\s().\/\x{2010}-\x{2015}-]+/u', '', $text );
		$code   = (string) preg_replace( '/[^\d]/', '', $calling_code );
		$number = str_starts_with( $number, '00' ) ? '+' . substr( $number, 2 ) : $number;

		if ( ! str_starts_with( $number, '+' ) ) {
			$number = '' === $code || ! ctype_digit( $number ) ? '' : self::national( $number, $country, $code );
		}

		return 1 === preg_match( '/\A\+[1-9]\d{7,14}\z/', $number ) ? $number : '';
	}

	/**
	 * Puts the country before a number that is dialled within it.
	 */
	private static function national( string $number, string $country, string $code ): string {
		if ( str_starts_with( $number, '0' ) ) {
			return '+' . $code . ( in_array( $country, self::KEEPS_ZERO, true ) ? $number : substr( $number, 1 ) );
		}
		if ( in_array( $country, self::WITHOUT_TRUNK, true ) ) {
			$is_american = '1' === $code;

			return $is_american && 11 === strlen( $number ) ? '+' . $number : '+' . $code . $number;
		}

		// 31612345678: the country is there, its sign is not.
		return str_starts_with( $number, $code ) && strlen( $number ) >= 10 ? '+' . $number : '';
	}
}
