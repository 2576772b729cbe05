<?php
/**
 * Exact numbers of a cart.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Cart;

/**
 * Whole numbers of 0.0000000001: the ten decimals that the provider's unit prices have. Never a float.
 */
final class Scaled {

	public const DECIMALS = 10;
	public const ONE      = 10_000_000_000;

	/**
	 * The largest number that is reckoned with: sums of a cart stay far from the end of an integer.
	 */
	public const MAX = self::MAX_WHOLE * self::ONE;

	private const MAX_WHOLE = 100_000_000;

	/**
	 * Has no instances: the numbers are plain integers.
	 */
	private function __construct() {}

	/**
	 * Reads decimal text, rounding what is behind the tenth decimal half up. Null when it is no number or too large.
	 */
	public static function parse( string $decimal ): ?int {
		if ( 1 !== preg_match( '/\A(?<sign>-?)(?<whole>\d{1,9})(?:\.(?<fraction>\d*))?\z/', trim( $decimal ), $match ) || (int) $match['whole'] >= self::MAX_WHOLE ) {
			return null;
		}

		$fraction = str_pad( $match['fraction'] ?? '', self::DECIMALS + 1, '0' );
		$number   = (int) $match['whole'] * self::ONE + (int) substr( $fraction, 0, self::DECIMALS ) + ( $fraction[ self::DECIMALS ] >= '5' ? 1 : 0 );

		return '-' === $match['sign'] ? -$number : $number;
	}

	/**
	 * Returns decimal text without needless zeros.
	 */
	public static function text( int $number ): string {
		$digits = str_pad( (string) abs( $number ), self::DECIMALS + 1, '0', STR_PAD_LEFT );
		$text   = rtrim( substr( $digits, 0, -self::DECIMALS ) . '.' . substr( $digits, -self::DECIMALS ), '0' );

		return ( $number < 0 ? '-' : '' ) . rtrim( $text, '.' );
	}

	/**
	 * Divides and rounds half away from zero.
	 *
	 * @param int $number  Any.
	 * @param int $divisor Above zero.
	 */
	public static function divide( int $number, int $divisor ): int {
		$quotient  = intdiv( abs( $number ), $divisor );
		$remainder = abs( $number ) % $divisor;
		$quotient += $remainder >= $divisor - $remainder ? 1 : 0;

		return $number < 0 ? -$quotient : $quotient;
	}

	/**
	 * Divides and rounds down, also below zero.
	 *
	 * @param int $number  Any.
	 * @param int $divisor Above zero.
	 */
	public static function floor( int $number, int $divisor ): int {
		$quotient = intdiv( $number, $divisor );

		return $number % $divisor < 0 ? $quotient - 1 : $quotient;
	}
}
