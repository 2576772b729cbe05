<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Domain;

use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( Currency::class )]
final class CurrencyTest extends TestCase {

	#[DataProvider( 'decimals' )]
	public function test_it_knows_its_decimals( string $code, int $decimals ): void {
		self::assertSame( $decimals, ( new Currency( $code ) )->exponent() );
	}

	/**
	 * @return array<string, array{string, int}>
	 */
	public static function decimals(): array {
		$by_decimals = [
			0 => [ 'JPY', 'KRW', 'CLP', 'ISK', 'VND', 'XAF', 'XOF', 'XPF', 'PYG', 'UGX', 'RWF', 'BIF', 'DJF', 'GNF', 'KMF', 'VUV' ],
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

	#[DataProvider( 'no_codes' )]
	public function test_it_refuses_what_is_not_three_capitals( string $code ): void {
		try {
			new Currency( $code );
		} catch ( InvalidValue $error ) {
			self::assertSame( [ 'currency', 'invalid_currency' ], [ $error->field, $error->reason ] );

			return;
		}

		self::fail( 'It was taken.' );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function no_codes(): array {
		return [
			'nothing'               => [ '' ],
			'small letters'         => [ 'eur' ],
			'two letters'           => [ 'EU' ],
			'four letters'          => [ 'EURO' ],
			'digits'                => [ '978' ],
			'a sign'                => [ '€' ],
			'three bytes, one sign' => [ "\u{20AC}" ],
			'a space before'        => [ ' EUR' ],
			'a line end behind'     => [ "EUR\n" ],
			'letters like ours'     => [ 'ЕUR' ],
		];
	}

	public function test_it_tells_what_the_provider_takes(): void {
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
