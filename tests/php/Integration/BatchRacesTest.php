<?php
/**
 * Workers and batches at the same moment.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\BatchSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Forks;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Mailbox;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * Real processes on a real database, each with a connection of its own, let loose at the same moment.
 */
#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
final class BatchRacesTest extends HttpTestCase {

	use BatchSteps;
	use Forks;

	protected function setUp(): void {
		parent::setUp();
		// Else MultiSafepay may tell of a cancelling before the worker that asked for it has written it down.
		$this->emulator->settings( [ 'notifications' => false ] );
		// So that everybody is in the middle of something while the others are, too.
		$this->emulator->fault( 'slow', 'POST', '/orders', 0, 40 );
	}

	protected function tearDown(): void {
		as_unschedule_all_actions( '', [], ActionHooks::GROUP );
		parent::tearDown();
	}

	public function test_three_workers_on_one_batch_make_each_link_once(): void {
		$orders = $this->some_orders( 24 );
		$batch  = $this->started( 'create', $orders );
		$work   = static fn () => do_action( ActionHooks::BATCH, $batch );

		$this->together( $work, $work, $work );
		wp_cache_flush();
		$ended = $this->worked( $batch );

		self::assertSame( [ 'done', 24, 24 ], [ $ended['status'], $ended['total'], Json::number( $ended, 'counts', 'done' ) ] );
		self::assertCount( 24, $this->emulator->requests( 'POST', '/orders' ), 'Each is asked for once.' );
		$this->assert_states( $orders, [ '1 active created' ] );
		foreach ( $orders as $order ) {
			self::assertCount( 1, array_filter( $this->notes( $order->get_id() ), static fn ( string $note ): bool => str_contains( $note, 'generated' ) ) );
		}
	}

	public function test_two_batches_that_create_for_the_same_orders_at_once_make_each_link_once(): void {
		$orders = $this->some_orders( 8 );

		$batches = $this->two_batches( 'create', $orders );

		self::assertSame( [ 'done' => 8, 'skipped' => 8 ], $this->sum_of_counts( $batches ) );
		self::assertCount( 8, $this->emulator->requests( 'POST', '/orders' ) );
		$this->assert_states( $orders, [ '1 active created' ] );
	}

	public function test_two_batches_that_renew_the_same_links_at_once_renew_each_once(): void {
		$orders = $this->some_orders( 8 );
		foreach ( $orders as $order ) {
			$this->made_link( $order );
		}
		$mailbox = new Mailbox();

		$batches = $this->two_batches( 'renew', $orders, [ 'send' => true ] );

		self::assertSame( [ 'done' => 8, 'skipped' => 8 ], $this->sum_of_counts( $batches ) );
		$this->assert_states( $orders, [ '1 cancelled replaced', '2 active created' ] );
		self::assertCount( 8, $mailbox->mails(), 'Nobody gets a link that is dead already.' );
	}

	public function test_two_batches_that_send_the_same_links_at_once_write_to_each_customer_once(): void {
		$orders = $this->some_orders( 6 );
		foreach ( $orders as $order ) {
			$this->made_link( $order );
		}
		$mailbox = new Mailbox();

		$batches = $this->two_batches( 'email', $orders );

		self::assertSame( [ 'done' => 6, 'skipped' => 6 ], $this->sum_of_counts( $batches ) );
		self::assertCount( 6, $mailbox->mails() );
	}

	public function test_two_batches_that_retire_the_same_links_at_once_retire_each_once(): void {
		$orders = $this->some_orders( 6 );
		foreach ( $orders as $order ) {
			$this->made_link( $order );
		}

		$batches = $this->two_batches( 'retire', $orders );

		self::assertSame( [ 'done' => 6, 'skipped' => 6 ], $this->sum_of_counts( $batches ) );
		$this->assert_states( $orders, [ '1 cancelled retired' ] );
		self::assertSame( [], $this->payable() );
	}

	public function test_a_key_that_comes_twice_at_once_starts_one_batch(): void {
		$orders = $this->some_orders( 6 );
		$body   = [ 'action' => 'create', 'wc_order_ids' => $this->ids( $orders ), 'idempotency_key' => $this->fresh_key() ];

		$answers = $this->parallel_posts( '/batches', array_fill( 0, 6, $body ) );

		$ids = array_unique( array_map( static fn ( $answer ): int => Json::number( $answer->json(), 'id' ), $answers ) );
		self::assertCount( 1, $ids );
		$ended = $this->worked( $ids[0] );
		self::assertSame( [ 6, 6 ], [ $ended['total'], Json::number( $ended, 'counts', 'done' ) ] );
		$this->assert_states( $orders, [ '1 active created' ] );
	}

	/**
	 * Two people press the same button at the same moment, and each has a worker of their own.
	 *
	 * @param list<WC_Order>       $orders  Orders.
	 * @param array<string, mixed> $options More of the body.
	 *
	 * @return list<array<mixed>> Both, when they have ended.
	 */
	private function two_batches( string $action, array $orders, array $options = [] ): array {
		$press = function () use ( $action, $orders, $options ): void {
			do_action( ActionHooks::BATCH, $this->started( $action, $orders, $options ) );
		};
		$this->together( $press, $press );
		wp_cache_flush();
		$ids = array_map( 'intval', array_filter( Db::wpdb()->get_col( 'SELECT id FROM ' . Db::wpdb()->prefix . 'multisafepay_payment_link_batches ORDER BY id' ), 'is_numeric' ) );
		self::assertCount( 2, $ids );
		return array_values( array_map( fn ( int $id ): array => $this->worked( $id ), $ids ) );
	}

	/**
	 * @param list<array<mixed>> $batches Resources.
	 *
	 * @return array<string, int> Items of all of them by status.
	 */
	private function sum_of_counts( array $batches ): array {
		$sums = [];
		foreach ( $batches as $batch ) {
			self::assertSame( 'done', $batch['status'] );
			foreach ( [ 'done', 'failed', 'mail_failed', 'skipped', 'waiting', 'working' ] as $status ) {
				$sums[ $status ] = ( $sums[ $status ] ?? 0 ) + Json::number( $batch, 'counts', $status );
			}
		}
		return array_filter( $sums, static fn ( int $sum ): bool => $sum > 0 );
	}

	/**
	 * @param list<WC_Order> $orders Orders.
	 * @param list<string>   $states Of the links of each, oldest first.
	 */
	private function assert_states( array $orders, array $states ): void {
		foreach ( $orders as $order ) {
			self::assertSame( $states, $this->states( $order ) );
		}
	}
}
