<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Batches\Application\StartBatch;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\BatchSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

#[CoversClass( StartBatch::class )]
#[Group( 'needs-real-woocommerce' )]
#[Group( 'storage' )]
final class BatchPreviewTest extends IntegrationTestCase {

	use BatchSteps;

	public function test_the_batch_does_what_the_preview_shows(): void {
		$orders = $this->create_orders( 9 );
		[ $plain, $open, $stale, $paid, $ended, $refunded, $deleted, $trashed, $partly_refunded ] = $orders;
		$zero_amount = $this->orders->create( [ [ 'Gift', 1, 0.0 ] ] );
		$this->create_link( $open );
		$this->create_link( $stale );
		$stale->set_total( '90.00' );
		$stale->save();
		$paid->update_status( 'processing' );
		$ended->update_status( 'cancelled' );
		wc_create_refund( [ 'order_id' => $refunded->get_id(), 'amount' => '80.00' ] );
		wc_create_refund( [ 'order_id' => $partly_refunded->get_id(), 'amount' => '30.00' ] );
		$ids = $this->ids(
			[ $plain, $open, $stale, $paid, $ended, $refunded, $deleted, $trashed, $zero_amount, $partly_refunded ]
		);
		$trashed->delete( false );
		$deleted->delete( true );
		wp_cache_flush();

		$preview_reasons = array_column( $this->preview( 'create', $ids ), 'skip_reason', 'wc_order_id' );
		$batch_reasons = $this->issues( $this->run_batch( Json::number(
			$this->json( $this->rest(
				'POST',
				'/batches',
				[ 'action' => 'create', 'wc_order_ids' => $ids, 'idempotency_key' => $this->new_key() ]
			) ),
			'id'
		) ) );

		self::assertSame(
			[
				null, 'has_open_link', null, 'order_paid', 'order_ended', 'order_ended', 'order_gone', 'order_gone',
				'nothing_due', null,
			],
			array_map( static fn ( int $id ): mixed => $preview_reasons[ $id ], $ids )
		);
		self::assertEquals( array_filter( $preview_reasons, 'is_string' ), $batch_reasons );
	}

	public function test_bounced_orders_and_cash_on_delivery_get_links_and_prepaid_imports_do_not(): void {
		[ $bounced, $cash_on_delivery, $imported ] = $this->create_orders( 3 );
		$bounced->payment_complete( 'sepa-1' );
		$bounced->update_status( 'failed' );
		foreach ( [ [ $cash_on_delivery, 'cod' ], [ $imported, 'marketplace' ] ] as [ $order, $method ] ) {
			$order->set_payment_method( $method );
			$order->set_status( 'processing' );
			$order->set_date_paid( null );
			$order->save();
		}

		self::assertSame(
			[ null, null, 'order_paid' ],
			array_column(
				$this->preview( 'create', $this->ids( [ $bounced, $cash_on_delivery, $imported ] ) ),
				'skip_reason'
			)
		);
	}

	public function test_the_number_of_queries_does_not_depend_on_the_number_of_orders(): void {
		$orders = $this->create_orders( 40 );
		foreach ( array_slice( $orders, 0, 5 ) as $order ) {
			$this->create_link( $order );
		}
		$few  = $this->count_preview_queries( array_slice( $orders, 0, 6 ) );
		$many = $this->count_preview_queries( $orders );

		self::assertSame( $few, $many );
		self::assertLessThan( 40, $many );
	}

	public function test_a_missing_link_is_reported(): void {
		[ $order ] = $this->create_orders( 1 );
		$link      = Json::number( $this->create_link( $order ), 'id' );

		$preview = $this->json( $this->rest(
			'POST',
			'/batches/preview',
			[ 'action' => 'cancel', 'link_ids' => [ $link, 999_999_999 ] ]
		) );

		self::assertSame( [ null, 'order_gone' ], array_column( Json::object( $preview, 'items' ), 'skip_reason' ) );
		self::assertSame( [ $order->get_id(), 0 ], array_column( Json::object( $preview, 'items' ), 'wc_order_id' ) );
	}

	/**
	 * @param list<WC_Order> $orders
	 */
	private function count_preview_queries( array $orders ): int {
		$ids = $this->ids( $orders );
		wp_cache_flush();
		// Load what every request reads once.
		wp_load_alloptions();
		$this->preview( 'create', [ 1 ] );
		$before = (int) Db::wpdb()->num_queries;
		$this->preview( 'create', $ids );
		return (int) Db::wpdb()->num_queries - $before;
	}

	/**
	 * @param list<int> $ids WooCommerce order IDs.
	 *
	 * @return list<array<mixed>>
	 */
	private function preview( string $action, array $ids ): array {
		$preview = $this->json( $this->rest(
			'POST',
			'/batches/preview',
			[ 'action' => $action, 'wc_order_ids' => $ids ]
		) );
		return array_values( array_filter( Json::object( $preview, 'items' ), 'is_array' ) );
	}
}
