<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use Closure;
use MultiSafepay\PaymentLinks\Batches\BatchesModule;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\BatchSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Forks;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Kills;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Mailbox;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * Kills a worker process at a certain point. Another worker continues minutes later.
 */
#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
final class KilledBatchTest extends HttpTestCase {

	use BatchSteps;
	use Forks;

	private const LINKS = 'multisafepay_payment_links';
	private const ITEMS = 'multisafepay_payment_link_batch_items';

	protected function setUp(): void {
		parent::setUp();
		// Without this, a notification about a cancellation may arrive before the worker has stored it.
		$this->emulator->settings( [ 'notifications' => false ] );
	}

	protected function tearDown(): void {
		as_unschedule_all_actions( '', [], Scheduler::GROUP );
		parent::tearDown();
	}

	#[DataProvider( 'create_steps' )]
	public function test_after_a_worker_was_killed_while_creating_links_each_order_gets_one_link(
		Closure $kill,
		string $expected_state,
	): void {
		$orders = $this->create_orders( 3 );
		$batch  = $this->start_batch( 'create', $orders );

		$this->run_worker_until_killed( $batch, $kill );
		self::assertSame(
			$expected_state,
			$this->current_state( $orders ),
			'The worker was killed at the intended point.'
		);
		$this->expire_claims();
		$result = $this->run_batch( $batch );

		self::assertSame(
			[ 'done', 3, 3 ],
			[ $result['status'], $result['total'], Json::number( $result, 'counts', 'done' ) ],
			(string) wp_json_encode( $result )
		);
		$this->assert_one_payable_link_each( $orders );
	}

	/**
	 * @return array<string, array{Closure(): void, string}>
	 */
	public static function create_steps(): array {
		$done = '/UPDATE \S+' . self::ITEMS . " SET status = 'done'/";
		return [
			'before any row is reserved'                       => [
				static fn () => Kills::before_statement( '/INSERT INTO \S+' . self::LINKS . ' /' ),
				'3 working, no link',
			],
			'after all rows are reserved, before the requests' => [
				static fn () => Kills::at_hook( 'pre_http_request' ),
				'3 working, 3 creating',
			],
			'after all responses, before they are stored'      => [
				static fn () => Kills::at_hook( 'http_api_debug' ),
				'3 working, 3 creating',
			],
			'after the first link is stored, before its item'  => [
				static fn () => Kills::before_statement( $done ),
				'3 working, 1 active, 2 creating',
			],
			'after two of three items are stored'              => [
				static fn () => Kills::before_statement( $done, 3 ),
				'2 done, 1 working, 3 active',
			],
		];
	}

	#[DataProvider( 'renew_steps' )]
	public function test_after_a_worker_was_killed_while_renewing_each_order_has_one_open_link( Closure $kill ): void {
		$orders = $this->create_orders( 2 );
		foreach ( $orders as $order ) {
			$this->create_link( $order );
		}
		$batch = $this->start_batch( 'renew', $orders );

		$this->run_worker_until_killed( $batch, $kill );
		self::assertStringContainsString( 'working', $this->current_state( $orders ) );
		$this->expire_claims();
		$result = $this->run_batch( $batch );

		self::assertSame( 2, Json::number( $result, 'counts', 'done' ), (string) wp_json_encode( $result ) );
		$this->assert_one_payable_link_each( $orders );
		foreach ( $orders as $order ) {
			self::assertSame( '1 cancelled replaced', $this->link_statuses( $order )[0] ?? '' );
		}
	}

	/**
	 * @return array<string, array{Closure(): void}>
	 */
	public static function renew_steps(): array {
		$is_cancel = static fn ( mixed ...$arguments ): bool => is_array( $arguments[1] ?? null )
			&& 'PATCH' === ( $arguments[1]['method'] ?? '' );
		return [
			'after the new links are reserved'                                   => [
				static fn () => Kills::at_hook( 'pre_http_request' ),
			],
			'after the new links are created, before the old ones are cancelled' => [
				static fn () => Kills::at_hook( 'pre_http_request', $is_cancel ),
			],
			'after the old links are cancelled, before this is stored'           => [
				static fn () => Kills::before_statement( '/UPDATE \S+' . self::LINKS . " SET status = 'cancelled'/" ),
			],
		];
	}

	#[DataProvider( 'email_steps' )]
	public function test_after_a_worker_was_killed_around_an_email_no_email_is_sent_twice(
		Closure $kill,
		int $sent,
	): void {
		$orders  = $this->create_orders( 2 );
		$batch   = $this->start_batch( 'create', $orders, [ 'send' => true ] );
		$mailbox = new Mailbox();

		$this->run_worker_until_killed( $batch, $kill );
		self::assertCount( $sent, $mailbox->mails() );
		$this->expire_claims();
		$result = $this->run_batch( $batch );

		self::assertSame(
			[ 1, 1 ],
			[ Json::number( $result, 'counts', 'done' ), Json::number( $result, 'counts', 'email_failed' ) ],
			(string) wp_json_encode( $result )
		);
		self::assertContains(
			'email_unknown',
			$this->issues( $result ),
			'It is unknown whether the email was sent, so staff must decide.'
		);
		self::assertCount( 1 + $sent, $mailbox->mails() );
		$this->assert_one_payable_link_each( $orders );
	}

	/**
	 * @return array<string, array{Closure(): void, int}>
	 */
	public static function email_steps(): array {
		return [
			'before it is sent' => [ static fn () => Kills::at_hook( 'pre_wp_mail' ), 0 ],
			'after it was sent' => [ static fn () => Kills::at_hook( 'wp_mail_succeeded' ), 1 ],
		];
	}

	public function test_a_batch_cancelled_after_its_worker_was_killed_finishes_started_items_and_blocks_none(): void {
		$orders = $this->create_orders( 2 );
		foreach ( $orders as $order ) {
			$this->create_link( $order );
		}
		$first = $this->start_batch( 'renew', $orders );
		$this->run_worker_until_killed(
			$first,
			self::renew_steps()['after the new links are created, before the old ones are cancelled'][0]
		);
		self::assertCount( 4, $this->payable(), 'The old links are still open.' );
		$this->rest( 'POST', "/batches/$first/cancel" );
		$second = $this->start_batch( 'email', $orders );

		$this->expire_claims();
		$cancelled = $this->run_batch( $first );
		$this->run_pending_actions( BatchesModule::RUN_BATCH );
		$result = $this->run_batch( $second );

		self::assertSame( 'done', $result['status'] );
		self::assertSame(
			[ 'cancelled', 2, 0 ],
			[
				$cancelled['status'],
				Json::number( $cancelled, 'counts', 'done' ),
				Json::number( $cancelled, 'counts', 'working' ),
			]
		);
		$this->assert_one_payable_link_each( $orders );
	}

	public function test_a_cancelled_batch_finishes_started_items_and_starts_no_waiting_items(): void {
		$this->set_concurrency( 3 );
		$orders = $this->create_orders( 8 );
		$batch  = $this->start_batch( 'create', $orders );
		$this->run_worker_until_killed( $batch, static fn () => Kills::at_hook( 'http_api_debug' ) );
		$this->rest( 'POST', "/batches/$batch/cancel" );

		$this->expire_claims();
		$this->run_pending_actions( BatchesModule::RUN_BATCH );
		$this->run_pending_actions( BatchesModule::RUN_BATCH );

		$resource = $this->batch( $batch );
		self::assertSame(
			[ 'cancelled', 3, 5 ],
			[
				$resource['status'],
				Json::number( $resource, 'counts', 'done' ),
				Json::number( $resource, 'counts', 'waiting' ),
			]
		);
		self::assertCount( 3, $this->payable() );
		self::assertSame( [], $this->pending_actions( BatchesModule::RUN_BATCH ), 'No further worker is scheduled.' );
	}

	public function test_after_a_request_was_killed_while_starting_a_batch_the_same_key_starts_it(): void {
		$orders = $this->create_orders( 2 );
		$body   = [
			'action' => 'create',
			'wc_order_ids' => [ ...range( 900_000_001, 900_000_600 ), ...$this->ids( $orders ) ],
			'idempotency_key' => $this->new_key(),
		];
		$this->wait_for(
			[
				$this->fork(
					function () use ( $body ): void {
						Kills::before_statement( '/INSERT INTO \S+' . self::ITEMS . '/', 2 );
						$this->rest( 'POST', '/batches', $body );
					}
				),
			]
		);
		wp_cache_flush();
		do_action( Module::RECONCILE );
		$this->run_pending_actions( BatchesModule::RUN_BATCH );
		self::assertSame( [], $this->json( $this->rest( 'GET', '/batches' ) ) );
		self::assertSame( '500 waiting, no link', $this->current_state( $orders ) );

		$result = $this->run_batch( Json::number( $this->json( $this->rest( 'POST', '/batches', $body ) ), 'id' ) );

		self::assertSame(
			[ 602, 2, 600 ],
			[ $result['total'], Json::number( $result, 'counts', 'done' ), Json::number( $result, 'counts', 'failed' ) ]
		);
		$this->assert_one_payable_link_each( $orders );
	}

	public function test_a_running_batch_without_a_worker_is_rescheduled(): void {
		$orders = $this->create_orders( 2 );
		$batch  = $this->start_batch( 'create', $orders );
		// Deactivating and reactivating the plugin removes the scheduled actions.
		as_unschedule_all_actions( BatchesModule::RUN_BATCH, [], Scheduler::GROUP );

		do_action( Module::RECONCILE );
		do_action( Module::RECONCILE );

		self::assertCount( 1, $this->pending_actions( BatchesModule::RUN_BATCH ) );
		self::assertSame( 2, Json::number( $this->run_batch( $batch ), 'counts', 'done' ) );
	}

	public function test_an_order_whose_link_is_being_created_waits(): void {
		[ $order ] = $this->create_orders( 1 );
		$this->wait_for(
			[
				$this->fork(
					function () use ( $order ): void {
						Kills::at_hook( 'http_response' );
						$this->post_link( $order );
					}
				),
			]
		);
		wp_cache_flush();
		self::assertSame( [ '1 creating reserved' ], $this->link_statuses( $order ) );
		$batch = $this->start_batch( 'create', [ $order ] );

		$waiting = $this->run_batch( $batch );
		self::assertSame( 1, Json::number( $waiting, 'counts', 'waiting' ) );
		$this->expire_claims();
		do_action( Module::RECONCILE );
		$this->end_pause( $batch );

		self::assertSame( 1, Json::number( $this->run_batch( $batch ), 'counts', 'done' ) );
		$this->assert_one_payable_link_each( [ $order ] );
	}

	/**
	 * Runs a worker of the batch in a fork until it is killed.
	 *
	 * @param Closure(): void $kill Registers the hook that kills the process.
	 */
	private function run_worker_until_killed( int $batch, Closure $kill ): void {
		$this->wait_for(
			[
				$this->fork(
					static function () use ( $batch, $kill ): void {
						$kill();
						do_action( BatchesModule::RUN_BATCH, $batch );
						fwrite(
							STDERR,
							"The worker was not killed.\n"
						); // phpcs:ignore WordPress.WP.AlternativeFunctions -- The terminal is no file.
					}
				),
			]
		);
		wp_cache_flush();
		$this->emulator->wait_until_idle();
	}

	/**
	 * Simulates that minutes have passed: claims of items and the time limit of creations expire.
	 */
	private function expire_claims(): void {
		$prefix = Db::wpdb()->prefix;
		Db::query(
			"UPDATE $prefix"
				. self::ITEMS
				. " SET claimed_until = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE status = 'working'"
		);
		Db::query(
			"UPDATE $prefix"
				. self::LINKS
				. ' SET changed_at = changed_at - INTERVAL 5 MINUTE, check_at = check_at - INTERVAL 5 MINUTE WHERE '
				. "status IN ('creating', 'unconfirmed')"
		);
	}

	/**
	 * Describes the statuses of items and links.
	 *
	 * @param list<WC_Order> $orders Orders of the batch.
	 */
	private function current_state( array $orders ): string {
		$items = array_count_values( array_filter(
			Db::wpdb()->get_col( 'SELECT status FROM ' . Db::wpdb()->prefix . self::ITEMS ),
			'is_string'
		) );
		$links = array_count_values( array_merge(
			...array_map(
				fn ( WC_Order $order ): array => array_map(
					static fn ( array $row ): string => (string) $row['status'],
					$this->rows( $order )
				),
				$orders
			)
		) );
		return $this->describe_counts( $items ) . ', '
			. ( [] === $links ? 'no link' : $this->describe_counts( $links ) );
	}

	/**
	 * @param array<int|string, int<1, max>> $counts Counts by status.
	 */
	private function describe_counts( array $counts ): string {
		ksort( $counts );
		$parts = [];
		foreach ( $counts as $status => $count ) {
			$parts[] = "$count $status";
		}
		return implode( ', ', $parts );
	}

	/**
	 * Asserts that each order has exactly one payable link at the provider, which is the active link in the shop.
	 *
	 * @param list<WC_Order> $orders
	 */
	private function assert_one_payable_link_each( array $orders ): void {
		$active_ids = [];
		foreach ( $orders as $order ) {
			$active = array_values( array_filter(
				$this->rows( $order ),
				static fn ( array $row ): bool => 'active' === $row['status']
			) );
			self::assertCount( 1, $active, implode( ', ', $this->link_statuses( $order ) ) );
			$active_ids[] = (string) $active[0]['order_id'];
		}
		$payable = $this->payable();
		sort( $active_ids );
		sort( $payable );
		self::assertSame( $active_ids, $payable );
	}
}
