<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Batches\BatchesModule;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\BatchSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Forks;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Mailbox;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * Runs processes at the same time, each with its own connection to a real database.
 */
#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
final class BatchRacesTest extends HttpTestCase {

	use BatchSteps;
	use Forks;

	protected function setUp(): void {
		parent::setUp();
		// Without this, a notification about a cancellation may arrive before the worker has stored it.
		$this->emulator->settings( [ 'notifications' => false ] );
		// Slow responses make the processes overlap.
		$this->emulator->fault( 'slow', 'POST', '/orders', 0, 40 );
	}

	protected function tearDown(): void {
		as_unschedule_all_actions( '', [], Scheduler::GROUP );
		parent::tearDown();
	}

	public function test_three_workers_on_one_batch_create_each_link_once(): void {
		$orders = $this->create_orders( 24 );
		$batch  = $this->start_batch( 'create', $orders );
		$work   = static fn () => do_action( BatchesModule::RUN_BATCH, $batch );

		$this->run_in_parallel( $work, $work, $work );
		wp_cache_flush();
		$result = $this->run_batch( $batch );

		self::assertSame(
			[ 'done', 24, 24 ],
			[ $result['status'], $result['total'], Json::number( $result, 'counts', 'done' ) ]
		);
		self::assertCount( 24, $this->emulator->requests( 'POST', '/orders' ), 'One request per order.' );
		$this->assert_link_statuses( $orders, [ '1 active created' ] );
		foreach ( $orders as $order ) {
			self::assertCount(
				1,
				array_filter(
					$this->notes( $order->get_id() ),
					static fn ( string $note ): bool => str_contains( $note, 'generated' )
				)
			);
		}
	}

	public function test_two_simultaneous_create_batches_for_the_same_orders_create_each_link_once(): void {
		$orders = $this->create_orders( 8 );

		$batches = $this->run_two_batches( 'create', $orders );

		self::assertSame( [ 'done' => 8, 'skipped' => 8 ], $this->total_counts( $batches ) );
		self::assertCount( 8, $this->emulator->requests( 'POST', '/orders' ) );
		$this->assert_link_statuses( $orders, [ '1 active created' ] );
	}

	public function test_two_simultaneous_renew_batches_for_the_same_links_renew_each_link_once(): void {
		$orders = $this->create_orders( 8 );
		foreach ( $orders as $order ) {
			$this->create_link( $order );
		}
		$mailbox = new Mailbox();

		$batches = $this->run_two_batches( 'renew', $orders, [ 'send' => true ] );

		self::assertSame( [ 'done' => 8, 'skipped' => 8 ], $this->total_counts( $batches ) );
		$this->assert_link_statuses( $orders, [ '1 cancelled replaced', '2 active created' ] );
		self::assertCount( 8, $mailbox->mails(), 'Only the new links are sent.' );
	}

	public function test_two_simultaneous_email_batches_for_the_same_links_send_one_email_per_customer(): void {
		$orders = $this->create_orders( 6 );
		foreach ( $orders as $order ) {
			$this->create_link( $order );
		}
		$mailbox = new Mailbox();

		$batches = $this->run_two_batches( 'email', $orders );

		self::assertSame( [ 'done' => 6, 'skipped' => 6 ], $this->total_counts( $batches ) );
		self::assertCount( 6, $mailbox->mails() );
	}

	public function test_two_simultaneous_cancel_batches_for_the_same_links_cancel_each_link_once(): void {
		$orders = $this->create_orders( 6 );
		foreach ( $orders as $order ) {
			$this->create_link( $order );
		}

		$batches = $this->run_two_batches( 'cancel', $orders );

		self::assertSame( [ 'done' => 6, 'skipped' => 6 ], $this->total_counts( $batches ) );
		$this->assert_link_statuses( $orders, [ '1 cancelled cancelled' ] );
		self::assertSame( [], $this->payable() );
	}

	public function test_simultaneous_requests_with_one_key_start_one_batch(): void {
		$orders = $this->create_orders( 6 );
		$body   = [
			'action' => 'create',
			'wc_order_ids' => $this->ids( $orders ),
			'idempotency_key' => $this->new_key(),
		];

		$responses = $this->parallel_posts( '/batches', array_fill( 0, 6, $body ) );

		$ids = array_unique( array_map(
			static fn ( $response ): int => Json::number( $response->json(), 'id' ),
			$responses
		) );
		self::assertCount( 1, $ids );
		$statuses = array_count_values( array_map( static fn ( $response ): int => $response->status, $responses ) );
		ksort( $statuses );
		self::assertSame( [ 200 => 5, 201 => 1 ], $statuses );
		$result = $this->run_batch( $ids[0] );
		self::assertSame( [ 6, 6 ], [ $result['total'], Json::number( $result, 'counts', 'done' ) ] );
		$this->assert_link_statuses( $orders, [ '1 active created' ] );
	}

	/**
	 * Starts and runs two batches at the same time, each with its own worker.
	 *
	 * @param list<WC_Order>       $orders
	 * @param array<string, mixed> $options Further fields of the body.
	 *
	 * @return list<array<mixed>> Both batch resources after they have ended.
	 */
	private function run_two_batches( string $action, array $orders, array $options = [] ): array {
		$start = function () use ( $action, $orders, $options ): void {
			do_action( BatchesModule::RUN_BATCH, $this->start_batch( $action, $orders, $options ) );
		};
		$this->run_in_parallel( $start, $start );
		wp_cache_flush();
		$ids = array_map(
			'intval',
			array_filter(
				Db::wpdb()->get_col(
					'SELECT id FROM ' . Db::wpdb()->prefix . 'multisafepay_payment_link_batches ORDER BY id'
				),
				'is_numeric'
			)
		);
		self::assertCount( 2, $ids );
		return array_values( array_map( fn ( int $id ): array => $this->run_batch( $id ), $ids ) );
	}

	/**
	 * @param list<array<mixed>> $batches Batch resources.
	 *
	 * @return array<string, int> Total number of items by status.
	 */
	private function total_counts( array $batches ): array {
		$totals = [];
		foreach ( $batches as $batch ) {
			self::assertSame( 'done', $batch['status'] );
			foreach ( [ 'done', 'failed', 'email_failed', 'skipped', 'waiting', 'working' ] as $status ) {
				$totals[ $status ] = ( $totals[ $status ] ?? 0 ) + Json::number( $batch, 'counts', $status );
			}
		}
		return array_filter( $totals, static fn ( int $total ): bool => $total > 0 );
	}

	/**
	 * @param list<WC_Order> $orders
	 * @param list<string>   $statuses Expected links of each order, oldest first.
	 */
	private function assert_link_statuses( array $orders, array $statuses ): void {
		foreach ( $orders as $order ) {
			self::assertSame( $statuses, $this->link_statuses( $order ) );
		}
	}
}
