<?php
/**
 * Duplicating orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Coupon;
use WC_Order;
use WC_Order_Item_Fee;
use WC_Order_Item_Product;
use WC_Order_Item_Shipping;
use WC_Product_Attribute;
use WC_Product_Simple;
use WC_Product_Variable;
use WC_Product_Variation;
use WC_Tax;
use WP_REST_Response;

/**
 * A copy costs what the original costs, to the cent and by rate, and takes nothing along that belongs to the original alone.
 */
#[CoversNothing]
#[Group( 'storage' )]
#[Group( 'needs-real-woocommerce' )]
final class DuplicateOrderTest extends IntegrationTestCase {

	use LinkSteps;

	public function test_the_copy_has_the_same_lines_totals_and_taxes(): void {
		foreach ( [ 'yes', 'no' ] as $prices_include_tax ) {
			$original = $this->rich_order( $prices_include_tax );
			$copy     = $this->copy_of( $original );

			self::assertSame( $this->lines( $original ), $this->lines( $copy ) );
			self::assertSame( $this->sums( $original ), $this->sums( $copy ) );
			self::assertSame( $this->taxes( $original ), $this->taxes( $copy ) );
			self::assertCount( 2, $this->taxes( $copy ), 'High and low.' );
			self::assertSame( 'yes' === $prices_include_tax, $copy->get_prices_include_tax() );
		}
	}

	public function test_reckoning_the_copy_again_changes_nothing(): void {
		$copy  = $this->copy_of( $this->rich_order( 'yes' ) );
		$total = $copy->get_total();
		$copy->calculate_totals( false );

		self::assertSame( $total, $copy->get_total() );
	}

	public function test_the_copy_has_addresses_customer_and_currency(): void {
		$original = $this->rich_order( 'yes' );
		$copy     = $this->copy_of( $original );

		self::assertSame( $original->get_address( 'billing' ), $copy->get_address( 'billing' ) );
		self::assertSame( $original->get_address( 'shipping' ), $copy->get_address( 'shipping' ) );
		self::assertSame( [ $original->get_customer_id(), 'USD' ], [ $copy->get_customer_id(), $copy->get_currency() ] );
	}

	public function test_the_copy_is_new_unpaid_and_has_its_own_number(): void {
		$original = $this->rich_order( 'yes' );
		$copy     = $this->copy_of( $original );

		self::assertNotSame( $original->get_id(), $copy->get_id() );
		self::assertNotSame( $original->get_order_number(), $copy->get_order_number() );
		self::assertNotSame( $original->get_order_key(), $copy->get_order_key() );
		self::assertSame( [ 'pending', 'multisafepay-payment-links' ], [ $copy->get_status(), $copy->get_created_via() ] );
		self::assertSame( [ '', '', '', null, null ], [ $copy->get_payment_method(), $copy->get_payment_method_title(), $copy->get_transaction_id(), $copy->get_date_paid(), $copy->get_date_completed() ] );
		self::assertSame( [ '', '', '' ], [ $copy->get_customer_note(), $copy->get_customer_ip_address(), $copy->get_customer_user_agent() ] );
		self::assertTrue( $copy->needs_payment() );
	}

	public function test_meta_of_the_customer_goes_along_and_no_other(): void {
		$original = $this->rich_order( 'yes' );
		$kept     = [ 'is_vat_exempt' => 'no', 'wpml_language' => 'nl', '_billing_vat_number' => 'NL123', '_wc_other/shop/gift' => '1' ];
		$left     = [
			'payment_url'                        => 'https://pay.example/older',
			'send_payment_link'                  => '1',
			'multisafepay_transaction_id'        => '4711',
			'_multisafepay_order_environment'    => 'test',
			'_order_stock_reduced'               => 'yes',
			'_order_number'                      => 'A-77',
			'_wcpdf_invoice_number'              => '2026-1',
			'_stripe_intent_id'                  => 'pi_1',
			'multisafepay_payment_links_anything' => 'x',
		];
		foreach ( $kept + $left as $key => $value ) {
			$original->update_meta_data( $key, $value );
		}
		$original->save();
		$copy = $this->copy_of( $original );

		foreach ( $kept as $key => $value ) {
			self::assertSame( $value, $copy->get_meta( $key ), $key );
		}
		foreach ( array_keys( $left ) as $key ) {
			self::assertContains( $copy->get_meta( $key ), [ '', false ], $key );
		}
	}

	public function test_stock_is_neither_taken_nor_said_to_be_taken(): void {
		$original = $this->rich_order( 'yes' );
		wc_reduce_stock_levels( $original->get_id() );
		$products = [];
		foreach ( $original->get_items() as $item ) {
			self::assertInstanceOf( WC_Order_Item_Product::class, $item );
			self::assertNotSame( '', $this->fresh_item( $item )->get_meta( '_reduced_stock' ) );
			$products[ $item->get_product_id() ] = $this->stock( $item );
		}

		$copy = $this->copy_of( $original );

		foreach ( $copy->get_items() as $item ) {
			self::assertInstanceOf( WC_Order_Item_Product::class, $item );
			self::assertSame( '', $item->get_meta( '_reduced_stock' ) );
			self::assertSame( $products[ $item->get_product_id() ], $this->stock( $item ) );
		}
		$copy->update_status( 'processing' );
		foreach ( $this->fresh_order( $copy->get_id() )->get_items() as $item ) {
			self::assertNotSame( '', $item->get_meta( '_reduced_stock' ), 'Once it is paid it takes its own.' );
		}
	}

	public function test_the_original_is_left_as_it_was(): void {
		$original = $this->rich_order( 'yes' );
		$before   = $this->fresh_order( $original->get_id() );
		$lines    = $this->lines( $before );
		$data     = $before->get_data();
		$this->copy_of( $original );
		$after = $this->fresh_order( $original->get_id() );

		self::assertSame( $lines, $this->lines( $after ) );
		foreach ( [ 'status', 'total', 'date_paid', 'transaction_id', 'payment_method', 'customer_note' ] as $field ) {
			self::assertEquals( $data[ $field ], $after->get_data()[ $field ], $field );
		}
	}

	public function test_both_orders_name_each_other_in_their_notes(): void {
		$original = $this->orders->make();
		$copy     = $this->copy_of( $original );

		self::assertStringContainsString( "#{$copy->get_order_number()}</a>", implode( $this->notes( $original, '/Copied to/' ) ) );
		self::assertStringContainsString( "#{$original->get_order_number()}</a>", implode( $this->notes( $copy, '/Copied from/' ) ) );
		self::assertStringContainsString( esc_url( $copy->get_edit_order_url() ), implode( $this->notes( $original, '/Copied to/' ) ) );
	}

	public function test_the_answer_is_the_link_of_the_new_order(): void {
		$original = $this->rich_order( 'yes' );
		$response = $this->duplicate( $original, [ 'days_active' => 3, 'note' => 'Second try' ] );
		$link     = $this->json( $response );
		$copy     = $this->fresh_order( Json::number( $link, 'wc_order_id' ) );

		self::assertSame( 201, $response->get_status() );
		self::assertSame( [ (string) $copy->get_order_number(), $copy->get_edit_order_url(), 'Second try', 'active', null ], [ $link['wc_order_number'], $link['edit_url'], $link['note'], $link['status'], $link['duplicate_of'] ] );
		self::assertSame( (int) round( 100 * (float) $original->get_total() ), $link['amount'] );
		self::assertFalse( $link['stale'] );
	}

	public function test_the_order_of_a_paid_original_is_unpaid_and_owes_all(): void {
		$original = $this->orders->make( status: 'processing' );

		self::assertSame( 8000, Json::number( $this->json( $this->duplicate( $original ) ), 'amount' ) );
	}

	public function test_the_same_key_copies_once(): void {
		$original = $this->orders->make();
		$body     = [ 'idempotency_key' => $this->fresh_key() ];
		$before   = $this->number_of_orders();
		$first    = $this->json( $this->duplicate( $original, $body ) );
		$again    = $this->duplicate( $original, $body );

		self::assertSame( [ 200, $first ], [ $again->get_status(), $this->json( $again ) ] );
		self::assertSame( $before + 1, $this->number_of_orders() );
		self::assertCount( 1, $this->notes( $original, '/Copied to/' ) );
	}

	public function test_the_key_of_another_order_is_refused(): void {
		$body = [ 'idempotency_key' => $this->fresh_key() ];
		$this->duplicate( $this->orders->make(), $body );
		$before = $this->number_of_orders();
		$other  = $this->orders->make();

		$this->assert_invalid( $this->duplicate( $other, $body ), 'idempotency_key' );
		self::assertSame( $before + 1, $this->number_of_orders() );
	}

	public function test_goods_that_are_gone_are_told_before_anything_is_copied(): void {
		$original = $this->orders->make( [ [ 'Without a product', 1, 5.0 ] ] );
		$short    = $this->product( 'Tulip &amp; vase', 10.0, 2 );
		$plenty   = $this->product( 'Rose', 10.0, 50 );
		$gone     = $this->product( 'Gone', 10.0, 5 );
		foreach ( [ [ $short, 2 ], [ $short, 1 ], [ $plenty, 3 ], [ $gone, 1 ] ] as [ $product, $quantity ] ) {
			$original->add_product( $product, $quantity );
		}
		$original->calculate_totals( false );
		$original->save();
		$gone->delete( true );
		$before = $this->number_of_orders();
		$key    = [ 'idempotency_key' => $this->fresh_key() ];

		$answer = $this->assert_error( 409, 'stock_gone', $this->duplicate( $original, $key ) );

		self::assertSame(
			[
				[ 'name' => 'Tulip & vase', 'wanted' => 3, 'left' => 2 ],
				[ 'name' => 'Gone', 'wanted' => 1, 'left' => 0 ],
			],
			Json::object( $answer, 'data', 'items' )
		);
		self::assertSame( $before, $this->number_of_orders() );
		self::assertSame( 201, $this->duplicate( $original, $key + [ 'confirm_stock' => true ] )->get_status() );
	}

	public function test_goods_on_backorder_or_uncounted_are_not_gone(): void {
		$backorder = $this->product( 'On backorder', 10.0, 0 );
		$backorder->set_backorders( 'notify' );
		$backorder->save();
		$uncounted = new WC_Product_Simple();
		$uncounted->set_name( 'Uncounted' );
		$uncounted->set_regular_price( '10' );
		$uncounted->save();
		$original = $this->orders->make();
		$original->add_product( $backorder, 4 );
		$original->add_product( $uncounted, 4 );
		$original->calculate_totals( false );
		$original->save();

		self::assertSame( 201, $this->duplicate( $original )->get_status() );
	}

	public function test_bad_fields_are_told_before_anything_is_copied(): void {
		$original = $this->orders->make();
		$before   = $this->number_of_orders();

		$this->assert_invalid( $this->duplicate( $original, [ 'customer' => [ 'email' => 'nobody' ], 'days_active' => 400 ] ), 'days_active', 'customer.email' );
		$this->assert_invalid( $this->duplicate( $original, [ 'site' => 'elsewhere' ] ), 'site' );
		$this->assert_invalid( $this->duplicate( $original, [ 'amount' => 100 ] ), 'amount' );
		$this->assert_invalid( $this->duplicate( $original, [ 'idempotency_key' => 'x' ] ), 'idempotency_key' );
		$this->assert_error( 404, 'rest_order_not_found', $this->rest( 'POST', '/orders/999999999/duplicate', [ 'idempotency_key' => $this->fresh_key() ] ) );
		$this->forget_settings();
		$this->assert_error( 503, 'not_configured', $this->duplicate( $original ) );

		self::assertSame( $before, $this->number_of_orders() );
	}

	public function test_a_copy_without_a_link_is_told_and_gets_its_link_when_the_key_comes_again(): void {
		$original = $this->orders->make();
		$before   = $this->number_of_orders();
		$key      = [ 'idempotency_key' => $this->fresh_key() ];
		$this->emulator->fault( 'reset_before' );
		$this->emulator->fault( 'reset_before' );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 5 );

		$answer = $this->assert_error( 502, 'multisafepay_unavailable', $this->duplicate( $original, $key ) );
		$copy   = $this->fresh_order( Json::number( $answer, 'data', 'wc_order_id' ) );
		self::assertSame( [ (string) $copy->get_order_number(), $copy->get_edit_order_url() ], [ Json::text( $answer, 'data', 'wc_order_number' ), Json::text( $answer, 'data', 'edit_url' ) ] );
		self::assertSame( $before + 1, $this->number_of_orders() );

		$this->emulator->reset();
		$again = $this->duplicate( $original, $key );
		self::assertSame( [ 201, $copy->get_id() ], [ $again->get_status(), Json::number( $this->json( $again ), 'wc_order_id' ) ] );
		self::assertSame( $before + 1, $this->number_of_orders() );
	}

	public function test_a_copy_that_fails_leaves_the_key_free(): void {
		$original = $this->orders->make();
		$key      = [ 'idempotency_key' => $this->fresh_key() ];
		$fail     = static function (): never {
			throw new \RuntimeException( 'Another plugin stumbles.' );
		};
		add_action( 'woocommerce_before_order_object_save', $fail );
		$this->assert_error( 503, 'storage_failed', $this->duplicate( $original, $key ) );
		remove_action( 'woocommerce_before_order_object_save', $fail );

		self::assertSame( 201, $this->duplicate( $original, $key )->get_status() );
	}

	public function test_a_copy_without_all_its_lines_is_none(): void {
		$original = $this->rich_order( 'yes' );
		$fail     = static function (): never {
			throw new \RuntimeException( 'Another plugin stumbles over the fee.' );
		};
		add_action( 'woocommerce_before_order_item_object_save', static fn ( object $item ) => $item instanceof WC_Order_Item_Fee ? $fail() : null );

		$this->assert_error( 503, 'storage_failed', $this->duplicate( $original ) );
		self::assertSame( [], $this->emulator->requests( 'POST', '/orders' ) );
	}

	/**
	 * @param array<string, mixed> $body The rest is prefilled.
	 */
	private function duplicate( WC_Order $original, array $body = [] ): WP_REST_Response {
		return $this->rest( 'POST', "/orders/{$original->get_id()}/duplicate", $body + [ 'idempotency_key' => $this->fresh_key() ] );
	}

	private function copy_of( WC_Order $original ): WC_Order {
		$response = $this->duplicate( $original );
		self::assertSame( 201, $response->get_status(), (string) wp_json_encode( $this->json( $response ) ) );

		return $this->fresh_order( Json::number( $this->json( $response ), 'wc_order_id' ) );
	}

	/**
	 * Products, a variation, a fee with tax, shipping, a coupon, two rates, a paid order with everything that must stay behind.
	 */
	private function rich_order( string $prices_include_tax ): WC_Order {
		update_option( 'woocommerce_calc_taxes', 'yes' );
		update_option( 'woocommerce_tax_based_on', 'billing' );
		update_option( 'woocommerce_prices_include_tax', $prices_include_tax );
		foreach ( [ [ '21.0000', '' ], [ '9.0000', 'reduced-rate' ] ] as [ $rate, $class ] ) {
			WC_Tax::_insert_tax_rate( [ 'tax_rate_country' => 'NL', 'tax_rate_state' => '', 'tax_rate' => $rate, 'tax_rate_name' => "VAT $rate", 'tax_rate_priority' => 1, 'tax_rate_compound' => 0, 'tax_rate_shipping' => 1, 'tax_rate_order' => 0, 'tax_rate_class' => $class ] );
		}
		$customer = get_user_by( 'login', $this->user( 'customer' ) );
		self::assertNotFalse( $customer );

		$order = new WC_Order();
		$order->set_currency( 'USD' );
		$order->set_customer_id( $customer->ID );
		$order->set_prices_include_tax( 'yes' === $prices_include_tax );
		$order->set_address( [ 'first_name' => 'Eva', 'last_name' => 'Visser', 'company' => 'R&D "Söhne"', 'email' => 'eva@example.test', 'phone' => '020-1234567', 'address_1' => 'Kalverstraat 12', 'postcode' => '1012 AB', 'city' => 'Amsterdam', 'country' => 'NL' ], 'billing' );
		$order->set_address( [ 'first_name' => 'Kim', 'last_name' => 'Jansen', 'address_1' => 'Dam 1', 'address_2' => 'II', 'postcode' => '1011 AA', 'city' => 'Amsterdam', 'country' => 'NL', 'phone' => '0687654321' ], 'shipping' );
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

		return $this->fresh_order( $order->get_id() );
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

	/**
	 * Every line with everything but its ids.
	 *
	 * @return list<array<mixed>>
	 */
	private function lines( WC_Order $order ): array {
		$lines = [];
		foreach ( $order->get_items( [ 'line_item', 'fee', 'shipping', 'coupon', 'tax' ] ) as $item ) {
			$data = $item->get_data();
			unset( $data['id'], $data['order_id'], $data['meta_data'] );
			$meta = [];
			foreach ( $item->get_meta_data() as $entry ) {
				$meta[] = array_diff_key( $entry->get_data(), [ 'id' => 0 ] );
			}
			$lines[] = [ 'type' => $item->get_type(), 'meta' => $meta ] + $data;
		}

		return $lines;
	}

	/**
	 * @return array<string, string>
	 */
	private function sums( WC_Order $order ): array {
		$sums = [];
		foreach ( [ 'total', 'total_tax', 'cart_tax', 'shipping_total', 'shipping_tax', 'discount_total', 'discount_tax', 'subtotal' ] as $name ) {
			$sums[ $name ] = number_format( (float) $order->{"get_$name"}(), 6, '.', '' );
		}

		return $sums;
	}

	/**
	 * @return list<string>
	 */
	private function taxes( WC_Order $order ): array {
		$taxes = [];
		foreach ( $order->get_taxes() as $tax ) {
			$taxes[] = "{$tax->get_rate_id()} {$tax->get_label()} {$tax->get_rate_percent()} {$tax->get_tax_total()} {$tax->get_shipping_tax_total()}";
		}

		return $taxes;
	}

	private function stock( WC_Order_Item_Product $item ): ?int {
		$product = wc_get_product( $item->get_variation_id() > 0 ? $item->get_variation_id() : $item->get_product_id() );
		self::assertInstanceOf( \WC_Product::class, $product );

		return $product->get_stock_quantity();
	}

	private function fresh_item( WC_Order_Item_Product $item ): WC_Order_Item_Product {
		return new WC_Order_Item_Product( $item->get_id() );
	}

	private function number_of_orders(): int {
		return count( wc_get_orders( [ 'limit' => -1, 'return' => 'ids', 'type' => 'shop_order', 'status' => 'any' ] ) );
	}

	/**
	 * @return list<string>
	 */
	private function notes( WC_Order $order, string $pattern ): array {
		$found = [];
		foreach ( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ) as $note ) {
			$content = ( (array) $note )['content'] ?? '';
			if ( is_string( $content ) && preg_match( $pattern, $content ) === 1 ) {
				$found[] = $content;
			}
		}

		return $found;
	}
}
