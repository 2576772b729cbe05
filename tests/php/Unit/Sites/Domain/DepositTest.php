<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Sites\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Sites\Domain\Deposit;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\DepositText;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\MethodIds;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( Deposit::class )]
#[CoversClass( DepositText::class )]
#[CoversClass( MethodIds::class )]
final class DepositTest extends TestCase {

	#[DataProvider( 'deposits' )]
	public function test_a_deposit_is_a_part_of_the_amount_due(
		string $text,
		int $due,
		string $currency,
		int $amount,
	): void {
		self::assertSame(
			$amount,
			Deposit::from_text( $text )->of( new Money( $due, new Currency( $currency ) ), 'EUR' )->amount
		);
	}

	/**
	 * @return array<string, array{string, int, string, int}>
	 */
	public static function deposits(): array {
		return [
			'none'                              => [ '', 8000, 'EUR', 8000 ],
			'a percentage'                      => [ '30%', 8000, 'EUR', 2400 ],
			'a percentage, rounded half up'     => [ '50%', 8001, 'EUR', 4001 ],
			'a percentage of another currency'  => [ '30%', 8000, 'USD', 2400 ],
			'at least one cent'                 => [ '1%', 3, 'EUR', 1 ],
			'all'                               => [ '100%', 8000, 'EUR', 8000 ],
			'an amount'                         => [ '25.00', 8000, 'EUR', 2500 ],
			'an amount above the amount due'    => [ '250.00', 8000, 'EUR', 8000 ],
			'an amount for another currency'    => [ '25.00', 8000, 'USD', 8000 ],
			'nothing due'                       => [ '30%', 0, 'EUR', 0 ],
		];
	}

	#[DataProvider( 'texts' )]
	public function test_the_setting_is_a_percentage_or_an_amount( string $text, string $stored ): void {
		self::assertSame( $stored, ( new DepositText() )->read( 'deposit', $text ) );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function texts(): array {
		return [
			'empty'               => [ ' ', '' ],
			'a percentage'        => [ ' 30 % ', '30%' ],
			'leading zeros'       => [ '030%', '30%' ],
			'an amount'           => [ '25', '25' ],
			'an amount, comma'    => [ '25,50', '25.50' ],
			'one hundred percent' => [ '100%', '100%' ],
		];
	}

	#[DataProvider( 'invalid_texts' )]
	public function test_other_values_are_refused( string $text, string $code ): void {
		try {
			( new DepositText() )->read( 'deposit', $text );
			self::fail( 'Nothing was thrown.' );
		} catch ( InvalidValue $error ) {
			self::assertSame( [ 'deposit', $code ], [ $error->field, $error->reason ] );
		}
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function invalid_texts(): array {
		return [
			'no percent'        => [ '0%', 'deposit_out_of_range' ],
			'above one hundred' => [ '101%', 'deposit_out_of_range' ],
			'an amount of zero' => [ '0.00', 'deposit_out_of_range' ],
			'negative'          => [ '-5', 'deposit_format' ],
			'a fraction of one' => [ '12.5%', 'deposit_format' ],
			'a word'            => [ 'half', 'deposit_format' ],
			'too many decimals' => [ '1.2345', 'deposit_format' ],
		];
	}

	public function test_payment_methods_are_separated_by_commas(): void {
		self::assertSame( 'cod, invoice_b2b', ( new MethodIds() )->read( 'methods', " cod ,invoice_b2b\ncod" ) );
		self::assertSame( '', ( new MethodIds() )->read( 'methods', '' ) );
		$this->expectException( InvalidValue::class );
		( new MethodIds() )->read( 'methods', 'cash on delivery!' );
	}
}
