<?php
/**
 * Comparing structures.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use PHPUnit\Framework\Assert;

/**
 * Holds an answer against an example of the wire format: the same keys, values of the same types.
 */
final class JsonShape {

	/**
	 * Fields that may be null where the example has a value.
	 */
	private const NULLABLE = [ 'by', 'delivery', 'draft', 'expires_at', 'from', 'link_id', 'payment_url', 'paid_at', 'status_reason', 'transaction_id', 'payment_method', 'gateway' ];

	/**
	 * @param array<mixed> $value   What came.
	 * @param array<mixed> $example What it should look like.
	 */
	public static function assert_same( array $value, array $example ): void {
		self::compare( $value, $example, '' );
	}

	private static function compare( mixed $value, mixed $example, string $path ): void {
		$name = substr( (string) strrchr( '.' . $path, '.' ), 1 );
		if ( $example === null || ( $value === null && in_array( $name, self::NULLABLE, true ) ) ) {
			return;
		}
		Assert::assertSame( get_debug_type( $example ), get_debug_type( $value ), "Type at $path." );
		if ( ! is_array( $example ) || ! is_array( $value ) ) {
			return;
		}
		Assert::assertSame( array_is_list( $example ), array_is_list( $value ), "List or object at $path." );
		if ( array_is_list( $example ) ) {
			foreach ( $example === [] ? [] : $value as $index => $item ) {
				self::compare( $item, $example[0], "$path.$index" );
			}
			return;
		}
		$keys     = array_keys( $value );
		$expected = array_keys( $example );
		sort( $keys );
		sort( $expected );
		Assert::assertSame( $expected, $keys, "Keys at $path." );
		foreach ( $example as $key => $inner ) {
			self::compare( $value[ $key ], $inner, ltrim( "$path.$key", '.' ) );
		}
	}
}
