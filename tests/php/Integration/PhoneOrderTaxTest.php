<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\NewOrders\Domain\PhoneOrder;
use MultiSafepay\PaymentLinks\NewOrders\WooCommerce\WooCommercePhoneOrderCreator;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\PhoneSteps;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * The amount includes tax. The order total is always exactly this amount, also after a recalculation.
 */
#[CoversClass( WooCommercePhoneOrderCreator::class )]
#[Group( 'needs-real-woocommerce' )]
final class PhoneOrderTaxTest extends IntegrationTestCase {

	use LinkSteps;
	use PhoneSteps;

	private const AMOUNTS = [ 1, 2, 3, 5, 99, 100, 101, 1234, 8000, 8001, 9999, 123_457, 99_999_999, 999_999_999_999 ];

	public function test_tax_is_calculated_by_the_rates_of_the_customers_country(): void {
		$this->set_tax_rates( [
			[ 'NL', '', '21.0000', 1, false ],
			[ 'NL', 'reduced-rate', '9.0000', 1, false ],
			[ 'DE', '', '19.0000', 1, false ],
		] );
		$german = [ 'first_name' => 'Ute', 'last_name' => 'Weiß', 'country' => 'DE' ];

		self::assertSame( [ '66.12', '13.88', '80.00' ], $this->order_amounts( $this->create_phone_order() ) );
		self::assertSame(
			[ '73.39', '6.61', '80.00' ],
			$this->order_amounts( $this->create_phone_order( [ 'tax_class' => 'reduced-rate' ] ) )
		);
		self::assertSame(
			[ '67.23', '12.77', '80.00' ],
			$this->order_amounts( $this->create_phone_order( [ 'customer' => $german ] ) )
		);
		self::assertSame(
			[ '80.00', '0.00', '80.00' ],
			$this->order_amounts( $this->create_phone_order( [ 'tax_class' => 'none' ] ) )
		);
		self::assertSame(
			[ '80.00', '0.00', '80.00' ],
			$this->order_amounts( $this->create_phone_order( [ 'tax_class' => 'zero-rate' ] ) )
		);
	}

	public function test_the_rates_of_the_shop_apply_without_an_address_or_by_setting(): void {
		$this->set_tax_rates( [ [ 'NL', '', '21.0000', 1, false ], [ 'DE', '', '19.0000', 1, false ] ] );
		update_option( 'woocommerce_default_country', 'DE' );

		self::assertSame(
			'12.77',
			$this->order_amounts( $this->create_phone_order( [ 'customer' => [ 'first_name' => 'Somebody' ] ] ) )[1]
		);
		update_option( 'woocommerce_tax_based_on', 'base' );
		self::assertSame( '12.77', $this->order_amounts( $this->create_phone_order() )[1] );
		update_option( 'woocommerce_tax_based_on', 'shipping' );
		self::assertSame(
			'13.88',
			$this->order_amounts( $this->create_phone_order() )[1],
			'Without a delivery address, the billing address is used.'
		);
	}

	public function test_the_cart_of_the_link_adds_up_including_tax(): void {
		$this->set_tax_rates( [ [ 'NL', '', '21.0000', 1, false ] ] );
		$this->create_phone_order();
		$request = Json::object( $this->emulator->requests( 'POST', '/orders' )[0] ?? [], 'body' );

		self::assertSame( 8000, Json::number( $request, 'amount' ) );
		self::assertSame(
			[ 'Repair of a bicycle', 1 ],
			[
				Json::at( $request, 'shopping_cart', 'items', 0, 'name' ),
				Json::at( $request, 'shopping_cart', 'items', 0, 'quantity' ),
			]
		);
		self::assertSame( 66.115702, Json::at( $request, 'shopping_cart', 'items', 0, 'unit_price' ) );
	}

	public function test_the_total_does_not_depend_on_rates_rounding_settings_or_recalculation(): void {
		$rate_sets = [
			'one rate'        => [ [ 'NL', '', '21.0000', 1, false ] ],
			'two equal rates' => [ [ 'NL', '', '9.0000', 1, false ], [ 'NL', '', '9.0000', 2, false ] ],
			'compound'        => [ [ 'NL', '', '5.0000', 1, false ], [ 'NL', '', '9.9750', 2, true ] ],
			'an odd rate'     => [ [ 'NL', '', '8.8750', 1, false ] ],
			'100 percent'     => [ [ 'NL', '', '100.0000', 1, false ] ],
		];
		foreach ( $rate_sets as $name => $rates ) {
			$ids = $this->set_tax_rates( $rates );
			foreach ( [
				[ 'yes', 'yes' ],
				[ 'yes', 'no' ],
				[ 'no', 'yes' ],
				[ 'no', 'no' ],
			] as [ $included, $at_subtotal ] ) {
				update_option( 'woocommerce_prices_include_tax', $included );
				update_option( 'woocommerce_tax_round_at_subtotal', $at_subtotal );
				foreach ( self::AMOUNTS as $amount ) {
					$this->assert_total( $amount, 'EUR', "$name, $included, $at_subtotal" );
				}
			}
			array_map( \WC_Tax::_delete_tax_rate( ... ), $ids );
		}
	}

	public function test_an_amount_without_a_matching_net_price_is_still_the_order_total(): void {
		$this->set_tax_rates( [ [ 'NL', '', '9.0000', 1, false ], [ 'NL', '', '9.0000', 2, false ] ] );
		update_option( 'woocommerce_tax_round_at_subtotal', 'no' );
		$order = $this->create_phone_order( [ 'amount' => 98 ] );

		// WooCommerce itself can only calculate 0.97 and 0.99.
		self::assertSame( '0.98', $order->get_total() );
		self::assertEqualsWithDelta( 0.98, $order->get_total_fees() + (float) $order->get_total_tax(), 0.000001 );
		self::assertFalse( Json::at(
			$this->json( $this->rest( 'GET', '/links/' . (string) $this->rows( $order )[0]['id'] ) ),
			'stale'
		) );
	}

	public function test_currencies_with_zero_and_three_decimals_have_the_exact_total(): void {
		$this->set_tax_rates( [ [ 'NL', '', '21.0000', 1, false ] ] );
		foreach ( [ 2, 0 ] as $decimals ) {
			update_option( 'woocommerce_price_num_decimals', $decimals );
			foreach ( [ 1, 99, 8001 ] as $amount ) {
				$this->assert_total( $amount, 'JPY', "$decimals decimals" );
			}
		}
		update_option( 'woocommerce_price_num_decimals', 3 );
		foreach ( [ 1, 12_345, 80_001 ] as $amount ) {
			$this->assert_total(
				$amount,
				'KWD',
				'The total is correct although MultiSafepay does not support the currency.'
			);
			$this->assert_total( $amount, 'EUR', 'More decimals than the currency.' );
		}
	}

	public function test_a_plugin_that_increases_order_totals_does_not_change_the_total(): void {
		add_action(
			'woocommerce_order_after_calculate_totals',
			static function ( mixed $taxes, mixed $order ): void {
				if ( $order instanceof WC_Order ) {
					$order->set_total( (string) ( 1 + (float) $order->get_total() ) );
				}
			},
			10,
			2
		);

		self::assertSame( '80.00', $this->create_phone_order()->get_total() );
	}

	/**
	 * Creates an order without the REST route, which would be too slow for all amounts.
	 */
	private function assert_total( int $amount, string $currency, string $message ): void {
		$money    = new Money( $amount, new Currency( $currency ) );
		$id       = ( new WooCommercePhoneOrderCreator() )->create(
			new PhoneOrder( $money, 'Any', Customer::from_input( [ 'country' => 'NL' ] ), 0, '' ),
			static fn ( int $id ) => null
		);
		$order    = wc_get_order( $id );
		$expected = $money->to_decimal();
		self::assertInstanceOf( WC_Order::class, $order );
		self::assertEquals( (float) $expected, (float) $order->get_total(), "$message: $expected $currency" );
		$order->calculate_totals();
		self::assertEquals(
			(float) $expected,
			(float) $order->get_total(),
			"$message: $expected $currency, recalculated"
		);
		$order->delete( true );
	}
}
