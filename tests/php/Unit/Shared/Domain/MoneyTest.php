<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Shared\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( Money::class )]
final class MoneyTest extends TestCase {

	#[DataProvider( 'exact_decimals' )]
	public function test_a_decimal_string_is_parsed_exactly( string $decimal, string $currency, int $units ): void {
		self::assertSame( $units, Money::from_decimal( $decimal, new Currency( $currency ) )->amount );
	}

	/**
	 * @return array<string, array{string, string, int}>
	 */
	public static function exact_decimals(): array {
		return [
			'two decimals'                           => [ '80.50', 'EUR', 8050 ],
			'one decimal'                            => [ '80.5', 'EUR', 8050 ],
			'no decimals'                            => [ '80', 'EUR', 8000 ],
			'a trailing dot'                         => [ '80.', 'EUR', 8000 ],
			'additional zeros'                       => [ '80.500000', 'EUR', 8050 ],
			'one cent'                               => [ '0.01', 'EUR', 1 ],
			'zero'                                   => [ '0.00', 'EUR', 0 ],
			'surrounding white space'                => [ " 80.50\n", 'EUR', 8050 ],
			'leading zeros'                          => [ '0080.50', 'EUR', 8050 ],
			'negative'                               => [ '-12.34', 'EUR', -1234 ],
			'negative, below one'                    => [ '-0.05', 'EUR', -5 ],
			'negative zero'                          => [ '-0.00', 'EUR', 0 ],
			'inexact as a float: 1.15'               => [ '1.15', 'EUR', 115 ],
			'inexact as a float: 19.99'              => [ '19.99', 'EUR', 1999 ],
			'inexact as a float: 4.35'               => [ '4.35', 'EUR', 435 ],
			'fifteen digits, beyond float precision' => [ '999999999999999.99', 'EUR', 99_999_999_999_999_999 ],
			'yen have no decimals'                   => [ '1000', 'JPY', 1000 ],
			'yen stored with two zeros'              => [ '1000.00', 'JPY', 1000 ],
			'dinars have three decimals'             => [ '1.234', 'KWD', 1234 ],
			'dinars with one decimal'                => [ '1.2', 'KWD', 1200 ],
			'dinars without decimals'                => [ '7', 'KWD', 7000 ],
			'fifteen digits of dinars'               => [ '999999999999999.999', 'KWD', 999_999_999_999_999_999 ],
		];
	}

	/**
	 * @param list<string> $decimals
	 */
	#[DataProvider( 'sums' )]
	public function test_a_sum_is_exact_and_rounded_half_up( array $decimals, string $currency, int $units ): void {
		self::assertSame( $units, Money::rounded_sum( $decimals, new Currency( $currency ) )->amount );
	}

	/**
	 * @return array<string, array{list<string>, string, int}>
	 */
	public static function sums(): array {
		return [
			'nothing'                              => [ [], 'EUR', 0 ],
			'half a cent'                          => [ [ '10.125' ], 'EUR', 1013 ],
			'below half a cent'                    => [ [ '10.12499999' ], 'EUR', 1012 ],
			'inexact as a float'                   => [ [ '1.005' ], 'EUR', 101 ],
			'half a yen'                           => [ [ '100.50' ], 'JPY', 101 ],
			'three decimals'                       => [ [ '1.2345' ], 'KWD', 1235 ],
			'rounded after the subtraction'        => [ [ '10.1234', '-5.0617' ], 'EUR', 506 ],
			'more refunded than paid'              => [ [ '5.00', '-7.50' ], 'EUR', -250 ],
			'fractions that add up to a unit'      => [ [ '0.3333', '0.3333', '0.3334' ], 'EUR', 100 ],
			'fifteen digits, beyond a float'       => [ [ '999999999999999.99' ], 'EUR', 99_999_999_999_999_999 ],
			'a text that is not a number'          => [ [ '12.50', 'free' ], 'EUR', 1250 ],
			'more decimals than WooCommerce keeps' => [ [ '0.0049999999' ], 'EUR', 0 ],
		];
	}

	#[DataProvider( 'fractions_of_a_unit' )]
	public function test_a_fraction_of_the_smallest_unit_is_refused_and_not_rounded(
		string $decimal,
		string $currency,
	): void {
		$this->assert_refused( 'fraction_of_unit', $decimal, $currency );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function fractions_of_a_unit(): array {
		return [
			'half a cent'                 => [ '80.005', 'EUR' ],
			'a tenth of a cent'           => [ '0.001', 'EUR' ],
			'float rounding noise'        => [ '0.30000000000000004', 'EUR' ],
			'many decimals'               => [ '1.000000000000000000000001', 'EUR' ],
			'a negative amount'           => [ '-80.005', 'EUR' ],
			'half a yen'                  => [ '1000.5', 'JPY' ],
			'a hundredth of a yen'        => [ '1000.01', 'JPY' ],
			'a ten-thousandth of a dinar' => [ '1.2345', 'KWD' ],
		];
	}

	#[DataProvider( 'invalid_numbers' )]
	public function test_a_string_that_is_not_a_decimal_number_is_refused( string $text ): void {
		$this->assert_refused( 'invalid_amount', $text, 'EUR' );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function invalid_numbers(): array {
		return [
			'empty'                    => [ '' ],
			'spaces'                   => [ '   ' ],
			'a dot'                    => [ '.' ],
			'no digit before the dot'  => [ '.50' ],
			'a decimal comma'          => [ '80,50' ],
			'a thousands separator'    => [ '1,000.00' ],
			'a space inside'           => [ '1 000' ],
			'a line break inside'      => [ "80\n00" ],
			'an exponent'              => [ '8e3' ],
			'hexadecimal'              => [ '0x50' ],
			'a plus sign'              => [ '+80' ],
			'two signs'                => [ '--80' ],
			'only a sign'              => [ '-' ],
			'two dots'                 => [ '80.00.00' ],
			'a currency sign'          => [ '€80' ],
			'infinity'                 => [ 'INF' ],
			'not a number'             => [ 'NAN' ],
			'digits in another script' => [ '٨٠' ],
			'too many digits'          => [ '1000000000000000' ],
			'an integer overflow'      => [ '99999999999999999999999999' ],
		];
	}

	#[DataProvider( 'formatted_amounts' )]
	public function test_an_amount_is_formatted_with_the_decimals_of_its_currency(
		int $units,
		string $currency,
		string $decimal,
	): void {
		self::assertSame( $decimal, ( new Money( $units, new Currency( $currency ) ) )->to_decimal() );
	}

	/**
	 * @return array<string, array{int, string, string}>
	 */
	public static function formatted_amounts(): array {
		return [
			'euros'               => [ 8050, 'EUR', '80.50' ],
			'one cent'            => [ 1, 'EUR', '0.01' ],
			'zero'                => [ 0, 'EUR', '0.00' ],
			'minus five cents'    => [ -5, 'EUR', '-0.05' ],
			'minus eighty euros'  => [ -8000, 'EUR', '-80.00' ],
			'yen'                 => [ 1000, 'JPY', '1000' ],
			'zero yen'            => [ 0, 'JPY', '0' ],
			'minus one yen'       => [ -1, 'JPY', '-1' ],
			'one fils'            => [ 1, 'KWD', '0.001' ],
			'dinars'              => [ 1_234_567, 'KWD', '1234.567' ],
			'the largest integer' => [ PHP_INT_MAX, 'EUR', '92233720368547758.07' ],
		];
	}

	#[DataProvider( 'currencies' )]
	public function test_a_formatted_amount_is_parsed_to_the_same_amount( string $code ): void {
		$currency = new Currency( $code );

		for ( $units = -1100; $units <= 1100; $units++ ) {
			$money = new Money( $units, $currency );

			self::assertTrue(
				$money->equals( Money::from_decimal( $money->to_decimal(), $currency ) ),
				$money->to_decimal()
			);
		}
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function currencies(): array {
		return [
			'no decimals'    => [ 'JPY' ],
			'two decimals'   => [ 'EUR' ],
			'three decimals' => [ 'KWD' ],
		];
	}

	public function test_subtracting_a_larger_amount_gives_a_negative_amount(): void {
		$due = self::euros( 8000 )->minus( self::euros( 9000 ) );

		self::assertSame( -1000, $due->amount );
		self::assertSame( 'EUR', $due->currency->code );
	}

	public function test_subtracting_does_not_change_the_operands(): void {
		$total = self::euros( 8000 );
		$paid  = self::euros( 3000 );

		self::assertSame( 5000, $total->minus( $paid )->amount );
		self::assertSame( [ 8000, 3000 ], [ $total->amount, $paid->amount ] );
	}

	public function test_amounts_in_different_currencies_cannot_be_subtracted(): void {
		try {
			self::euros( 8000 )->minus( new Money( 8000, new Currency( 'USD' ) ) );
		} catch ( InvalidValue $error ) {
			self::assertSame(
				[ 'currency', 'other_currency', [ 'currency' => 'USD' ] ],
				[ $error->field, $error->reason, $error->arguments ]
			);

			return;
		}

		self::fail( 'Dollars were subtracted from euros.' );
	}

	public function test_equal_amounts_have_the_same_value_and_currency(): void {
		self::assertTrue( self::euros( 8000 )->equals( self::euros( 8000 ) ) );
		self::assertFalse( self::euros( 8000 )->equals( self::euros( 8001 ) ) );
		self::assertFalse( self::euros( 8000 )->equals( self::euros( -8000 ) ) );
		self::assertFalse( self::euros( 0 )->equals( new Money( 0, new Currency( 'USD' ) ) ) );
	}

	public function test_fits_decimals_reports_whether_an_amount_needs_more_decimals(): void {
		foreach ( [
			[ 8050, 'EUR', [ false, true, true, true ] ],
			[ 8055, 'EUR', [ false, false, true, true ] ],
			[ 8050, 'JPY', [ true, true, true, true ] ],
			[ 8000, 'EUR', [ true, true, true, true ] ],
			[ 80_500, 'KWD', [ false, true, true, true ] ],
		] as [ $amount, $currency, $fits ] ) {
			$money = new Money( $amount, new Currency( $currency ) );
			self::assertSame( $fits, array_map( $money->fits_decimals( ... ), [ 0, 1, 2, 3 ] ), "$amount $currency" );
		}
	}

	private static function euros( int $cents ): Money {
		return new Money( $cents, new Currency( 'EUR' ) );
	}

	private function assert_refused( string $reason, string $decimal, string $currency ): void {
		try {
			$money = Money::from_decimal( $decimal, new Currency( $currency ) );
		} catch ( InvalidValue $error ) {
			self::assertSame( [ 'amount', $reason ], [ $error->field, $error->reason ] );

			return;
		}

		self::fail( 'Parsed as ' . $money->to_decimal() );
	}
}
