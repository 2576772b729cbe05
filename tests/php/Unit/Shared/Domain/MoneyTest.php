<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Domain;

use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Money;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( Money::class )]
final class MoneyTest extends TestCase {

	#[DataProvider( 'exact_decimals' )]
	public function test_it_reads_decimal_text_exactly( string $decimal, string $currency, int $units ): void {
		self::assertSame( $units, Money::from_decimal( $decimal, new Currency( $currency ) )->amount );
	}

	/**
	 * @return array<string, array{string, string, int}>
	 */
	public static function exact_decimals(): array {
		return [
			'two decimals'                        => [ '80.50', 'EUR', 8050 ],
			'one decimal'                         => [ '80.5', 'EUR', 8050 ],
			'none'                                => [ '80', 'EUR', 8000 ],
			'a dot and nothing behind it'         => [ '80.', 'EUR', 8000 ],
			'zeros beyond the cent'               => [ '80.500000', 'EUR', 8050 ],
			'a cent'                              => [ '0.01', 'EUR', 1 ],
			'nothing'                             => [ '0.00', 'EUR', 0 ],
			'spaces around'                       => [ " 80.50\n", 'EUR', 8050 ],
			'leading zeros'                       => [ '0080.50', 'EUR', 8050 ],
			'negative'                            => [ '-12.34', 'EUR', -1234 ],
			'negative, under one'                 => [ '-0.05', 'EUR', -5 ],
			'minus nothing'                       => [ '-0.00', 'EUR', 0 ],
			'what floats get wrong: 1.15'         => [ '1.15', 'EUR', 115 ],
			'what floats get wrong: 19.99'        => [ '19.99', 'EUR', 1999 ],
			'what floats get wrong: 4.35'         => [ '4.35', 'EUR', 435 ],
			'fifteen digits, beyond floats'       => [ '999999999999999.99', 'EUR', 99_999_999_999_999_999 ],
			'yen have no decimals'                => [ '1000', 'JPY', 1000 ],
			'yen stored with two zeros'           => [ '1000.00', 'JPY', 1000 ],
			'dinars have three decimals'          => [ '1.234', 'KWD', 1234 ],
			'dinars with one decimal'             => [ '1.2', 'KWD', 1200 ],
			'dinars without'                      => [ '7', 'KWD', 7000 ],
			'fifteen digits of dinars still fit'  => [ '999999999999999.999', 'KWD', 999_999_999_999_999_999 ],
		];
	}

	#[DataProvider( 'fractions_of_a_unit' )]
	public function test_it_refuses_a_fraction_of_the_smallest_unit_instead_of_rounding( string $decimal, string $currency ): void {
		$this->assert_refused( 'fraction_of_unit', $decimal, $currency );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function fractions_of_a_unit(): array {
		return [
			'half a cent'                    => [ '80.005', 'EUR' ],
			'a tenth of a cent'              => [ '0.001', 'EUR' ],
			'noise of a float'               => [ '0.30000000000000004', 'EUR' ],
			'far behind the dot'             => [ '1.000000000000000000000001', 'EUR' ],
			'a negative one'                 => [ '-80.005', 'EUR' ],
			'half a yen'                     => [ '1000.5', 'JPY' ],
			'a cent of a yen'                => [ '1000.01', 'JPY' ],
			'a ten-thousandth of a dinar'    => [ '1.2345', 'KWD' ],
		];
	}

	#[DataProvider( 'no_numbers' )]
	public function test_it_refuses_what_is_no_decimal_number( string $text ): void {
		$this->assert_refused( 'invalid_amount', $text, 'EUR' );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function no_numbers(): array {
		return [
			'nothing'                  => [ '' ],
			'spaces'                   => [ '   ' ],
			'a dot'                    => [ '.' ],
			'no digit before the dot'  => [ '.50' ],
			'a decimal comma'          => [ '80,50' ],
			'thousands'                => [ '1,000.00' ],
			'a space inside'           => [ '1 000' ],
			'a line end inside'        => [ "80\n00" ],
			'an exponent'              => [ '8e3' ],
			'hexadecimal'              => [ '0x50' ],
			'a plus'                   => [ '+80' ],
			'two signs'                => [ '--80' ],
			'a sign alone'             => [ '-' ],
			'two dots'                 => [ '80.00.00' ],
			'a currency sign'          => [ '€80' ],
			'words for infinity'       => [ 'INF' ],
			'no number at all'         => [ 'NAN' ],
			'digits of another script' => [ '٨٠' ],
			'more digits than fit'     => [ '1000000000000000' ],
			'a number that overflows'  => [ '99999999999999999999999999' ],
		];
	}

	#[DataProvider( 'written_amounts' )]
	public function test_it_writes_the_decimals_of_its_currency( int $units, string $currency, string $decimal ): void {
		self::assertSame( $decimal, ( new Money( $units, new Currency( $currency ) ) )->to_decimal() );
	}

	/**
	 * @return array<string, array{int, string, string}>
	 */
	public static function written_amounts(): array {
		return [
			'euros'                     => [ 8050, 'EUR', '80.50' ],
			'a cent'                    => [ 1, 'EUR', '0.01' ],
			'nothing'                   => [ 0, 'EUR', '0.00' ],
			'minus five cents'          => [ -5, 'EUR', '-0.05' ],
			'minus eighty euros'        => [ -8000, 'EUR', '-80.00' ],
			'yen'                       => [ 1000, 'JPY', '1000' ],
			'no yen'                    => [ 0, 'JPY', '0' ],
			'minus one yen'             => [ -1, 'JPY', '-1' ],
			'a fils'                    => [ 1, 'KWD', '0.001' ],
			'dinars'                    => [ 1_234_567, 'KWD', '1234.567' ],
			'the largest whole number'  => [ PHP_INT_MAX, 'EUR', '92233720368547758.07' ],
		];
	}

	#[DataProvider( 'currencies' )]
	public function test_what_it_writes_it_reads_back( string $code ): void {
		$currency = new Currency( $code );

		for ( $units = -1100; $units <= 1100; $units++ ) {
			$money = new Money( $units, $currency );

			self::assertTrue( $money->equals( Money::from_decimal( $money->to_decimal(), $currency ) ), $money->to_decimal() );
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

	public function test_taking_off_more_than_there_is_goes_below_zero(): void {
		$due = self::euros( 8000 )->minus( self::euros( 9000 ) );

		self::assertSame( -1000, $due->amount );
		self::assertSame( 'EUR', $due->currency->code );
	}

	public function test_taking_off_leaves_both_amounts_as_they_are(): void {
		$total = self::euros( 8000 );
		$paid  = self::euros( 3000 );

		self::assertSame( 5000, $total->minus( $paid )->amount );
		self::assertSame( [ 8000, 3000 ], [ $total->amount, $paid->amount ] );
	}

	public function test_amounts_of_two_currencies_are_not_taken_off_each_other(): void {
		try {
			self::euros( 8000 )->minus( new Money( 8000, new Currency( 'USD' ) ) );
		} catch ( InvalidValue $error ) {
			self::assertSame( [ 'currency', 'other_currency', [ 'currency' => 'USD' ] ], [ $error->field, $error->reason, $error->arguments ] );

			return;
		}

		self::fail( 'Dollars were taken off euros.' );
	}

	public function test_equal_means_the_same_amount_and_the_same_currency(): void {
		self::assertTrue( self::euros( 8000 )->equals( self::euros( 8000 ) ) );
		self::assertFalse( self::euros( 8000 )->equals( self::euros( 8001 ) ) );
		self::assertFalse( self::euros( 8000 )->equals( self::euros( -8000 ) ) );
		self::assertFalse( self::euros( 0 )->equals( new Money( 0, new Currency( 'USD' ) ) ) );
	}

	public function test_it_knows_how_many_decimals_it_takes_to_write_it(): void {
		foreach ( [ [ 8050, 'EUR', [ false, true, true, true ] ], [ 8055, 'EUR', [ false, false, true, true ] ], [ 8050, 'JPY', [ true, true, true, true ] ], [ 8000, 'EUR', [ true, true, true, true ] ], [ 80_500, 'KWD', [ false, true, true, true ] ] ] as [ $amount, $currency, $fits ] ) {
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

		self::fail( 'Read as ' . $money->to_decimal() );
	}
}
