<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain\Cart;

use MultiSafepay\PaymentLinks\Links\Domain\Cart\TaxRate;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class TaxRateTest extends TestCase {

	/**
	 * @param list<string> $rates
	 * @param list<string> $compounds
	 */
	#[DataProvider( 'rates' )]
	public function test_rates_are_combined_into_one_rate(
		array $rates,
		array $compounds,
		string $name,
		float $fraction,
	): void {
		$rate = TaxRate::of( $rates, $compounds );

		self::assertSame( [ $name, $fraction ], [ $rate?->name(), $rate?->fraction() ] );
	}

	/**
	 * @return array<string, array{list<string>, list<string>, string, float}>
	 */
	public static function rates(): array {
		return [
			'none'          => [ [], [], '0', 0.0 ],
			'zero'          => [ [ '0.0000' ], [], '0', 0.0 ],
			'Dutch'         => [ [ '21.0000' ], [], '21', 0.21 ],
			'French'        => [ [ '5.5' ], [], '5.5', 0.055 ],
			'New York'      => [ [ '8.8750' ], [], '8.875', 0.08875 ],
			'two'           => [ [ '5', '9.975' ], [], '14.975', 0.14975 ],
			'compound'      => [ [ '5' ], [ '10' ], '15.5', 0.155 ],
			'two compounds' => [ [], [ '10', '10' ], '21', 0.21 ],
		];
	}

	public function test_invalid_rates_give_no_rate(): void {
		self::assertNull( TaxRate::of( [ '' ], [] ) );
		self::assertNull( TaxRate::of( [ '-1' ], [] ) );
		self::assertNull( TaxRate::of( [ '201' ], [] ) );
		self::assertNull( TaxRate::of( [], [ 'x' ] ) );
	}
}
