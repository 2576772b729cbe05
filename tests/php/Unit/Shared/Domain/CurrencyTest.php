<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Shared\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( Currency::class )]
final class CurrencyTest extends TestCase {

	#[DataProvider( 'decimals' )]
	public function test_a_currency_has_the_decimals_of_iso_4217( string $code, int $decimals ): void {
		self::assertSame( $decimals, ( new Currency( $code ) )->exponent() );
	}

	/**
	 * @return array<string, array{string, int}>
	 */
	public static function decimals(): array {
		$by_decimals = [
			0 => [
				'JPY', 'KRW', 'CLP', 'ISK', 'VND', 'XAF', 'XOF', 'XPF', 'PYG', 'UGX', 'RWF', 'BIF', 'DJF', 'GNF', 'KMF',
				'VUV',
			],
			2 => [ 'EUR', 'USD', 'GBP', 'HUF', 'CZK', 'TWD', 'IDR', 'TRY', 'AED', 'MGA' ],
			3 => [ 'KWD', 'BHD', 'OMR', 'TND', 'JOD', 'LYD', 'IQD' ],
		];

		$cases = [];
		foreach ( $by_decimals as $decimals => $codes ) {
			foreach ( $codes as $code ) {
				$cases[ "$code has $decimals" ] = [ $code, $decimals ];
			}
		}

		return $cases;
	}

	#[DataProvider( 'invalid_codes' )]
	public function test_a_code_other_than_three_capital_letters_is_refused( string $code ): void {
		try {
			new Currency( $code );
		} catch ( InvalidValue $error ) {
			self::assertSame( [ 'currency', 'invalid_currency' ], [ $error->field, $error->reason ] );

			return;
		}

		self::fail( 'The input was accepted.' );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function invalid_codes(): array {
		return [
			'empty'                        => [ '' ],
			'lower case'                   => [ 'eur' ],
			'two letters'                  => [ 'EU' ],
			'four letters'                 => [ 'EURO' ],
			'digits'                       => [ '978' ],
			'a currency symbol'            => [ '€' ],
			'one character of three bytes' => [ "\u{20AC}" ],
			'a space before'               => [ ' EUR' ],
			'a trailing line break'        => [ "EUR\n" ],
			'a Cyrillic letter'            => [ 'ЕUR' ],
		];
	}

	public function test_the_currencies_of_the_provider_are_known(): void {
		self::assertTrue( ( new Currency( 'EUR' ) )->is_known_to_provider() );
		self::assertTrue( ( new Currency( 'JPY' ) )->is_known_to_provider() );
		self::assertFalse( ( new Currency( 'KWD' ) )->is_known_to_provider() );
		self::assertFalse( ( new Currency( 'XYZ' ) )->is_known_to_provider() );
	}

	public function test_currencies_are_compared_by_code(): void {
		self::assertTrue( ( new Currency( 'EUR' ) )->equals( new Currency( 'EUR' ) ) );
		self::assertFalse( ( new Currency( 'EUR' ) )->equals( new Currency( 'USD' ) ) );
	}
}
