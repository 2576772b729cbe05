<?php
/**
 * What a batch says that it will do.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Application\Batch\PreviewBatch;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\BatchSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

#[CoversClass( PreviewBatch::class )]
#[Group( 'needs-real-woocommerce' )]
#[Group( 'storage' )]
final class BatchPreviewTest extends IntegrationTestCase {

	use BatchSteps;

	public function test_what_it_says_is_what_is_done(): void {
		[ $plain, $open, $stale, $paid, $ended, $refunded, $gone, $trashed, $part ] = $this->some_orders( 9 );
		$nothing = $this->orders->make( [ [ 'Gift', 1, 0.0 ] ] );
		$this->made_link( $open );
		$this->made_link( $stale, [ 'amount' => 100 ] );
		$paid->update_status( 'processing' );
		$ended->update_status( 'cancelled' );
		wc_create_refund( [ 'order_id' => $refunded->get_id(), 'amount' => '80.00' ] );
		wc_create_refund( [ 'order_id' => $part->get_id(), 'amount' => '30.00' ] );
		$ids = $this->ids( [ $plain, $open, $stale, $paid, $ended, $refunded, $gone, $trashed, $nothing, $part ] );
		$trashed->delete( false );
		$gone->delete( true );
		wp_cache_flush();

		$said = array_column( $this->previewed( 'create', $ids ), 'skipped', 'wc_order_id' );
		$done = $this->troubles( $this->worked( Json::number( $this->json( $this->rest( 'POST', '/batches', [ 'action' => 'create', 'wc_order_ids' => $ids, 'idempotency_key' => $this->fresh_key() ] ) ), 'id' ) ) );

		self::assertSame(
			[ null, 'has_open_link', null, 'order_paid', 'order_ended', 'order_ended', 'order_gone', 'order_gone', 'nothing_due', null ],
			array_map( static fn ( int $id ): mixed => $said[ $id ], $ids )
		);
		self::assertEquals( array_filter( $said, 'is_string' ), $done );
	}

	public function test_hundreds_of_orders_cost_as_many_queries_as_a_few(): void {
		$orders = $this->some_orders( 40 );
		foreach ( array_slice( $orders, 0, 5 ) as $order ) {
			$this->made_link( $order );
		}
		$few  = $this->queries_of_a_preview( array_slice( $orders, 0, 6 ) );
		$many = $this->queries_of_a_preview( $orders );

		self::assertSame( $few, $many );
		self::assertLessThan( 40, $many );
	}

	public function test_links_are_found_by_one_query_and_one_that_is_not_there_is_told(): void {
		[ $order ] = $this->some_orders( 1 );
		$link      = Json::number( $this->made_link( $order ), 'id' );

		$preview = $this->json( $this->rest( 'POST', '/batches/preview', [ 'action' => 'retire', 'link_ids' => [ $link, 999_999_999 ] ] ) );

		self::assertSame( [ null, 'order_gone' ], array_column( Json::object( $preview, 'items' ), 'skipped' ) );
		self::assertSame( [ $order->get_id(), 0 ], array_column( Json::object( $preview, 'items' ), 'wc_order_id' ) );
	}

	/**
	 * @param list<WC_Order> $orders Orders.
	 */
	private function queries_of_a_preview( array $orders ): int {
		$ids = $this->ids( $orders );
		wp_cache_flush();
		// What every request reads once.
		wp_load_alloptions();
		$this->previewed( 'create', [ 1 ] );
		$before = (int) Db::wpdb()->num_queries;
		$this->previewed( 'create', $ids );
		return (int) Db::wpdb()->num_queries - $before;
	}

	/**
	 * @param list<int> $ids Orders.
	 *
	 * @return list<array<mixed>>
	 */
	private function previewed( string $action, array $ids ): array {
		$answer = $this->json( $this->rest( 'POST', '/batches/preview', [ 'action' => $action, 'wc_order_ids' => $ids ] ) );
		return array_values( array_filter( Json::object( $answer, 'items' ), 'is_array' ) );
	}
}
