<?php
/**
 * Workers of batches that die.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use Closure;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\BatchSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Forks;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Kills;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Mailbox;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * A worker in a process of its own is killed at a certain point; minutes later another one goes on.
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
		// Else MultiSafepay may tell of a cancelling before the worker that asked for it has written it down.
		$this->emulator->settings( [ 'notifications' => false ] );
	}

	protected function tearDown(): void {
		as_unschedule_all_actions( '', [], ActionHooks::GROUP );
		parent::tearDown();
	}

	#[DataProvider( 'points_of_a_creation' )]
	public function test_a_worker_killed_while_it_makes_links_is_followed_by_one_that_loses_and_doubles_nothing( Closure $kill, string $left ): void {
		$orders = $this->some_orders( 3 );
		$batch  = $this->started( 'create', $orders );

		$this->work_and_die( $batch, $kill );
		self::assertSame( $left, $this->left_behind( $orders ), 'It died where it was meant to.' );
		$this->let_time_pass();
		$ended = $this->worked( $batch );

		self::assertSame( [ 'done', 3, 3 ], [ $ended['status'], $ended['total'], Json::number( $ended, 'counts', 'done' ) ], (string) wp_json_encode( $ended ) );
		$this->assert_one_live_link_each( $orders );
	}

	/**
	 * @return array<string, array{Closure(): void, string}>
	 */
	public static function points_of_a_creation(): array {
		$done = '/UPDATE IGNORE \S+' . self::ITEMS . " SET status = 'done'/";
		return [
			'before any row was reserved'                  => [ static fn () => Kills::before_statement( '/INSERT IGNORE INTO \S+' . self::LINKS . ' /' ), '3 working, no link' ],
			'when all rows are reserved, nothing asked'    => [ static fn () => Kills::at_hook( 'pre_http_request' ), '3 working, 3 creating' ],
			'when all answers are there, nothing written'  => [ static fn () => Kills::at_hook( 'http_api_debug' ), '3 working, 3 creating' ],
			'when the first link is there, its item open'  => [ static fn () => Kills::before_statement( $done ), '3 working, 1 active, 2 creating' ],
			'when two items of three are written down'     => [ static fn () => Kills::before_statement( $done, 3 ), '2 done, 1 working, 3 active' ],
		];
	}

	#[DataProvider( 'points_of_a_renewal' )]
	public function test_a_worker_killed_while_it_renews_leaves_one_live_link_in_the_end( Closure $kill ): void {
		$orders = $this->some_orders( 2 );
		foreach ( $orders as $order ) {
			$this->made_link( $order );
		}
		$batch = $this->started( 'renew', $orders );

		$this->work_and_die( $batch, $kill );
		self::assertStringContainsString( 'working', $this->left_behind( $orders ) );
		$this->let_time_pass();
		$ended = $this->worked( $batch );

		self::assertSame( 2, Json::number( $ended, 'counts', 'done' ), (string) wp_json_encode( $ended ) );
		$this->assert_one_live_link_each( $orders );
		foreach ( $orders as $order ) {
			self::assertSame( '1 cancelled replaced', $this->states( $order )[0] ?? '' );
		}
	}

	/**
	 * @return array<string, array{Closure(): void}>
	 */
	public static function points_of_a_renewal(): array {
		$is_cancel = static fn ( mixed ...$handed ): bool => is_array( $handed[1] ?? null ) && 'PATCH' === ( $handed[1]['method'] ?? '' );
		return [
			'the new links are reserved'                => [ static fn () => Kills::at_hook( 'pre_http_request' ) ],
			'the new links are there, the old ones too' => [ static fn () => Kills::at_hook( 'pre_http_request', $is_cancel ) ],
			'the old ones are retired, unknown to us'   => [ static fn () => Kills::before_statement( '/UPDATE IGNORE \S+' . self::LINKS . " SET status = 'cancelled'/" ) ],
		];
	}

	#[DataProvider( 'points_of_a_mail' )]
	public function test_a_worker_killed_around_an_e_mail_never_writes_twice( Closure $kill, int $sent ): void {
		$orders  = $this->some_orders( 2 );
		$batch   = $this->started( 'create', $orders, [ 'send' => true ] );
		$mailbox = new Mailbox();

		$this->work_and_die( $batch, $kill );
		self::assertCount( $sent, $mailbox->mails() );
		$this->let_time_pass();
		$ended = $this->worked( $batch );

		self::assertSame( [ 1, 1 ], [ Json::number( $ended, 'counts', 'done' ), Json::number( $ended, 'counts', 'mail_failed' ) ], (string) wp_json_encode( $ended ) );
		self::assertContains( 'mail_unknown', $this->troubles( $ended ), 'A person decides about the one that nobody knows of.' );
		self::assertCount( 1 + $sent, $mailbox->mails() );
		$this->assert_one_live_link_each( $orders );
	}

	/**
	 * @return array<string, array{Closure(): void, int}>
	 */
	public static function points_of_a_mail(): array {
		return [
			'just before it leaves' => [ static fn () => Kills::at_hook( 'pre_wp_mail' ), 0 ],
			'just after it left'    => [ static fn () => Kills::at_hook( 'wp_mail_succeeded' ), 1 ],
		];
	}

	public function test_a_batch_that_was_cancelled_after_its_worker_died_finishes_what_it_had_begun_and_holds_nobody_up(): void {
		$orders = $this->some_orders( 2 );
		foreach ( $orders as $order ) {
			$this->made_link( $order );
		}
		$first = $this->started( 'renew', $orders );
		$this->work_and_die( $first, self::points_of_a_renewal()['the new links are there, the old ones too'][0] );
		self::assertCount( 4, $this->payable(), 'The old links are still there.' );
		$this->rest( 'POST', "/batches/$first/cancel" );
		$second = $this->started( 'email', $orders );

		$this->let_time_pass();
		$cancelled = $this->worked( $first );
		$this->run_waiting( ActionHooks::BATCH );
		$ended = $this->worked( $second );

		self::assertSame( 'done', $ended['status'] );
		self::assertSame( [ 'cancelled', 2, 0 ], [ $cancelled['status'], Json::number( $cancelled, 'counts', 'done' ), Json::number( $cancelled, 'counts', 'working' ) ] );
		$this->assert_one_live_link_each( $orders );
	}

	public function test_a_cancelled_batch_begins_nothing_for_what_waits_when_it_finishes_what_was_begun(): void {
		$this->do_at_once( 3 );
		$orders = $this->some_orders( 8 );
		$batch  = $this->started( 'create', $orders );
		$this->work_and_die( $batch, static fn () => Kills::at_hook( 'http_api_debug' ) );
		$this->rest( 'POST', "/batches/$batch/cancel" );

		$this->let_time_pass();
		$this->run_waiting( ActionHooks::BATCH );
		$this->run_waiting( ActionHooks::BATCH );

		$shown = $this->batch( $batch );
		self::assertSame( [ 'cancelled', 3, 5 ], [ $shown['status'], Json::number( $shown, 'counts', 'done' ), Json::number( $shown, 'counts', 'waiting' ) ] );
		self::assertCount( 3, $this->payable() );
		self::assertSame( [], $this->waiting( ActionHooks::BATCH ), 'Nothing is left to look after.' );
	}

	public function test_a_request_that_dies_while_it_starts_a_batch_leaves_nothing_half_done_and_the_same_key_starts_all_of_it(): void {
		$orders = $this->some_orders( 2 );
		$body   = [ 'action' => 'create', 'wc_order_ids' => [ ...range( 900_000_001, 900_000_600 ), ...$this->ids( $orders ) ], 'idempotency_key' => $this->fresh_key() ];
		$this->wait_for(
			[
				$this->fork(
					function () use ( $body ): void {
						Kills::before_statement( '/INSERT IGNORE INTO \S+' . self::ITEMS . '/', 2 );
						$this->rest( 'POST', '/batches', $body );
					}
				),
			]
		);
		wp_cache_flush();
		do_action( ActionHooks::RECONCILE );
		$this->run_waiting( ActionHooks::BATCH );
		self::assertSame( [], $this->json( $this->rest( 'GET', '/batches' ) ) );
		self::assertSame( '500 waiting, no link', $this->left_behind( $orders ) );

		$ended = $this->worked( Json::number( $this->json( $this->rest( 'POST', '/batches', $body ) ), 'id' ) );

		self::assertSame( [ 602, 2, 600 ], [ $ended['total'], Json::number( $ended, 'counts', 'done' ), Json::number( $ended, 'counts', 'failed' ) ] );
		$this->assert_one_live_link_each( $orders );
	}

	public function test_a_batch_that_nobody_works_on_any_more_is_woken(): void {
		$orders = $this->some_orders( 2 );
		$batch  = $this->started( 'create', $orders );
		// As when the plugin was switched off and on again.
		as_unschedule_all_actions( ActionHooks::BATCH, [], ActionHooks::GROUP );

		do_action( ActionHooks::RECONCILE );
		do_action( ActionHooks::RECONCILE );

		self::assertCount( 1, $this->waiting( ActionHooks::BATCH ) );
		self::assertSame( 2, Json::number( $this->worked( $batch ), 'counts', 'done' ) );
	}

	public function test_an_order_whose_link_somebody_is_making_is_waited_for_and_not_called_done(): void {
		[ $order ] = $this->some_orders( 1 );
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
		self::assertSame( [ '1 creating reserved' ], $this->states( $order ) );
		$batch = $this->started( 'create', [ $order ] );

		$waiting = $this->worked( $batch );
		self::assertSame( 1, Json::number( $waiting, 'counts', 'waiting' ) );
		$this->let_time_pass();
		do_action( ActionHooks::RECONCILE );
		$this->end_pause( $batch );

		self::assertSame( 1, Json::number( $this->worked( $batch ), 'counts', 'done' ) );
		$this->assert_one_live_link_each( [ $order ] );
	}

	/**
	 * Has a process of its own work on the batch until it is killed.
	 *
	 * @param Closure(): void $kill Where.
	 */
	private function work_and_die( int $batch, Closure $kill ): void {
		$this->wait_for(
			[
				$this->fork(
					static function () use ( $batch, $kill ): void {
						$kill();
						do_action( ActionHooks::BATCH, $batch );
						fwrite( STDERR, "It was not killed.\n" ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- The terminal is no file.
					}
				),
			]
		);
		wp_cache_flush();
		$this->emulator->come_to_rest();
	}

	/**
	 * Minutes later: claims are over, and so is the time of a creation.
	 */
	private function let_time_pass(): void {
		$prefix = Db::wpdb()->prefix;
		Db::query( "UPDATE $prefix" . self::ITEMS . " SET claimed_until = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE status = 'working'" );
		Db::query( "UPDATE $prefix" . self::LINKS . " SET changed_at = changed_at - INTERVAL 5 MINUTE, check_at = check_at - INTERVAL 5 MINUTE WHERE status IN ('creating', 'unconfirmed')" );
	}

	/**
	 * Says how items and links stand.
	 *
	 * @param list<WC_Order> $orders Of the batch.
	 */
	private function left_behind( array $orders ): string {
		$items = array_count_values( array_filter( Db::wpdb()->get_col( 'SELECT status FROM ' . Db::wpdb()->prefix . self::ITEMS ), 'is_string' ) );
		$links = array_count_values( array_merge( ...array_map( fn ( WC_Order $order ): array => array_map( static fn ( array $row ): string => (string) $row['status'], $this->rows( $order ) ), $orders ) ) );
		return $this->counted( $items ) . ', ' . ( [] === $links ? 'no link' : $this->counted( $links ) );
	}

	/**
	 * @param array<int|string, int<1, max>> $counts By status.
	 */
	private function counted( array $counts ): string {
		ksort( $counts );
		$words = [];
		foreach ( $counts as $status => $count ) {
			$words[] = "$count $status";
		}
		return implode( ', ', $words );
	}

	/**
	 * What can be paid at the provider is one link of each order, and the one that the shop shows.
	 *
	 * @param list<WC_Order> $orders Orders.
	 */
	private function assert_one_live_link_each( array $orders ): void {
		$shown = [];
		foreach ( $orders as $order ) {
			$active = array_values( array_filter( $this->rows( $order ), static fn ( array $row ): bool => 'active' === $row['status'] ) );
			self::assertCount( 1, $active, implode( ', ', $this->states( $order ) ) );
			$shown[] = (string) $active[0]['order_id'];
		}
		$payable = $this->payable();
		sort( $shown );
		sort( $payable );
		self::assertSame( $shown, $payable );
	}
}
