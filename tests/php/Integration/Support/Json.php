<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use PHPUnit\Framework\Assert;

/**
 * Reads values from decoded JSON. A missing key or a wrong type fails the test.
 */
final class Json {

	/**
	 * @param array<mixed> $value
	 */
	public static function at( array $value, string|int ...$path ): mixed {
		foreach ( $path as $key ) {
			Assert::assertIsArray( $value );
			Assert::assertArrayHasKey( $key, $value, 'At ' . implode( '.', $path ) . ' of ' . json_encode( $value ) );
			$value = $value[ $key ];
		}
		return $value;
	}

	/**
	 * @param array<mixed> $value
	 */
	public static function text( array $value, string|int ...$path ): string {
		$found = self::at( $value, ...$path );
		Assert::assertIsString( $found, implode( '.', $path ) );
		return $found;
	}

	/**
	 * @param array<mixed> $value
	 */
	public static function number( array $value, string|int ...$path ): int {
		$found = self::at( $value, ...$path );
		Assert::assertIsInt( $found, implode( '.', $path ) );
		return $found;
	}

	/**
	 * @param array<mixed> $value
	 *
	 * @return array<mixed>
	 */
	public static function object( array $value, string|int ...$path ): array {
		$found = self::at( $value, ...$path );
		Assert::assertIsArray( $found, implode( '.', $path ) );
		return $found;
	}

	/**
	 * Returns an example of the REST API from tests/fixtures/wire.
	 *
	 * @return array<mixed>
	 */
	public static function fixture( string $name ): array {
		$value = json_decode(
			(string) file_get_contents( dirname( __DIR__, 3 ) . "/fixtures/wire/$name.json" ),
			true,
			32,
			JSON_THROW_ON_ERROR
		);
		Assert::assertIsArray( $value );
		return self::resolve( $value );
	}

	/**
	 * Replaces every `{"$ref": "name.json", …}` with the content of that file and the other properties.
	 *
	 * @param array<mixed> $value
	 *
	 * @return array<mixed>
	 */
	private static function resolve( array $value ): array {
		$file = $value['$ref'] ?? null;
		unset( $value['$ref'] );
		$resolved = array_map(
			static fn ( mixed $item ): mixed => is_array( $item ) ? self::resolve( $item ) : $item,
			$value
		);
		return is_string( $file ) ? array_replace( self::fixture( basename( $file, '.json' ) ), $resolved ) : $resolved;
	}
}
