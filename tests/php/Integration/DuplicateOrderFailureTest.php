<?php
/**
 * Orders that cannot be duplicated at once.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;
use MultiSafepay\PaymentLinks\Storage\ClaimTable;
use MultiSafepay\PaymentLinks\Storage\Database;
use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\OrderGoods;
use MultiSafepay\PaymentLinks\WooCommerce\SystemClock;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;
use WC_Order_Item_Fee;
use WC_Product_Simple;
use WP_REST_Response;

/**
 * Goods that are gone, bad input, and whatever fails half-way.
 */
#[CoversNothing]
#[Group( 'storage' )]
#[Group( 'needs-real-woocommerce' )]
final class DuplicateOrderTroubleTest extends IntegrationTestCase {

	use LinkSteps;
	use OrderGoods;

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

	public function test_a_key_that_another_request_took_over_has_one_copy(): void {
		$claims = new ClaimTable( new Database( Db::wpdb() ), new Schema( Db::wpdb() ), new SystemClock() );
		$key    = $this->fresh_key();
		self::assertTrue( $claims->reserve( $key, 7 ) );
		self::assertFalse( $claims->reserve( $key, 7 ) );
		$seen = $claims->find( $key );
		self::assertNotNull( $seen );
		self::assertFalse( $seen->is_abandoned_at( $seen->begun_at->modify( '+60 seconds' ) ) );
		self::assertTrue( $seen->is_abandoned_at( $seen->begun_at->modify( '+61 seconds' ) ) );

		Db::query( 'UPDATE ' . ( new Schema( Db::wpdb() ) )->copies() . " SET begun_at = '2026-01-01 00:00:00' WHERE idempotency_key = '$key'" );
		$old = $claims->find( $key );
		self::assertNotNull( $old );
		self::assertTrue( $claims->take_over( $key, $old ) );
		self::assertFalse( $claims->take_over( $key, $old ), 'Only one request takes over.' );
		$claims->done( $key, 71 );
		$claims->free( $key );
		try {
			$claims->done( $key, 72 );
			self::fail( 'Two copies.' );
		} catch ( StorageFailed ) {
			self::assertSame( 71, $claims->find( $key )?->made_id );
		}
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
}
