<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\NewOrders\Storage\OrderClaimTable;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\OrderGoods;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;
use WC_Order_Item_Fee;
use WC_Product_Simple;
use WP_REST_Response;

/**
 * Tests missing stock, invalid input and failures while an order is duplicated.
 */
#[CoversNothing]
#[Group( 'storage' )]
#[Group( 'needs-real-woocommerce' )]
final class DuplicateOrderFailureTest extends IntegrationTestCase {

	use LinkSteps;
	use OrderGoods;

	public function test_missing_stock_is_reported_before_anything_is_copied(): void {
		$original = $this->orders->create( [ [ 'Without a product', 1, 5.0 ] ] );
		$short    = $this->product( 'Tulip &amp; vase', 10.0, 2 );
		$plenty   = $this->product( 'Rose', 10.0, 50 );
		$deleted  = $this->product( 'Gone', 10.0, 5 );
		foreach ( [ [ $short, 2 ], [ $short, 1 ], [ $plenty, 3 ], [ $deleted, 1 ] ] as [ $product, $quantity ] ) {
			$original->add_product( $product, $quantity );
		}
		$original->calculate_totals( false );
		$original->save();
		$deleted->delete( true );
		$before = $this->count_orders();
		$key    = [ 'idempotency_key' => $this->new_key() ];

		$response = $this->assert_error( 409, 'insufficient_stock', $this->duplicate( $original, $key ) );

		self::assertSame(
			[
				[ 'name' => 'Tulip & vase', 'required' => 3, 'available' => 2 ],
				[ 'name' => 'Gone', 'required' => 1, 'available' => 0 ],
			],
			Json::object( $response, 'data', 'items' )
		);
		self::assertSame( $before, $this->count_orders() );
		self::assertSame( 201, $this->duplicate( $original, $key + [ 'confirm_stock' => true ] )->get_status() );
	}

	public function test_products_on_backorder_or_without_stock_management_can_be_copied(): void {
		$backorder = $this->product( 'On backorder', 10.0, 0 );
		$backorder->set_backorders( 'notify' );
		$backorder->save();
		$uncounted = new WC_Product_Simple();
		$uncounted->set_name( 'Uncounted' );
		$uncounted->set_regular_price( '10' );
		$uncounted->save();
		$original = $this->orders->create();
		$original->add_product( $backorder, 4 );
		$original->add_product( $uncounted, 4 );
		$original->calculate_totals( false );
		$original->save();

		self::assertSame( 201, $this->duplicate( $original )->get_status() );
	}

	public function test_invalid_fields_are_reported_before_anything_is_copied(): void {
		$original = $this->orders->create();
		$before   = $this->count_orders();

		$this->assert_invalid(
			$this->duplicate( $original, [ 'customer' => [ 'email' => 'nobody' ], 'days_active' => 400 ] ),
			'days_active',
			'customer.email'
		);
		$this->assert_invalid( $this->duplicate( $original, [ 'site' => 'elsewhere' ] ), 'site' );
		$this->assert_invalid( $this->duplicate( $original, [ 'amount' => 100 ] ), 'amount' );
		$this->assert_invalid( $this->duplicate( $original, [ 'idempotency_key' => 'x' ] ), 'idempotency_key' );
		$this->assert_error(
			404,
			'rest_order_not_found',
			$this->rest( 'POST', '/orders/999999999/duplicate', [ 'idempotency_key' => $this->new_key() ] )
		);
		$this->delete_settings();
		$this->assert_error( 503, 'not_configured', $this->duplicate( $original ) );

		self::assertSame( $before, $this->count_orders() );
	}

	public function test_a_copy_without_a_link_is_reported_and_gets_its_link_when_the_request_is_repeated(): void {
		$original = $this->orders->create();
		$before   = $this->count_orders();
		$key      = [ 'idempotency_key' => $this->new_key() ];
		$this->emulator->fault( 'reset_before' );
		$this->emulator->fault( 'reset_before' );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 5 );

		$response = $this->assert_error( 502, 'multisafepay_unavailable', $this->duplicate( $original, $key ) );
		$copy     = $this->reload_order( Json::number( $response, 'data', 'wc_order_id' ) );
		self::assertSame(
			[ (string) $copy->get_order_number(), $copy->get_edit_order_url() ],
			[ Json::text( $response, 'data', 'wc_order_number' ), Json::text( $response, 'data', 'edit_url' ) ]
		);
		self::assertSame( $before + 1, $this->count_orders() );

		$this->emulator->reset();
		$again = $this->duplicate( $original, $key );
		self::assertSame(
			[ 201, $copy->get_id() ],
			[ $again->get_status(), Json::number( $this->json( $again ), 'wc_order_id' ) ]
		);
		self::assertSame( $before + 1, $this->count_orders() );
	}

	public function test_a_failed_copy_releases_the_key(): void {
		$original = $this->orders->create();
		$key      = [ 'idempotency_key' => $this->new_key() ];
		$fail     = static function (): never {
			throw new \RuntimeException( 'Another plugin failed.' );
		};
		add_action( 'woocommerce_before_order_object_save', $fail );
		$this->assert_error( 503, 'storage_failed', $this->duplicate( $original, $key ) );
		remove_action( 'woocommerce_before_order_object_save', $fail );

		self::assertSame( 201, $this->duplicate( $original, $key )->get_status() );
	}

	public function test_a_key_taken_over_by_another_request_has_one_copy(): void {
		$claims = Plugin::container()->get( OrderClaimTable::class );
		$key    = $this->new_key();
		self::assertTrue( $claims->reserve( $key, 7 ) );
		self::assertFalse( $claims->reserve( $key, 7 ) );
		$claim = $claims->find( $key );
		self::assertNotNull( $claim );
		self::assertFalse( $claim->is_abandoned_at( $claim->started_at->modify( '+60 seconds' ) ) );
		self::assertTrue( $claim->is_abandoned_at( $claim->started_at->modify( '+61 seconds' ) ) );

		Db::query(
			'UPDATE '
				. Db::wpdb()->prefix
				. "multisafepay_payment_link_order_claims SET started_at = '2026-01-01 00:00:00'
				WHERE idempotency_key = '$key'"
		);
		$abandoned = $claims->find( $key );
		self::assertNotNull( $abandoned );
		self::assertTrue( $claims->take_over( $key, $abandoned ) );
		self::assertFalse( $claims->take_over( $key, $abandoned ), 'Only one request takes over.' );
		$claims->complete( $key, 71 );
		$claims->release( $key );
		try {
			$claims->complete( $key, 72 );
			self::fail( 'A second copy was stored.' );
		} catch ( StorageFailed ) {
			self::assertSame( 71, $claims->find( $key )?->created_id );
		}
	}

	public function test_a_copy_without_all_items_gets_no_link(): void {
		$original = $this->rich_order( 'yes' );
		$fail     = static function (): never {
			throw new \RuntimeException( 'Another plugin failed to save the fee.' );
		};
		add_action(
			'woocommerce_before_order_item_object_save',
			static fn ( object $item ) => $item instanceof WC_Order_Item_Fee ? $fail() : null
		);

		$this->assert_error( 503, 'storage_failed', $this->duplicate( $original ) );
		self::assertSame( [], $this->emulator->requests( 'POST', '/orders' ) );
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
}
