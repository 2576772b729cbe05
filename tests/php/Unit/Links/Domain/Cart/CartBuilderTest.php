<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain\Cart;

use MultiSafepay\PaymentLinks\Links\Domain\Cart\CartBuilder;
use MultiSafepay\PaymentLinks\Links\Domain\Cart\ShoppingCart;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderLine;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class CartBuilderTest extends TestCase {

	/**
	 * @param list<OrderLine> $lines
	 */
	#[DataProvider( 'carts_that_add_up' )]
	public function test_a_cart_is_built_that_adds_up( array $lines, int $amount, string $currency = 'EUR' ): void {
		$cart = self::build( $lines, $amount, $currency );

		self::assertNotNull( $cart );
		self::assertCount( count( $lines ), $cart->items );
		self::assertSame(
			$amount * ( 'JPY' === $currency ? 100 : 1 ),
			IndependentCalculation::hundredths( $cart->to_provider() )
		);
	}

	/**
	 * @return array<string, array{0: list<OrderLine>, 1: int, 2?: string}>
	 */
	public static function carts_that_add_up(): array {
		$product = static fn ( string $net, string $tax, string $rate = '21', string $quantity = '1' ): OrderLine =>
			self::line(
			$net,
			$tax,
			[ $rate ],
			$quantity
		);

		return [
			'one product, price without tax'       => [ [ $product( '100', '21' ) ], 12100 ],
			'one product, price with tax'          => [ [ $product( '66.107438', '13.882562' ) ], 7999 ],
			'price with tax, tax rounded per line' => [ [ $product( '66.11', '13.88' ) ], 7999 ],
			'three pieces for ten euros, with tax' => [ [ $product( '8.264463', '1.735537', '21', '3' ) ], 1000 ],
			'no tax at all'                        => [ [ self::line( '80', '0', [] ) ], 8000 ],
			'zero rate'                            => [ [ $product( '80', '0', '0' ) ], 8000 ],
			'tax that ends in half a cent'         => [ [ $product( '12.50', '2.63' ) ], 1513 ],
			'tax rounded line by line'             => [ array_fill( 0, 7, $product( '0.83', '0.17' ) ), 700 ],
			'two rates, fee and shipping'          => [
				[
					$product( '41.28', '8.67' ),
					$product( '22.84', '2.06', '9' ),
					self::line( '2.50', '0.53', [ '21' ], '1', OrderLine::FEE ),
					self::line( '4.95', '1.04', [ '21' ], '1', OrderLine::SHIPPING ),
				],
				8387,
			],
			'negative fee'                         => [
				[ $product( '100', '21' ), self::line( '-10', '-2.1', [ '21' ], '1', OrderLine::FEE ) ],
				10890,
			],
			'a free line'                          => [ [ $product( '100', '21' ), $product( '0', '0' ) ], 12100 ],
			'compound rate'                        => [
				[ new OrderLine( OrderLine::PRODUCT, 'Vase', '1', '1', '100', '15.4875', [ '5' ], [ '9.9881' ] ) ],
				11549,
			],
			'two rates on one line'                => [ [ self::line( '100', '14.975', [ '5', '9.975' ] ) ], 11498 ],
			'rate with four decimals'              => [ [ self::line( '199.99', '17.7491', [ '8.875' ] ) ], 21774 ],
			'a fractional quantity'                => [ [ $product( '5', '1.05', '21', '0.5' ) ], 605 ],
			'yen'                                  => [ [ self::line( '7091', '709', [ '10' ] ) ], 7800, 'JPY' ],
			'yen without tax'                      => [ [ self::line( '7800', '0', [] ) ], 7800, 'JPY' ],
			'large amount'                         => [ [ $product( '12345678.91', '2592592.57' ) ], 1493827148 ],
			'a large quantity of a cheap product'  => [ [ $product( '33.3333', '7', '21', '9999' ) ], 4033 ],
		];
	}

	/**
	 * @param list<OrderLine> $lines
	 */
	#[DataProvider( 'carts_that_do_not_add_up' )]
	public function test_no_cart_is_built_when_it_cannot_add_up(
		array $lines,
		int $amount,
		string $currency = 'EUR',
	): void {
		self::assertNull( self::build( $lines, $amount, $currency ) );
	}

	/**
	 * @return array<string, array{0: list<OrderLine>, 1: int, 2?: string}>
	 */
	public static function carts_that_do_not_add_up(): array {
		return [
			'no lines'                                => [ [], 8000 ],
			'an amount of one cent less'              => [ [ self::line( '100', '21', [ '21' ] ) ], 12099 ],
			'an amount of one cent more'              => [ [ self::line( '100', '21', [ '21' ] ) ], 12101 ],
			'part of the order'                       => [ [ self::line( '100', '21', [ '21' ] ) ], 6050 ],
			'an amount of zero'                       => [ [ self::line( '0', '0', [] ) ], 0 ],
			'a negative amount'                       => [ [ self::line( '-5', '0', [] ) ], -500 ],
			'tax that does not match the rate'        => [ [ self::line( '100', '30', [ '21' ] ) ], 13000 ],
			'tax without a rate'                      => [ [ self::line( '100', '21', [] ) ], 12100 ],
			'an unknown rate'                         => [ [ self::line( '100', '21', [ '' ] ) ], 12100 ],
			'a rate above 200 percent'                => [ [ self::line( '100', '201', [ '201' ] ) ], 30100 ],
			'a negative rate'                         => [ [ self::line( '100', '-10', [ '-10' ] ) ], 9000 ],
			'three decimals'                          => [ [ self::line( '24.5', '0', [] ) ], 24500, 'KWD' ],
			'a total in exponent notation'            => [ [ self::line( '1e3', '0', [] ) ], 100000 ],
			'more than can be calculated exactly'     => [ [ self::line( '999999999', '0', [] ) ], 99999999900 ],
			'far more than can be calculated exactly' => [
				[ self::line( '99999999999999', '0', [] ) ],
				9999999999999900,
			],
			'VAT below zero'                          => [
				[ self::line( '100', '0', [ '0' ] ), self::line( '-10', '-2.1', [ '21' ] ) ],
				8790,
			],
		];
	}

	public function test_the_cart_has_the_format_of_the_provider(): void {
		$cart = self::build(
			[
				new OrderLine( OrderLine::PRODUCT, 'Shirt <b>L</b>', '17', '2', '50', '10.5', [ '21.0000' ] ),
				new OrderLine( OrderLine::PRODUCT, 'Book', '18', '1', '10', '0.9', [ '9.0000' ] ),
				new OrderLine( OrderLine::SHIPPING, 'PostNL', 'shipping-4', '1', '5', '1.05', [ '21.0000' ] ),
			],
			7745
		);

		self::assertNotNull( $cart );
		self::assertSame(
			'{"shopping_cart":{"items":['
			. '{"name":"Shirt L","unit_price":25.0,"quantity":2,"merchant_item_id":"17","tax_table_selector":"21"},'
			. '{"name":"Book","unit_price":10.0,"quantity":1,"merchant_item_id":"18","tax_table_selector":"9"},'
			. '{"name":"PostNL","unit_price":5.0,"quantity":1,"merchant_item_id":"msp-shipping",'
			. '"tax_table_selector":"21"}]},'
			. '"checkout_options":{"validate_cart":false,"tax_tables":{"default":{"shipping_taxed":true,'
			. '"rate":0.21},"alternate":['
			. '{"name":"21","standalone":false,"rules":[{"rate":0.21}]},{"name":"9","standalone":false,'
			. '"rules":[{"rate":0.09}]}]}}}',
			json_encode( $cart->to_provider(), JSON_PRESERVE_ZERO_FRACTION | JSON_THROW_ON_ERROR )
		);
	}

	public function test_a_fractional_quantity_is_moved_into_the_name(): void {
		$item = self::build(
			[ new OrderLine( OrderLine::PRODUCT, 'Cloth', '9', '0.5', '5', '1.05', [ '21' ] ) ],
			605
		)?->to_provider()['shopping_cart']['items'][0]
			?? [];

		self::assertSame( 'Cloth × 0.5', $item['name'] ?? null );
		self::assertSame( 1, $item['quantity'] ?? null );
	}

	public function test_a_quantity_of_zero_becomes_one_and_is_omitted_when_the_total_is_zero(): void {
		$cart = self::build( [ self::line( '5', '0', [], '0' ), self::line( '0', '0', [], '0' ) ], 500 );

		self::assertNotNull( $cart );
		self::assertSame( [ 1 ], array_map( static fn ( $item ): int => $item->quantity, $cart->items ) );
	}

	public function test_a_line_without_a_name_uses_its_reference(): void {
		$cart = self::build( [ new OrderLine( OrderLine::FEE, ' ', 'fee-3', '1', '5', '0', [] ) ], 500 );

		self::assertSame( 'fee-3', $cart?->items[0]->name );
	}

	public function test_no_line_changes_by_a_whole_cent(): void {
		$lines = array_fill( 0, 7, self::line( '0.83', '0.17', [ '21' ] ) );
		$cart  = self::build( $lines, 700 );

		self::assertNotNull( $cart );
		foreach ( $cart->items as $item ) {
			self::assertLessThan( 100_000_000, abs( $item->total() - 8_300_000_000 ) );
		}
	}

	public function test_the_same_lines_always_give_the_same_cart(): void {
		$lines = [
			self::line( '8.264463', '1.735537', [ '21' ], '3' ),
			self::line( '0.83', '0.17', [ '21' ] ),
			self::line( '0.83', '0.17', [ '21' ] ),
		];

		self::assertEquals( self::build( $lines, 1200 ), self::build( $lines, 1200 ) );
	}

	/**
	 * @param list<OrderLine> $lines
	 */
	private static function build( array $lines, int $amount, string $currency = 'EUR' ): ?ShoppingCart {
		return ( new CartBuilder() )->build( $lines, new Money( $amount, new Currency( $currency ) ) );
	}

	/**
	 * @param list<string>      $rates
	 * @param OrderLine::*      $kind
	 */
	private static function line(
		string $net,
		string $tax,
		array $rates,
		string $quantity = '1',
		string $kind = OrderLine::PRODUCT,
	): OrderLine {
		return new OrderLine( $kind, 'Thing', 'sku', $quantity, $net, $tax, $rates );
	}
}
