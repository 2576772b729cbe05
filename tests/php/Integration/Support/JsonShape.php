<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use PHPUnit\Framework\Assert;

/**
 * Compares a response with an example of the REST API: the same keys and values of the same types.
 */
final class JsonShape {

	/**
	 * Fields that may be null although the example has a value.
	 */
	private const NULLABLE = [
		'by', 'delivery', 'draft', 'expires_at', 'from', 'link_id', 'payment_url', 'paid_at', 'status_reason',
		'transaction_id', 'payment_method', 'gateway',
	];

	/**
	 * @param array<mixed> $value   Actual value.
	 * @param array<mixed> $example Expected structure.
	 */
	public static function assert_same( array $value, array $example ): void {
		self::compare( $value, $example, '' );
	}

	private static function compare( mixed $value, mixed $example, string $path ): void {
		$name = substr( (string) strrchr( '.' . $path, '.' ), 1 );
		if ( $example === null || ( $value === null && in_array( $name, self::NULLABLE, true ) ) ) {
			return;
		}
		if ( ! is_array( $example ) || ! is_array( $value ) ) {
			Assert::assertSame( get_debug_type( $example ), get_debug_type( $value ), "Type at $path." );

			return;
		}

		if ( array_is_list( $example ) ) {
			Assert::assertIsList( $value, "List at $path." );
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
