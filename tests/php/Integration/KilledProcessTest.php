<?php
/**
 * Processes that die while they make a link.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Forks;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

// phpcs:disable WordPress.WP.AlternativeFunctions, WordPress.PHP.DiscouragedPHPFunctions -- The same kills for the same seed.

#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
final class KilledProcessTest extends HttpTestCase {

	use LinkSteps;
	use Forks;

	private const KILLS = 100;

	public function test_a_hundred_kills_at_random_points_of_a_create_lose_and_double_nothing(): void {
		$seed   = random_int( 1, 1_000_000 );
		mt_srand( $seed );
		// Half of the time the answer is on its way: the worst moment to die.
		$this->emulator->fault( 'slow', 'POST', '/orders', 0, 80 );
		$whole = $this->microseconds_of_a_create();
		/** @var array<string, WC_Order> $orders */
		$orders = [];
		for ( $n = 0; $n < self::KILLS; $n++ ) {
			$orders[ $this->fresh_key() ] = $this->orders->make();
		}

		foreach ( $orders as $key => $order ) {
			$pid = $this->fork( fn () => $this->post_link( $order, [ 'idempotency_key' => $key ] ) );
			usleep( mt_rand( 0, $whole ) );
			posix_kill( $pid, SIGKILL );
			$this->wait_for( [ $pid ] );
		}
		$this->emulator->control( 'DELETE', 'faults' );
		wp_cache_flush();
		// What the provider was sent before the kill arrives.
		$this->emulator->come_to_rest();
		$found = $this->states_found( $orders );
		fprintf( STDERR, "kills: seed %d, %d kills within %d ms: %s\n", $seed, self::KILLS, intdiv( $whole, 1000 ), (string) wp_json_encode( $found ) );
		$this->let_time_pass();
		do_action( ActionHooks::RECONCILE );
		do_action( ActionHooks::RECONCILE );
		do_action( ActionHooks::RECONCILE );

		self::assertSame( [], array_diff( array_keys( $this->states_found( $orders ) ), [ 'no row', 'active', 'failed' ] ), "Seed $seed." );
		self::assertSame( $this->active_order_ids(), $this->sorted( $this->payable() ), "What can be paid is known, and only that. Seed $seed." );

		// Whoever pressed the button presses it again.
		foreach ( $orders as $key => $order ) {
			$answer = $this->post_link( $order, [ 'idempotency_key' => $key ] );
			self::assertContains( $answer->get_status(), [ 200, 201 ], "Seed $seed." );
			self::assertSame( 'active', $this->json( $answer )['status'], "Seed $seed." );
		}
		self::assertCount( self::KILLS, $this->payable(), "One link for each order. Seed $seed." );
		self::assertSame( $this->active_order_ids(), $this->sorted( $this->payable() ) );
		self::assertGreaterThan( 1, count( $found ), 'The kills met different points.' );
	}

	public function test_a_process_killed_between_the_providers_yes_and_our_commit_leaves_nothing_payable(): void {
		$order = $this->orders->make();
		$key   = $this->fresh_key();
		$pid   = $this->fork(
			function () use ( $order, $key ): void {
				add_filter( 'http_response', static fn () => posix_kill( (int) getmypid(), SIGKILL ) );
				$this->post_link( $order, [ 'idempotency_key' => $key ] );
			}
		);
		$this->wait_for( [ $pid ] );
		self::assertSame( [ '1 creating reserved' ], $this->states( $order ) );
		self::assertCount( 1, $this->payable() );

		$this->let_time_pass();
		do_action( ActionHooks::RECONCILE );

		self::assertSame( [ '1 failed no_answer_retired' ], $this->states( $order ) );
		self::assertSame( [], $this->payable() );
		self::assertSame( "PL-{$order->get_id()}-2", Json::text( $this->made_link( $order, [ 'idempotency_key' => $key ] ), 'order_id' ) );
	}

	/**
	 * Without a kill, in a process of its own like the others.
	 */
	private function microseconds_of_a_create(): int {
		$order = $this->orders->make();
		$least = PHP_INT_MAX;
		for ( $n = 0; $n < 3; $n++ ) {
			$since = hrtime( true );
			$this->wait_for( [ $this->fork( fn () => $this->post_link( $order ) ) ] );
			$least = min( $least, intdiv( hrtime( true ) - $since, 1000 ) );
		}
		self::assertCount( 3, $this->payable(), 'The processes make links when nobody kills them.' );
		foreach ( $this->rows( $order ) as $row ) {
			$this->rest( 'POST', "/links/{$row['id']}/retire" );
		}
		return $least;
	}

	/**
	 * @param array<string, WC_Order> $orders By key.
	 *
	 * @return array<string, int> How many orders have a link in that state.
	 */
	private function states_found( array $orders ): array {
		$counts = [];
		foreach ( $orders as $order ) {
			$rows             = $this->rows( $order );
			$state            = $rows === [] ? 'no row' : (string) $rows[0]['status'];
			$counts[ $state ] = ( $counts[ $state ] ?? 0 ) + 1;
		}
		ksort( $counts );
		return $counts;
	}

	/**
	 * Minutes later.
	 */
	private function let_time_pass(): void {
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . "multisafepay_payment_links SET changed_at = changed_at - INTERVAL 5 MINUTE, check_at = check_at - INTERVAL 5 MINUTE WHERE status IN ('creating', 'unconfirmed')" );
	}

	/**
	 * @return list<string>
	 */
	private function active_order_ids(): array {
		return $this->sorted( array_values( array_filter( Db::wpdb()->get_col( 'SELECT order_id FROM ' . Db::wpdb()->prefix . "multisafepay_payment_links WHERE status = 'active' AND payment_url IS NOT NULL" ), 'is_string' ) ) );
	}

	/**
	 * @param list<string> $values Any order.
	 *
	 * @return list<string>
	 */
	private function sorted( array $values ): array {
		sort( $values );
		return $values;
	}
}
