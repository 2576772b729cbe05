<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use WC_Coupon;
use WC_Order;
use WC_Order_Item_Fee;
use WC_Order_Item_Shipping;
use WC_Product_Attribute;
use WC_Product_Simple;
use WC_Product_Variable;
use WC_Product_Variation;
use WC_Tax;

/**
 * Steps for integration tests that create products with stock and an order with all kinds of items.
 */
trait OrderGoods {

	/**
	 * Creates a paid order with products, a variation, a taxed fee, shipping, a coupon and two tax rates. It also has
	 * all the data that a duplicate must not copy.
	 */
	private function rich_order( string $prices_include_tax ): WC_Order {
		update_option( 'woocommerce_calc_taxes', 'yes' );
		update_option( 'woocommerce_tax_based_on', 'billing' );
		update_option( 'woocommerce_prices_include_tax', $prices_include_tax );
		foreach ( [ [ '21.0000', '' ], [ '9.0000', 'reduced-rate' ] ] as [ $rate, $class ] ) {
			WC_Tax::_insert_tax_rate( [
				'tax_rate_country' => 'NL',
				'tax_rate_state' => '',
				'tax_rate' => $rate,
				'tax_rate_name' => "VAT $rate",
				'tax_rate_priority' => 1,
				'tax_rate_compound' => 0,
				'tax_rate_shipping' => 1,
				'tax_rate_order' => 0,
				'tax_rate_class' => $class,
			] );
		}
		$customer = get_user_by( 'login', $this->create_user( 'customer' ) );
		self::assertNotFalse( $customer );

		$order = new WC_Order();
		$order->set_currency( 'USD' );
		$order->set_customer_id( $customer->ID );
		$order->set_prices_include_tax( 'yes' === $prices_include_tax );
		$order->set_address(
			[
				'first_name' => 'Eva',
				'last_name' => 'Visser',
				'company' => 'R&D "Söhne"',
				'email' => 'eva@example.test',
				'phone' => '020-1234567',
				'address_1' => 'Kalverstraat 12',
				'postcode' => '1012 AB',
				'city' => 'Amsterdam',
				'country' => 'NL',
			],
			'billing'
		);
		$order->set_address(
			[
				'first_name' => 'Kim',
				'last_name' => 'Jansen',
				'address_1' => 'Dam 1',
				'address_2' => 'II',
				'postcode' => '1011 AA',
				'city' => 'Amsterdam',
				'country' => 'NL',
				'phone' => '0687654321',
			],
			'shipping'
		);
		$order->add_product( $this->product( 'Vase', 19.99, 100 ), 3 );
		$order->add_product( $this->product( 'Tulips', 3.33, 100, 'reduced-rate' ), 7 );
		$order->add_product( $this->variation(), 2, [ 'variation' => [ 'attribute_size' => 'L' ] ] );
		$fee = new WC_Order_Item_Fee();
		$fee->set_name( 'Wrapping' );
		$fee->set_tax_class( 'reduced-rate' );
		$fee->set_total( '2.47' );
		$order->add_item( $fee );
		$shipping = new WC_Order_Item_Shipping();
		$shipping->set_method_title( 'PostNL' );
		$shipping->set_method_id( 'flat_rate' );
		$shipping->set_instance_id( '3' );
		$shipping->set_total( '4.13' );
		$shipping->add_meta_data( 'Items', 'Vase × 3' );
		$order->add_item( $shipping );
		$order->calculate_totals();
		$order->save();
		$coupon = new WC_Coupon();
		$coupon->set_code( 'ten-' . $order->get_id() );
		$coupon->set_discount_type( 'percent' );
		$coupon->set_amount( 10 );
		$coupon->set_usage_limit( 1 );
		$coupon->save();
		self::assertTrue( $order->apply_coupon( $coupon->get_code() ) );
		foreach ( $order->get_items() as $item ) {
			$item->add_meta_data( 'Engraving', 'For Söhne & "co"' );
		}
		$order->set_payment_method( 'bacs' );
		$order->set_payment_method_title( 'Bank transfer' );
		$order->set_transaction_id( 'tx-4711' );
		$order->set_customer_note( 'Ring twice' );
		$order->set_customer_ip_address( '192.0.2.7' );
		$order->set_customer_user_agent( 'Browser' );
		$order->set_date_paid( time() );
		$order->save();

		return $this->reload_order( $order->get_id() );
	}

	private function product( string $name, float $price, int $stock, string $tax_class = '' ): WC_Product_Simple {
		$product = new WC_Product_Simple();
		$product->set_name( $name );
		$product->set_regular_price( (string) $price );
		$product->set_tax_class( $tax_class );
		$product->set_manage_stock( true );
		$product->set_stock_quantity( $stock );
		$product->save();

		return $product;
	}

	private function variation(): WC_Product_Variation {
		$attribute = new WC_Product_Attribute();
		$attribute->set_name( 'Size' );
		$attribute->set_options( [ 'M', 'L' ] );
		$attribute->set_variation( true );
		$parent = new WC_Product_Variable();
		$parent->set_name( 'Shirt' );
		$parent->set_attributes( [ $attribute ] );
		$parent->save();
		$variation = new WC_Product_Variation();
		$variation->set_parent_id( $parent->get_id() );
		$variation->set_attributes( [ 'size' => 'L' ] );
		$variation->set_regular_price( '24.95' );
		$variation->set_manage_stock( true );
		$variation->set_stock_quantity( 100 );
		$variation->save();

		return $variation;
	}

	private function count_orders(): int {
		return count( $this->order_ids() );
	}

	/**
	 * Returns the IDs of all orders of the shop.
	 *
	 * @return list<int>
	 */
	private function order_ids(): array {
		wp_cache_flush();
		$ids = wc_get_orders(
			[
				'limit'  => -1,
				'return' => 'ids',
				'type'   => 'shop_order',
				'status' => 'any',
			]
		);

		return array_values( array_filter( is_array( $ids ) ? $ids : [], 'is_int' ) );
	}
}
