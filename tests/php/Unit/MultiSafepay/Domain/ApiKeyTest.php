<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\MultiSafepay\Domain;

use LogicException;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Domain\OrderIdTemplate;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\RequiresPhp;
use PHPUnit\Framework\TestCase;

// phpcs:disable WordPress.PHP.DevelopmentFunctions, WordPress.PHP.DiscouragedPHPFunctions, WordPress.PHP.IniSet

#[CoversClass( ApiKey::class )]
final class ApiKeyTest extends TestCase {

	private const KEY = 'k3y-that-nobody-may-ever-see-9f2c';

	/**
	 * The part that the mask hides.
	 */
	private const SECRET = 'nobody-may-ever-see';

	/**
	 * @param callable(mixed): string $print
	 */
	#[DataProvider( 'printers' )]
	public function test_the_key_is_never_printed( callable $print ): void {
		self::assertStringNotContainsString( self::SECRET, $print( new ApiKey( self::KEY ) ) );
	}

	/**
	 * @param callable(mixed): string $print
	 */
	#[DataProvider( 'printers' )]
	public function test_a_site_with_a_key_never_prints_it( callable $print ): void {
		$site = new Site(
			'main',
			'Main shop',
			Environment::Live,
			new ApiKey( self::KEY ),
			new OrderIdTemplate(),
			true
		);

		self::assertStringNotContainsString( self::SECRET, $print( [ $site ] ) );
	}

	/**
	 * @return array<string, array{callable(mixed): string}>
	 */
	public static function printers(): array {
		return [
			'var_dump'        => [
				static fn ( mixed $value ): string => self::output_of( static fn () => var_dump( $value ) ),
			],
			'print_r'         => [ static fn ( mixed $value ): string => print_r( $value, true ) ],
			'var_export'      => [ static fn ( mixed $value ): string => var_export( $value, true ) ],
			'debug_zval_dump' => [
				static fn ( mixed $value ): string => self::output_of( static fn () => debug_zval_dump( $value ) ),
			],
			'json_encode'     => [
				static fn ( mixed $value ): string => json_encode( $value, JSON_THROW_ON_ERROR ),
			],
			'array cast'      => [
				static fn ( mixed $value ): string => print_r( is_object( $value ) ? (array) $value : $value, true ),
			],
			'clone'           => [
				static fn ( mixed $value ): string => print_r( is_object( $value ) ? clone $value : $value, true ),
			],
		];
	}

	public function test_the_string_value_is_the_mask(): void {
		$key = new ApiKey( self::KEY );

		self::assertSame( '••••••••9f2c', (string) $key );
		self::assertSame( 'key: ••••••••9f2c', sprintf( 'key: %s', $key ) );
		self::assertSame( '••••••••9f2c', $key->masked() );
	}

	public function test_the_key_cannot_be_serialised(): void {
		$this->expectException( LogicException::class );

		serialize( new ApiKey( self::KEY ) );
	}

	public function test_a_refused_key_is_not_in_the_error(): void {
		$error = self::refusal( self::KEY . "\nX-Evil: 1" );

		self::assertStringNotContainsString(
			self::SECRET,
			$error->getMessage() . json_encode( $error->arguments, JSON_THROW_ON_ERROR )
		);
	}

	#[RequiresPhp( '>= 8.2' )]
	public function test_a_refused_key_is_not_in_a_trace_with_arguments(): void {
		$original = (string) ini_set( 'zend.exception_ignore_args', '0' );
		try {
			$error = self::refusal( self::KEY . "\n!" );
		} finally {
			ini_set( 'zend.exception_ignore_args', $original );
		}

		$frames = array_filter(
			$error->getTrace(),
			static fn ( array $frame ): bool => ApiKey::class === ( $frame['class'] ?? '' )
		);
		self::assertNotSame( [], $frames );
		self::assertStringNotContainsString( self::SECRET, print_r( $frames, true ) );
	}

	public function test_reveal_returns_the_key(): void {
		self::assertSame( self::KEY, ( new ApiKey( self::KEY ) )->reveal() );
		self::assertSame( self::KEY, ( clone new ApiKey( self::KEY ) )->reveal() );
	}

	public function test_two_keys_are_kept_apart(): void {
		$first = new ApiKey( 'the-first-key-of-two' );
		$second = new ApiKey( 'the-other-key-of-two' );

		self::assertSame( [ 'the-first-key-of-two', 'the-other-key-of-two' ], [ $first->reveal(), $second->reveal() ] );
	}

	#[DataProvider( 'keys' )]
	public function test_a_key_is_trimmed_and_masked( string $input, string $key, string $mask ): void {
		$api_key = new ApiKey( $input );

		self::assertSame( [ $key, $mask ], [ $api_key->reveal(), $api_key->masked() ] );
	}

	/**
	 * @return array<string, array{string, string, string}>
	 */
	public static function keys(): array {
		return [
			'pasted with white space'                    => [
				" \t0123456789abcdef\r\n",
				'0123456789abcdef',
				'••••••••cdef',
			],
			'five characters'                            => [ 'abcde', 'abcde', '••••••••' ],
			'fifteen characters, too short to show four' => [ '0123456789abcde', '0123456789abcde', '••••••••' ],
			'two hundred characters'                     => [
				str_repeat( 'x', 200 ),
				str_repeat( 'x', 200 ),
				'••••••••xxxx',
			],
		];
	}

	#[DataProvider( 'invalid_keys' )]
	public function test_a_key_that_is_invalid_in_a_header_is_refused( string $input ): void {
		$error = self::refusal( $input );

		self::assertSame( [ 'api_key', 'invalid_api_key' ], [ $error->field, $error->reason ] );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function invalid_keys(): array {
		return [
			'empty'                          => [ '' ],
			'white space'                    => [ " \n\t " ],
			'four characters'                => [ 'abcd' ],
			'two hundred and one characters' => [ str_repeat( 'x', 201 ) ],
			'a second header'                => [ "0123456789abcdef\r\nX-Evil: 1" ],
			'a space inside'                 => [ '01234567 89abcdef' ],
			'a zero byte inside'             => [ "01234567\089abcdef" ],
			'the masked key'                 => [ '••••••••cdef' ],
			'non-ASCII letters'              => [ '0123456789abcdéf' ],
		];
	}

	public function test_the_fingerprint_distinguishes_keys_and_does_not_reveal_them(): void {
		$fingerprint = ( new ApiKey( self::KEY ) )->fingerprint();

		self::assertMatchesRegularExpression( '/\A[0-9a-f]{16}\z/', $fingerprint );
		self::assertSame( $fingerprint, ( new ApiKey( self::KEY . ' ' ) )->fingerprint() );
		self::assertNotSame( $fingerprint, ( new ApiKey( self::KEY . 'x' ) )->fingerprint() );
		self::assertStringNotContainsString( $fingerprint, hash( 'sha256', self::KEY ) );
	}

	private static function output_of( callable $print ): string {
		ob_start();
		$print();

		return (string) ob_get_clean();
	}

	private static function refusal( string $input ): InvalidValue {
		try {
			new ApiKey( $input );
		} catch ( InvalidValue $error ) {
			return $error;
		}

		self::fail( 'The input was accepted.' );
	}
}
