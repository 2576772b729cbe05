<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Cart;

/**
 * Fixed-point numbers with ten decimals, as in MultiSafepay's unit prices: an integer counts units of 0.0000000001.
 */
final class Scaled {

	public const DECIMALS = 10;
	public const ONE      = 10_000_000_000;

	/**
	 * The largest allowed number, so that the sums of a cart do not overflow.
	 */
	public const MAX = self::MAX_WHOLE * self::ONE;

	private const MAX_WHOLE = 100_000_000;

	private function __construct() {}

	/**
	 * Parses decimal text and rounds it half away from zero to ten decimals. Null if it is not a number or too large.
	 */
	public static function parse( string $decimal ): ?int {
		if (
			1 !== preg_match( '/\A(?<sign>-?)(?<whole>\d{1,9})(?:\.(?<fraction>\d*))?\z/', trim( $decimal ), $match )
			|| (int) $match['whole'] >= self::MAX_WHOLE
		) {
			return null;
		}

		$fraction = str_pad( $match['fraction'] ?? '', self::DECIMALS + 1, '0' );
		$number   = (int) $match['whole'] * self::ONE + (int) substr(
			$fraction,
			0,
			self::DECIMALS
		) + ( $fraction[ self::DECIMALS ] >= '5' ? 1 : 0 );

		return '-' === $match['sign'] ? -$number : $number;
	}

	/**
	 * Returns decimal text without trailing zeros.
	 */
	public static function text( int $number ): string {
		$digits = str_pad( (string) abs( $number ), self::DECIMALS + 1, '0', STR_PAD_LEFT );
		$text   = rtrim( substr( $digits, 0, -self::DECIMALS ) . '.' . substr( $digits, -self::DECIMALS ), '0' );

		return ( $number < 0 ? '-' : '' ) . rtrim( $text, '.' );
	}

	/**
	 * Divides and rounds half away from zero.
	 */
	public static function divide( int $number, int $divisor ): int {
		$quotient  = intdiv( abs( $number ), $divisor );
		$remainder = abs( $number ) % $divisor;
		$quotient += $remainder >= $divisor - $remainder ? 1 : 0;

		return $number < 0 ? -$quotient : $quotient;
	}

	/**
	 * Divides and rounds towards negative infinity.
	 */
	public static function floor( int $number, int $divisor ): int {
		$quotient = intdiv( $number, $divisor );

		return $number % $divisor < 0 ? $quotient - 1 : $quotient;
	}
}
