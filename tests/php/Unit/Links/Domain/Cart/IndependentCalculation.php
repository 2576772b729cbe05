<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain\Cart;

/**
 * Calculates the total of a request's cart by the provider's rule, from its JSON and with decimal digit arithmetic.
 * Shares no code with the CartBuilder that it checks.
 */
final class IndependentCalculation {

	/**
	 * @param array<string, mixed> $parts Shopping cart and checkout options of the request.
	 */
	public static function hundredths( array $parts ): int {
		/**
		 * @var array{
		 *     shopping_cart: array{
		 *         items: list<array{unit_price: float|int, quantity: int, tax_table_selector: string}>,
		 *     },
		 *     checkout_options: array{
		 *         tax_tables: array{alternate: list<array{name: string, rules: array{array{rate: float|int}}}>},
		 *     },
		 * } $json
		 */
		$json  = json_decode( json_encode( $parts, JSON_THROW_ON_ERROR ), true, 512, JSON_THROW_ON_ERROR );
		$rates = [];
		foreach ( $json['checkout_options']['tax_tables']['alternate'] as $table ) {
			$rates[ $table['name'] ] = self::scaled( $table['rules'][0]['rate'], 8 );
		}

		$net = '0';
		$vat = '0';
		foreach ( $json['shopping_cart']['items'] as $item ) {
			$total = self::multiply( self::scaled( $item['unit_price'], 10 ), (string) $item['quantity'] );
			$net   = self::add( $net, $total );
			$vat   = self::add( $vat, self::multiply( $total, $rates[ $item['tax_table_selector'] ] ) );
		}

		return self::round( $net, 8 ) + self::round( $vat, 16 );
	}

	/**
	 * Returns the number as an integer in units of 10^-scale. Throws when it has more decimals.
	 */
	private static function scaled( float|int $number, int $scale ): string {
		// The provider reads the number as JSON encodes it.
		$text = json_encode( $number, JSON_THROW_ON_ERROR );
		if ( str_contains( $text, 'e' ) ) {
			$text = rtrim( sprintf( '%.' . $scale . 'F', $number ), '0' );
		}
		[ $whole, $fraction ] = explode( '.', $text . '.' );
		if ( strlen( $fraction ) > $scale ) {
			throw new \RangeException( "$text has more than $scale decimals" );
		}
		$sign   = str_starts_with( $whole, '-' ) ? '-' : '';
		$digits = ltrim( ltrim( $whole, '-' ) . str_pad( $fraction, $scale, '0' ), '0' );

		return '' === $digits ? '0' : $sign . $digits;
	}

	private static function multiply( string $a, string $b ): string {
		$negative = str_starts_with( $a, '-' ) !== str_starts_with( $b, '-' );
		$x        = array_map( intval( ... ), array_reverse( str_split( ltrim( $a, '-' ) ) ) );
		$y        = array_map( intval( ... ), array_reverse( str_split( ltrim( $b, '-' ) ) ) );
		$product  = array_fill( 0, count( $x ) + count( $y ), 0 );
		foreach ( $x as $i => $p ) {
			foreach ( $y as $j => $q ) {
				$product[ $i + $j ] += $p * $q;
			}
		}

		return self::to_string( $product, $negative );
	}

	private static function add( string $a, string $b ): string {
		$digits = array_fill( 0, max( strlen( $a ), strlen( $b ) ) + 1, 0 );
		foreach ( [ $a, $b ] as $number ) {
			$sign = str_starts_with( $number, '-' ) ? -1 : 1;
			foreach ( array_reverse( str_split( ltrim( $number, '-' ) ) ) as $i => $digit ) {
				$digits[ $i ] += $sign * (int) $digit;
			}
		}
		$top      = array_values( array_filter(
			array_reverse( self::with_carry( $digits ) ),
			static fn ( int $d ): bool => 0 !== $d
		) )[0]
			?? 0;
		$negative = $top < 0;

		return self::to_string(
			$negative ? array_map( static fn ( int $d ): int => -$d, $digits ) : $digits,
			$negative
		);
	}

	/**
	 * @param array<int, int> $digits Lowest first, any size.
	 */
	private static function to_string( array $digits, bool $negative ): string {
		$text = ltrim( implode( '', array_reverse( self::with_carry( $digits ) ) ), '0' );

		return '' === $text ? '0' : ( $negative ? '-' : '' ) . $text;
	}

	/**
	 * @param array<int, int> $digits Lowest first, any size.
	 * @return array<int, int> The highest one carries the sign.
	 */
	private static function with_carry( array $digits ): array {
		$carry = 0;
		$last  = count( $digits ) - 1;
		foreach ( $digits as $i => $digit ) {
			$sum          = $digit + $carry;
			$digits[ $i ] = $i === $last ? $sum : ( ( $sum % 10 ) + 10 ) % 10;
			$carry        = intdiv( $sum - $digits[ $i ], 10 );
		}

		return $digits;
	}

	/**
	 * Removes the given number of digits and rounds half up.
	 */
	private static function round( string $number, int $digits ): int {
		if ( str_starts_with( $number, '-' ) ) {
			throw new \RangeException( 'The rule does not define rounding below zero.' );
		}
		$number = str_pad( $number, $digits + 1, '0', STR_PAD_LEFT );

		return (int) substr( $number, 0, -$digits ) + ( $number[ strlen( $number ) - $digits ] >= '5' ? 1 : 0 );
	}
}
