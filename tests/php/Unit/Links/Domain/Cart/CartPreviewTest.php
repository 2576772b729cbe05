<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain\Cart;

use MultiSafepay\PaymentLinks\Links\Domain\Cart\CartBuilder;
use MultiSafepay\PaymentLinks\Links\Domain\Cart\CartPreview;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderLine;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass( CartPreview::class )]
final class CartPreviewTest extends TestCase {

	public function test_totals_include_tax(): void {
		$preview = self::preview(
			[ self::line( '2', '100', '21', '21' ), self::line( '1', '10', '0.9', '9' ) ],
			13_190
		);

		self::assertSame( [ 12_100, 1090 ], array_column( $preview->items, 'total' ) );
		self::assertSame( [ 2, 1 ], array_column( $preview->items, 'quantity' ) );
		self::assertSame( 13_190, $preview->total );
	}

	public function test_rounded_totals_add_up_to_the_amount_of_the_link(): void {
		// A net price of 0.4132 is 0.49999 with tax: each item is displayed as 0.50, all three as 1.50.
		foreach ( [ 150, 149, 151 ] as $amount ) {
			$lines = array_fill( 0, 3, self::line( '1', '0.41322314', '0.08677686', '21' ) );
			$cart  = ( new CartBuilder() )->build( $lines, new Money( $amount, new Currency( 'EUR' ) ) );
			if ( null === $cart ) {
				continue;
			}

			self::assertSame(
				$amount,
				array_sum( array_column(
					CartPreview::of( $cart, new Money( $amount, new Currency( 'EUR' ) ) )->items,
					'total'
				) )
			);
		}
	}

	public function test_random_carts_add_up(): void {
		mt_srand( 20_261_125 );
		$previewed = 0;
		for ( $run = 0; $run < 300; $run++ ) {
			$lines = [];
			$sum   = 0.0;
			for ( $n = mt_rand( 1, 9 ); $n > 0; $n-- ) {
				$rate    = [ '21', '9', '0', '5.5' ][ mt_rand( 0, 3 ) ];
				$net     = mt_rand( 1, 99_999 ) / 100;
				$tax     = round( $net * (float) $rate / 100, 2 );
				$lines[] = self::line(
					(string) mt_rand( 1, 5 ),
					number_format( $net, 2, '.', '' ),
					number_format( $tax, 2, '.', '' ),
					$rate
				);
				$sum    += $net + $tax;
			}
			$amount = new Money( (int) round( $sum * 100 ), new Currency( 'EUR' ) );
			$cart   = ( new CartBuilder() )->build( $lines, $amount );
			if ( null !== $cart ) {
				$previewed++;
				self::assertSame(
					$amount->amount,
					array_sum( array_column( CartPreview::of( $cart, $amount )->items, 'total' ) )
				);
			}
		}

		self::assertGreaterThan( 200, $previewed );
	}

	public function test_totals_in_yen_have_no_decimals(): void {
		$lines = [ self::line( '1', '800', '80', '10' ) ];
		$yen   = new Money( 880, new Currency( 'JPY' ) );
		$cart  = ( new CartBuilder() )->build( $lines, $yen );
		self::assertNotNull( $cart );

		self::assertSame( [ 880 ], array_column( CartPreview::of( $cart, $yen )->items, 'total' ) );
	}

	/**
	 * @param list<OrderLine> $lines
	 */
	private static function preview( array $lines, int $amount ): CartPreview {
		$money = new Money( $amount, new Currency( 'EUR' ) );
		$cart  = ( new CartBuilder() )->build( $lines, $money );
		self::assertNotNull( $cart );

		return CartPreview::of( $cart, $money );
	}

	private static function line( string $quantity, string $net, string $tax, string $rate ): OrderLine {
		return new OrderLine(
			OrderLine::PRODUCT,
			'Bulbs',
			'7',
			$quantity,
			$net,
			$tax,
			'0' === $rate ? [] : [ $rate ],
			[]
		);
	}
}
