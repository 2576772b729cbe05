<?php
/**
 * Taxes of phone orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Customer;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\PhoneOrder;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\PhoneSteps;
use MultiSafepay\PaymentLinks\WooCommerce\WooCommercePhoneOrders;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * The amount is what the customer pays. Whatever taxes are in it, the order costs that to the cent, and still does when
 * staff press Recalculate.
 */
#[CoversClass( WooCommercePhoneOrders::class )]
#[Group( 'needs-real-woocommerce' )]
final class PhoneOrderTaxTest extends IntegrationTestCase {

	use LinkSteps;
	use PhoneSteps;

	private const AMOUNTS = [ 1, 2, 3, 5, 99, 100, 101, 1234, 8000, 8001, 9999, 123_457, 99_999_999, 999_999_999_999 ];

	public function test_tax_is_taken_out_of_the_amount_by_the_rates_of_the_customers_country(): void {
		$this->tax_rates( [ [ 'NL', '', '21.0000', 1, false ], [ 'NL', 'reduced-rate', '9.0000', 1, false ], [ 'DE', '', '19.0000', 1, false ] ] );
		$german = [ 'first_name' => 'Ute', 'last_name' => 'Weiß', 'country' => 'DE' ];

		self::assertSame( [ '66.12', '13.88', '80.00' ], $this->reckoning( $this->phone_order() ) );
		self::assertSame( [ '73.39', '6.61', '80.00' ], $this->reckoning( $this->phone_order( [ 'tax_class' => 'reduced-rate' ] ) ) );
		self::assertSame( [ '67.23', '12.77', '80.00' ], $this->reckoning( $this->phone_order( [ 'customer' => $german ] ) ) );
		self::assertSame( [ '80.00', '0.00', '80.00' ], $this->reckoning( $this->phone_order( [ 'tax_class' => 'none' ] ) ) );
		self::assertSame( [ '80.00', '0.00', '80.00' ], $this->reckoning( $this->phone_order( [ 'tax_class' => 'zero-rate' ] ) ) );
	}

	public function test_without_an_address_or_by_the_shops_setting_the_shops_own_rates_apply(): void {
		$this->tax_rates( [ [ 'NL', '', '21.0000', 1, false ], [ 'DE', '', '19.0000', 1, false ] ] );
		update_option( 'woocommerce_default_country', 'DE' );

		self::assertSame( '12.77', $this->reckoning( $this->phone_order( [ 'customer' => [ 'first_name' => 'Somebody' ] ] ) )[1] );
		update_option( 'woocommerce_tax_based_on', 'base' );
		self::assertSame( '12.77', $this->reckoning( $this->phone_order() )[1] );
		update_option( 'woocommerce_tax_based_on', 'shipping' );
		self::assertSame( '13.88', $this->reckoning( $this->phone_order() )[1], 'Without a delivery address that is the billing address.' );
	}

	public function test_the_link_has_a_cart_that_adds_up_with_the_tax_in_it(): void {
		$this->tax_rates( [ [ 'NL', '', '21.0000', 1, false ] ] );
		$this->phone_order();
		$sent = Json::object( $this->emulator->requests( 'POST', '/orders' )[0] ?? [], 'body' );

		self::assertSame( 8000, Json::number( $sent, 'amount' ) );
		self::assertSame( [ 'Repair of a bicycle', 1 ], [ Json::at( $sent, 'shopping_cart', 'items', 0, 'name' ), Json::at( $sent, 'shopping_cart', 'items', 0, 'quantity' ) ] );
		self::assertSame( 66.115702, Json::at( $sent, 'shopping_cart', 'items', 0, 'unit_price' ) );
	}

	public function test_no_rates_rounding_or_setting_move_the_total_by_a_cent_and_recalculating_does_not_either(): void {
		$worlds = [
			'one rate'           => [ [ 'NL', '', '21.0000', 1, false ] ],
			'two equal rates'    => [ [ 'NL', '', '9.0000', 1, false ], [ 'NL', '', '9.0000', 2, false ] ],
			'compound'           => [ [ 'NL', '', '5.0000', 1, false ], [ 'NL', '', '9.9750', 2, true ] ],
			'an odd rate'        => [ [ 'NL', '', '8.8750', 1, false ] ],
			'as much as the net' => [ [ 'NL', '', '100.0000', 1, false ] ],
		];
		foreach ( $worlds as $world => $rates ) {
			$ids = $this->tax_rates( $rates );
			foreach ( [ [ 'yes', 'yes' ], [ 'yes', 'no' ], [ 'no', 'yes' ], [ 'no', 'no' ] ] as [ $included, $at_subtotal ] ) {
				update_option( 'woocommerce_prices_include_tax', $included );
				update_option( 'woocommerce_tax_round_at_subtotal', $at_subtotal );
				foreach ( self::AMOUNTS as $amount ) {
					$this->assert_costs( $amount, 'EUR', "$world, $included, $at_subtotal" );
				}
			}
			array_map( \WC_Tax::_delete_tax_rate( ... ), $ids );
		}
	}

	public function test_an_amount_that_no_net_price_gives_is_what_the_order_costs_all_the_same(): void {
		$this->tax_rates( [ [ 'NL', '', '9.0000', 1, false ], [ 'NL', '', '9.0000', 2, false ] ] );
		update_option( 'woocommerce_tax_round_at_subtotal', 'no' );
		$order = $this->phone_order( [ 'amount' => 98 ] );

		// WooCommerce itself can only reckon 0.97 and 0.99.
		self::assertSame( '0.98', $order->get_total() );
		self::assertEqualsWithDelta( 0.98, $order->get_total_fees() + (float) $order->get_total_tax(), 0.000001 );
		self::assertFalse( Json::at( $this->json( $this->rest( 'GET', '/links/' . (string) $this->rows( $order )[0]['id'] ) ), 'stale' ) );
	}

	public function test_currencies_without_decimals_and_with_three_cost_what_was_asked(): void {
		$this->tax_rates( [ [ 'NL', '', '21.0000', 1, false ] ] );
		foreach ( [ 2, 0 ] as $decimals ) {
			update_option( 'woocommerce_price_num_decimals', $decimals );
			foreach ( [ 1, 99, 8001 ] as $amount ) {
				$this->assert_costs( $amount, 'JPY', "$decimals decimals" );
			}
		}
		update_option( 'woocommerce_price_num_decimals', 3 );
		foreach ( [ 1, 12_345, 80_001 ] as $amount ) {
			$this->assert_costs( $amount, 'KWD', 'MultiSafepay does not take them; the order would be right all the same.' );
			$this->assert_costs( $amount, 'EUR', 'More decimals than cents.' );
		}
	}

	public function test_a_plugin_that_adds_to_every_order_does_not_add_to_what_was_asked(): void {
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

		self::assertSame( '80.00', $this->phone_order()->get_total() );
	}

	/**
	 * Makes an order past the routes, which would take their time for each.
	 */
	private function assert_costs( int $amount, string $currency, string $message ): void {
		$money  = new Money( $amount, new Currency( $currency ) );
		$id     = ( new WooCommercePhoneOrders() )->make( new PhoneOrder( $money, 'Any', Customer::from_input( [ 'country' => 'NL' ] ), 0, '' ), static fn ( int $id ) => null );
		$order  = wc_get_order( $id );
		$wanted = $money->to_decimal();
		self::assertInstanceOf( WC_Order::class, $order );
		self::assertEquals( (float) $wanted, (float) $order->get_total(), "$message: $wanted $currency" );
		$order->calculate_totals();
		self::assertEquals( (float) $wanted, (float) $order->get_total(), "$message: $wanted $currency, reckoned again" );
		$order->delete( true );
	}
}
