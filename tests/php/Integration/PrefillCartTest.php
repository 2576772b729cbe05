<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Links\Domain\Cart\CartBuilder;
use MultiSafepay\PaymentLinks\Links\Domain\Cart\ShoppingCart;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\WooCommerceOrderReader;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain\Cart\IndependentCalculation;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WC_Coupon;
use WC_Order;
use WC_Order_Item_Fee;
use WC_Order_Item_Shipping;
use WC_Product_Simple;
use WC_Tax;

/**
 * @phpstan-type OrderExtras array{
 *     fee?: float,
 *     shipping?: float,
 *     coupon?: array{string, float},
 *     currency?: string,
 *     country?: string,
 * }
 */
#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
final class PrefillCartTest extends IntegrationTestCase {

	/**
	 * @param list<array{float, int, string}> $products Price, quantity and tax class.
	 * @param OrderExtras $extras
	 */
	#[DataProvider( 'orders' )]
	public function test_the_cart_adds_up_to_the_amount_due(
		bool $with_tax,
		bool $at_subtotal,
		array $products,
		array $extras = [],
	): void {
		$this->configure_shop( $with_tax, $at_subtotal );
		if ( isset( $extras['currency'] ) ) {
			update_option( 'woocommerce_price_num_decimals', '0' );
		}
		$order = $this->create_order( $products, $extras );

		[ $cart, $due ] = $this->cart( $order );

		self::assertNotNull( $cart, 'No cart for an order of ' . $order->get_total() );
		self::assertSame(
			$due * ( 'JPY' === $order->get_currency() ? 100 : 1 ),
			IndependentCalculation::hundredths( $cart->to_provider() )
		);
		self::assertCount( count( $order->get_items( [ 'line_item', 'fee', 'shipping' ] ) ), $cart->items );
	}

	/**
	 * @return array<string, array{
	 *     0: bool,
	 *     1: bool,
	 *     2: list<array{float, int, string}>,
	 *     3?: OrderExtras,
	 * }>
	 */
	public static function orders(): array {
		$mixed      = [ [ 49.95, 1, '' ], [ 24.90, 2, 'reduced-rate' ], [ 0.99, 7, '' ] ];
		$all_extras = [ 'fee' => 3.5, 'shipping' => 4.95, 'coupon' => [ 'percent', 10.0 ] ];
		$cases      = [];
		foreach ( [ 'prices with tax' => true, 'prices without tax' => false ] as $prices => $with_tax ) {
			foreach ( [ 'rounded per line' => false, 'rounded at the end' => true ] as $rounding => $at_subtotal ) {
				$shop            = "$prices, $rounding: ";
				$cases[ $shop . 'one product' ]         = [ $with_tax, $at_subtotal, [ [ 80.0, 1, '' ] ] ];
				$cases[ $shop . 'two rates' ]           = [ $with_tax, $at_subtotal, $mixed ];
				$cases[ $shop . 'fee and shipping' ]    = [
					$with_tax,
					$at_subtotal,
					$mixed,
					[ 'fee' => 3.5, 'shipping' => 4.95 ],
				];
				$cases[ $shop . 'percentage coupon' ]  = [ $with_tax, $at_subtotal, $mixed, $all_extras ];
				$cases[ $shop . 'fixed amount coupon' ] = [
					$with_tax,
					$at_subtotal,
					$mixed,
					[ 'coupon' => [ 'fixed_cart', 7.77 ] ],
				];
				$cases[ $shop . 'negative fee' ]        = [ $with_tax, $at_subtotal, $mixed, [ 'fee' => -5.0 ] ];
				$cases[ $shop . 'many small prices' ]     = [
					$with_tax,
					$at_subtotal,
					[
						[ 0.83, 1, '' ],
						[ 1.17, 3, '' ],
						[ 2.49, 11, 'reduced-rate' ],
						[ 19.99, 3, '' ],
						[ 0.05, 9, '' ],
						[ 7.77, 7, 'reduced-rate' ],
					],
					[ 'shipping' => 6.95 ],
				];
				$cases[ $shop . 'no rate' ]             = [
					$with_tax,
					$at_subtotal,
					$mixed,
					[ 'country' => 'JP', 'shipping' => 5.0 ],
				];
				$cases[ $shop . 'compound rate' ]       = [
					$with_tax,
					$at_subtotal,
					$mixed,
					[ 'country' => 'CA', 'shipping' => 5.0 ],
				];
				$cases[ $shop . 'yen' ]                 = [
					$with_tax,
					$at_subtotal,
					[ [ 7800.0, 1, '' ], [ 350.0, 3, '' ] ],
					[ 'country' => 'JP', 'currency' => 'JPY' ],
				];
			}
		}

		return $cases;
	}

	public function test_a_partially_refunded_order_has_no_cart(): void {
		$this->configure_shop( true, false );
		$order = $this->create_order( [ [ 80.0, 1, '' ] ], [] );
		wc_create_refund( [ 'order_id' => $order->get_id(), 'amount' => '10' ] );

		[ $cart, $due ] = $this->cart( $this->reload_order( $order->get_id() ) );

		self::assertSame( 7000, $due );
		self::assertNull( $cart );
	}

	public function test_an_amount_due_with_a_fraction_of_a_yen_is_rounded(): void {
		$this->configure_shop( true, false );
		$order = $this->create_order( [ [ 7800.0, 1, '' ] ], [ 'currency' => 'JPY', 'country' => 'US' ] );

		self::assertSame( '6446.28', $order->get_total() );
		$payment = Plugin::container()->get( WooCommerceOrderReader::class )->get( $order->get_id() )->payment;
		self::assertSame( [ 6446, true ], [ $payment->payable->amount, $payment->is_rounded ] );
	}

	public function test_an_order_with_manually_changed_tax_has_no_cart(): void {
		$this->configure_shop( false, false );
		$order = $this->create_order( [ [ 100.0, 1, '' ] ], [] );
		foreach ( $order->get_items() as $item ) {
			self::assertInstanceOf( \WC_Order_Item_Product::class, $item );
			$taxes = $item->get_taxes();
			self::assertIsArray( $taxes['total'] );
			$item->set_taxes( [
				'total' => array_map( static fn (): string => '30', $taxes['total'] ),
				'subtotal' => $taxes['subtotal'],
			] );
			$item->save();
		}
		$order->update_taxes();
		$order->calculate_totals( false );

		self::assertSame( '130.00', $order->get_total() );
		self::assertNull( $this->cart( $order )[0] );
	}

	public function test_cart_items_have_name_quantity_and_rate_of_the_order(): void {
		$this->configure_shop( false, false );
		$order = $this->create_order( [ [ 10.0, 2, '' ], [ 20.0, 1, 'reduced-rate' ] ], [ 'shipping' => 5.0 ] );

		$parts = $this->cart( $order )[0]?->to_provider();

		self::assertIsArray( $parts );
		self::assertSame( [ 2, 1, 1 ], array_column( $parts['shopping_cart']['items'], 'quantity' ) );
		self::assertSame( [ '21', '9', '21' ], array_column( $parts['shopping_cart']['items'], 'tax_table_selector' ) );
		self::assertSame( 'msp-shipping', $parts['shopping_cart']['items'][2]['merchant_item_id'] ?? '' );
		self::assertSame( 'Bulbs & bowls 1', $parts['shopping_cart']['items'][0]['name'] ?? '' );
	}

	public function test_reading_an_order_runs_no_additional_query_per_line(): void {
		$this->configure_shop( false, false );
		$few  = $this->create_order( array_fill( 0, 2, [ 10.0, 1, '' ] ), [] )->get_id();
		$many = $this->create_order( array_fill( 0, 12, [ 10.0, 1, '' ] ), [] )->get_id();

		self::assertSame( $this->count_additional_queries( $few ), $this->count_additional_queries( $many ) );
	}

	private function count_additional_queries( int $id ): int {
		wp_cache_flush();
		$before = get_num_queries();
		$this->reload_order( $id )->get_items( [ 'line_item', 'fee', 'shipping', 'tax' ] );
		$woocommerce_queries = get_num_queries() - $before;

		wp_cache_flush();
		$before = get_num_queries();
		Plugin::container()->get( WooCommerceOrderReader::class )->get( $id );

		return get_num_queries() - $before - $woocommerce_queries;
	}

	/**
	 * @return array{ShoppingCart|null, int}
	 */
	private function cart( WC_Order $order ): array {
		$snapshot = Plugin::container()->get( WooCommerceOrderReader::class )->get( $order->get_id() );
		$payable  = $snapshot->payment->payable;

		return [ ( new CartBuilder() )->build( $snapshot->lines, $payable ), $payable->amount ];
	}

	private function configure_shop( bool $with_tax, bool $at_subtotal ): void {
		update_option( 'woocommerce_calc_taxes', 'yes' );
		update_option( 'woocommerce_tax_based_on', 'billing' );
		update_option( 'woocommerce_prices_include_tax', $with_tax ? 'yes' : 'no' );
		update_option( 'woocommerce_tax_round_at_subtotal', $at_subtotal ? 'yes' : 'no' );
		foreach ( [
			[ 'CA', '5.0000', 0, 1 ],
			[ 'CA', '9.9750', 1, 2 ],
		] as [ $country, $rate, $compound, $priority ] ) {
			foreach ( [ '', 'reduced-rate' ] as $class ) {
				WC_Tax::_insert_tax_rate(
					[
						'tax_rate_country'  => $country,
						'tax_rate_state'    => '',
						'tax_rate'          => $rate,
						'tax_rate_name'     => 'Tax ' . $rate,
						'tax_rate_priority' => $priority,
						'tax_rate_compound' => $compound,
						'tax_rate_shipping' => 1,
						'tax_rate_order'    => 0,
						'tax_rate_class'    => $class,
					]
				);
			}
		}
	}

	/**
	 * @param list<array{float, int, string}> $products
	 * @param OrderExtras $extras
	 */
	private function create_order( array $products, array $extras ): WC_Order {
		$order = new WC_Order();
		$order->set_currency( $extras['currency'] ?? 'EUR' );
		$order->set_prices_include_tax( 'yes' === get_option( 'woocommerce_prices_include_tax' ) );
		$order->set_billing_country( $extras['country'] ?? 'NL' );
		foreach ( $products as $i => [ $price, $quantity, $tax_class ] ) {
			$product = new WC_Product_Simple();
			$product->set_name( 'Bulbs &amp; bowls ' . ( $i + 1 ) );
			$product->set_regular_price( (string) $price );
			$product->set_tax_class( $tax_class );
			$product->save();
			$order->add_product( $product, $quantity );
		}
		if ( isset( $extras['fee'] ) ) {
			$fee = new WC_Order_Item_Fee();
			$fee->set_name( 'Wrapping' );
			$fee->set_total( (string) $extras['fee'] );
			$order->add_item( $fee );
		}
		if ( isset( $extras['shipping'] ) ) {
			$shipping = new WC_Order_Item_Shipping();
			$shipping->set_method_title( 'PostNL' );
			$shipping->set_method_id( 'flat_rate' );
			$shipping->set_total( (string) $extras['shipping'] );
			$order->add_item( $shipping );
		}
		$order->calculate_totals();
		$order->save();
		if ( isset( $extras['coupon'] ) ) {
			$coupon = new WC_Coupon();
			$coupon->set_code( 'prefill-' . $order->get_id() );
			$coupon->set_discount_type( $extras['coupon'][0] );
			$coupon->set_amount( $extras['coupon'][1] );
			$coupon->save();
			self::assertTrue( $order->apply_coupon( $coupon->get_code() ) );
		}

		return $order;
	}
}
