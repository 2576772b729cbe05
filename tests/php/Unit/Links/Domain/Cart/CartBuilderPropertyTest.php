<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain\Cart;

use MultiSafepay\PaymentLinks\Links\Domain\Cart\CartBuilder;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderLine;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * Tests thousands of random orders whose totals are calculated as WooCommerce calculates them.
 */
final class CartBuilderPropertyTest extends TestCase {

	private const ORDERS = 1500;

	private const RATES = [
		[ '21.0000' ],
		[ '21.0000' ],
		[ '9.0000' ],
		[ '19.0000' ],
		[ '5.5000' ],
		[ '8.8750' ],
		[ '0.0000' ],
		[],
		[ '5.0000', '9.9750' ],
	];

	#[DataProvider( 'shops' )]
	public function test_every_cart_adds_up_and_nearly_every_order_has_a_cart(
		string $currency,
		bool $with_tax,
		bool $rounds_per_line,
	): void {
		$exponent = ( new Currency( $currency ) )->exponent();
		$random   = new SeededNumbers( 20261124 );
		$builder  = new CartBuilder();
		$built    = 0;

		for ( $i = 0; $i < self::ORDERS; $i++ ) {
			[ $lines, $amount ] = self::order( $random, $exponent, $with_tax, $rounds_per_line );
			$cart               = $amount > 0
				? $builder->build( $lines, new Money( $amount, new Currency( $currency ) ) )
				: null;
			if ( null === $cart ) {
				continue;
			}

			++$built;
			self::assertSame(
				$amount * 10 ** ( 2 - $exponent ),
				IndependentCalculation::hundredths( $cart->to_provider() ),
				"order $i"
			);
			self::assertCount( count( $lines ), $cart->items, "order $i" );
		}

		self::assertGreaterThan( 0.97 * self::ORDERS, $built );
	}

	#[DataProvider( 'shops' )]
	public function test_an_amount_other_than_the_order_total_has_no_cart(
		string $currency,
		bool $with_tax,
		bool $rounds_per_line,
	): void {
		$exponent = ( new Currency( $currency ) )->exponent();
		$random   = new SeededNumbers( 7 );
		$builder  = new CartBuilder();

		for ( $i = 0; $i < 200; $i++ ) {
			[ $lines, $amount ] = self::order( $random, $exponent, $with_tax, $rounds_per_line );
			foreach ( [ -100, -2, 2, 100 ] as $difference ) {
				self::assertNull(
					$builder->build( $lines, new Money( $amount + $difference, new Currency( $currency ) ) ),
					"order $i, difference $difference"
				);
			}
		}
	}

	/**
	 * @return array<string, array{string, bool, bool}>
	 */
	public static function shops(): array {
		return [
			'prices without tax, tax rounded per line'   => [ 'EUR', false, true ],
			'prices without tax, tax rounded at the end' => [ 'EUR', false, false ],
			'prices with tax, tax rounded per line'      => [ 'EUR', true, true ],
			'prices with tax, tax rounded at the end'    => [ 'EUR', true, false ],
			'yen with tax'                               => [ 'JPY', true, true ],
		];
	}

	/**
	 * Returns a random order with up to eight products and possibly a coupon, a fee and shipping.
	 *
	 * @return array{list<OrderLine>, int} Lines and total in the smallest unit.
	 */
	private static function order(
		SeededNumbers $random,
		int $exponent,
		bool $with_tax,
		bool $rounds_per_line,
	): array {
		$lines = [];
		$coupon = 0 === $random->between( 0, 3 ) ? $random->between( 50, 95 ) / 100 : 1.0;
		for ( $n = $random->between( 1, 8 ); $n > 0; $n-- ) {
			$quantity = $random->between( 1, 12 );
			$price    = $random->between( 1, 0 === $exponent ? 900_000 : 50_000 ) / ( 0 === $exponent ? 1 : 100 );
			$lines[]  = self::line(
				OrderLine::PRODUCT,
				$price * $quantity * $coupon,
				(string) $quantity,
				self::rates( $random ),
				$exponent,
				$with_tax,
				$rounds_per_line
			);
		}
		if ( 0 === $random->between( 0, 2 ) ) {
			$fee     = $random->between( -50, 500 ) / ( 0 === $exponent ? 1 : 100 );
			$lines[] = self::line(
				OrderLine::FEE,
				$fee,
				'1',
				self::rates( $random ),
				$exponent,
				false,
				$rounds_per_line
			);
		}
		if ( 0 === $random->between( 0, 1 ) ) {
			$lines[] = self::line(
				OrderLine::SHIPPING,
				$random->between( 0, 1500 ) / ( 0 === $exponent ? 1 : 100 ),
				'1',
				[ '21.0000' ],
				$exponent,
				false,
				$rounds_per_line
			);
		}

		$net = 0.0;
		$tax = 0.0;
		foreach ( $lines as $line ) {
			$net += (float) $line->net;
			$tax += (float) $line->tax;
		}

		return [ $lines, (int) round( ( round( $net + 1e-9, 6 ) + round( $tax, $exponent ) ) * 10 ** $exponent ) ];
	}

	/**
	 * @return list<string>
	 */
	private static function rates( SeededNumbers $random ): array {
		return self::RATES[ $random->between( 0, count( self::RATES ) - 1 ) ];
	}

	/**
	 * @param OrderLine::* $kind
	 * @param list<string> $rates
	 */
	private static function line(
		string $kind,
		float $total,
		string $quantity,
		array $rates,
		int $exponent,
		bool $with_tax,
		bool $rounds_per_line,
	): OrderLine {
		$rate  = array_sum( array_map( floatval( ... ), $rates ) ) / 100;
		$total = round( $total, $with_tax ? $exponent : 4 );
		$tax   = $with_tax ? $total - $total / ( 1 + $rate ) : $total * $rate;
		$tax   = round( $tax, $rounds_per_line ? $exponent : 6 );
		$net   = $with_tax ? round( $total - $tax, 6 ) : $total;

		return new OrderLine(
			$kind,
			'Thing',
			'sku',
			$quantity,
			number_format( $net, 6, '.', '' ),
			number_format( $tax, 6, '.', '' ),
			$rates
		);
	}
}
