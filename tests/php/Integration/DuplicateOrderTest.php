<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\OrderComparison;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\OrderGoods;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;
use WC_Order_Item_Product;
use WP_REST_Response;
use WP_User;

/**
 * A copy has exactly the totals and taxes of the original and none of the data that belongs only to the original.
 */
#[CoversNothing]
#[Group( 'storage' )]
#[Group( 'needs-real-woocommerce' )]
final class DuplicateOrderTest extends IntegrationTestCase {

	use LinkSteps;
	use OrderGoods;
	use OrderComparison;

	public function test_the_copy_has_the_same_lines_totals_and_taxes(): void {
		foreach ( [ 'yes', 'no' ] as $prices_include_tax ) {
			$original = $this->rich_order( $prices_include_tax );
			$copy     = $this->copy_of( $original );

			self::assertSame( $this->lines( $original ), $this->lines( $copy ) );
			self::assertSame( $this->totals( $original ), $this->totals( $copy ) );
			self::assertSame( $this->taxes( $original ), $this->taxes( $copy ) );
			self::assertCount( 2, $this->taxes( $copy ), 'Two tax rates.' );
			self::assertSame( 'yes' === $prices_include_tax, $copy->get_prices_include_tax() );
		}
	}

	public function test_recalculating_the_copy_changes_nothing(): void {
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
		self::assertSame(
			[ $original->get_customer_id(), 'USD' ],
			[ $copy->get_customer_id(), $copy->get_currency() ]
		);
	}

	public function test_the_copy_is_unpaid_and_has_its_own_number(): void {
		$original = $this->rich_order( 'yes' );
		$copy     = $this->copy_of( $original );

		self::assertNotSame( $original->get_id(), $copy->get_id() );
		self::assertNotSame( $original->get_order_number(), $copy->get_order_number() );
		self::assertNotSame( $original->get_order_key(), $copy->get_order_key() );
		self::assertSame(
			[ 'pending', 'multisafepay-payment-links' ],
			[ $copy->get_status(), $copy->get_created_via() ]
		);
		self::assertSame(
			[ '', '', '', null, null ],
			[
				$copy->get_payment_method(),
				$copy->get_payment_method_title(),
				$copy->get_transaction_id(),
				$copy->get_date_paid(),
				$copy->get_date_completed(),
			]
		);
		self::assertSame(
			[ '', '', '' ],
			[ $copy->get_customer_note(), $copy->get_customer_ip_address(), $copy->get_customer_user_agent() ]
		);
		self::assertTrue( $copy->needs_payment() );
	}

	public function test_only_meta_of_the_customer_is_copied(): void {
		$original = $this->rich_order( 'yes' );
		$kept     = [
			'is_vat_exempt' => 'no',
			'wpml_language' => 'nl',
			'_billing_vat_number' => 'NL123',
			'_wc_other/shop/gift' => '1',
		];
		$ignored  = [
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
		foreach ( $kept + $ignored as $key => $value ) {
			$original->update_meta_data( $key, $value );
		}
		$original->save();
		$copy = $this->copy_of( $original );

		foreach ( $kept as $key => $value ) {
			self::assertSame( $value, $copy->get_meta( $key ), $key );
		}
		foreach ( array_keys( $ignored ) as $key ) {
			self::assertContains( $copy->get_meta( $key ), [ '', false ], $key );
		}
	}

	public function test_copying_neither_reduces_stock_nor_marks_it_as_reduced(): void {
		$original = $this->rich_order( 'yes' );
		wc_reduce_stock_levels( $original->get_id() );
		$stock_quantities = [];
		foreach ( $original->get_items() as $item ) {
			self::assertInstanceOf( WC_Order_Item_Product::class, $item );
			self::assertNotSame( '', $this->reload_item( $item )->get_meta( '_reduced_stock' ) );
			$stock_quantities[ $item->get_product_id() ] = $this->stock( $item );
		}

		$copy = $this->copy_of( $original );

		foreach ( $copy->get_items() as $item ) {
			self::assertInstanceOf( WC_Order_Item_Product::class, $item );
			self::assertSame( '', $item->get_meta( '_reduced_stock' ) );
			self::assertSame( $stock_quantities[ $item->get_product_id() ], $this->stock( $item ) );
		}
		$copy->update_status( 'processing' );
		foreach ( $this->reload_order( $copy->get_id() )->get_items() as $item ) {
			self::assertNotSame( '', $item->get_meta( '_reduced_stock' ), 'Stock is reduced when the copy is paid.' );
		}
	}

	public function test_the_original_does_not_change(): void {
		$original = $this->rich_order( 'yes' );
		$before   = $this->reload_order( $original->get_id() );
		$lines    = $this->lines( $before );
		$data     = $before->get_data();
		$this->copy_of( $original );
		$after = $this->reload_order( $original->get_id() );

		self::assertSame( $lines, $this->lines( $after ) );
		foreach ( [ 'status', 'total', 'date_paid', 'transaction_id', 'payment_method', 'customer_note' ] as $field ) {
			self::assertEquals( $data[ $field ], $after->get_data()[ $field ], $field );
		}
	}

	public function test_the_notes_of_both_orders_refer_to_each_other(): void {
		$original = $this->orders->create();
		$copy     = $this->copy_of( $original );

		self::assertStringContainsString(
			"#{$copy->get_order_number()}</a>",
			implode( $this->notes( $original, '/Copied to/' ) )
		);
		self::assertStringContainsString(
			"#{$original->get_order_number()}</a>",
			implode( $this->notes( $copy, '/Copied from/' ) )
		);
		self::assertStringContainsString(
			esc_url( $copy->get_edit_order_url() ),
			implode( $this->notes( $original, '/Copied to/' ) )
		);
	}

	public function test_the_response_is_the_link_of_the_new_order(): void {
		$original = $this->rich_order( 'yes' );
		$response = $this->duplicate( $original, [ 'days_active' => 3, 'note' => 'Second try' ] );
		$link     = $this->json( $response );
		$copy     = $this->reload_order( Json::number( $link, 'wc_order_id' ) );

		self::assertSame( 201, $response->get_status() );
		self::assertSame(
			[ (string) $copy->get_order_number(), $copy->get_edit_order_url(), 'Second try', 'active', null ],
			[ $link['wc_order_number'], $link['edit_url'], $link['note'], $link['status'], $link['duplicate_of'] ]
		);
		self::assertSame( (int) round( 100 * (float) $original->get_total() ), $link['amount'] );
		self::assertFalse( $link['stale'] );
	}

	public function test_the_copy_of_a_paid_order_is_unpaid_with_the_full_amount_due(): void {
		$original = $this->orders->create( status: 'processing' );

		self::assertSame( 8000, Json::number( $this->json( $this->duplicate( $original ) ), 'amount' ) );
	}

	public function test_the_same_key_copies_an_order_once(): void {
		$original = $this->orders->create();
		$body     = [ 'idempotency_key' => $this->new_key() ];
		$before   = $this->count_orders();
		$first    = $this->json( $this->duplicate( $original, $body ) );
		$again    = $this->duplicate( $original, $body );

		self::assertSame( [ 200, $first ], [ $again->get_status(), $this->json( $again ) ] );
		self::assertSame( $before + 1, $this->count_orders() );
		self::assertCount( 1, $this->notes( $original, '/Copied to/' ) );
	}

	public function test_the_key_of_another_order_is_refused(): void {
		$body = [ 'idempotency_key' => $this->new_key() ];
		$this->duplicate( $this->orders->create(), $body );
		$before = $this->count_orders();
		$other  = $this->orders->create();

		$this->assert_invalid( $this->duplicate( $other, $body ), 'idempotency_key' );
		self::assertSame( $before + 1, $this->count_orders() );
	}

	public function test_copying_needs_the_permission_to_create_orders(): void {
		$original = $this->orders->create();
		$before   = $this->count_orders();
		$login    = $this->create_user( 'shop_manager' );
		$user     = get_user_by( 'login', $login );
		self::assertInstanceOf( WP_User::class, $user );
		$user->add_cap( 'publish_shop_orders', false );

		$this->assert_error(
			403,
			'rest_forbidden',
			$this->rest(
				'POST',
				"/orders/{$original->get_id()}/duplicate",
				[ 'idempotency_key' => $this->new_key() ],
				$login
			)
		);
		self::assertSame( $before, $this->count_orders() );
	}

	/**
	 * @param array<string, mixed> $body Fields that differ from the prefilled values.
	 */
	private function duplicate( WC_Order $original, array $body = [] ): WP_REST_Response {
		return $this->rest(
			'POST',
			"/orders/{$original->get_id()}/duplicate",
			$body + [ 'idempotency_key' => $this->new_key() ]
		);
	}

	private function copy_of( WC_Order $original ): WC_Order {
		$response = $this->duplicate( $original );
		self::assertSame( 201, $response->get_status(), (string) wp_json_encode( $this->json( $response ) ) );

		return $this->reload_order( Json::number( $this->json( $response ), 'wc_order_id' ) );
	}

	private function stock( WC_Order_Item_Product $item ): ?int {
		$product = wc_get_product(
			$item->get_variation_id() > 0 ? $item->get_variation_id() : $item->get_product_id()
		);
		self::assertInstanceOf( \WC_Product::class, $product );

		return $product->get_stock_quantity();
	}

	private function reload_item( WC_Order_Item_Product $item ): WC_Order_Item_Product {
		return new WC_Order_Item_Product( $item->get_id() );
	}
}
