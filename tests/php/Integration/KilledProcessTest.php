<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Forks;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

// phpcs:disable WordPress.WP.AlternativeFunctions, WordPress.PHP.DiscouragedPHPFunctions

#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
final class KilledProcessTest extends HttpTestCase {

	use LinkSteps;
	use Forks;

	private const KILLS = 100;

	public function test_a_hundred_kills_at_random_points_of_a_create_lose_and_duplicate_nothing(): void {
		$seed   = random_int( 1, 1_000_000 );
		mt_srand( $seed );
		// The slow response takes half of the time, so that many processes are killed while waiting for it.
		$this->emulator->fault( 'slow', 'POST', '/orders', 0, 80 );
		$duration = $this->measure_create_microseconds();
		/** @var array<string, WC_Order> $orders */
		$orders = [];
		for ( $n = 0; $n < self::KILLS; $n++ ) {
			$orders[ $this->new_key() ] = $this->orders->create();
		}

		foreach ( $orders as $key => $order ) {
			$pid = $this->fork( fn () => $this->post_link( $order, [ 'idempotency_key' => $key ] ) );
			usleep( mt_rand( 0, $duration ) );
			posix_kill( $pid, SIGKILL );
			$this->wait_for( [ $pid ] );
		}
		$this->emulator->control( 'DELETE', 'faults' );
		wp_cache_flush();
		// Wait for the requests that were sent before the kills.
		$this->emulator->wait_until_idle();
		$statuses = $this->count_by_status( $orders );
		fprintf(
			STDERR,
			"kills: seed %d, %d kills within %d ms: %s\n",
			$seed,
			self::KILLS,
			intdiv( $duration, 1000 ),
			(string) wp_json_encode( $statuses )
		);
		$this->expire_creations();
		do_action( Module::RECONCILE );
		do_action( Module::RECONCILE );
		do_action( Module::RECONCILE );

		self::assertSame(
			[],
			array_diff( array_keys( $this->count_by_status( $orders ) ), [ 'no row', 'active', 'failed' ] ),
			"Seed $seed."
		);
		self::assertSame(
			$this->active_order_ids(),
			$this->sorted( $this->payable() ),
			"Exactly the active links are payable. Seed $seed."
		);

		// All requests are repeated with the same keys.
		foreach ( $orders as $key => $order ) {
			$response = $this->post_link( $order, [ 'idempotency_key' => $key ] );
			self::assertContains( $response->get_status(), [ 200, 201 ], "Seed $seed." );
			self::assertSame( 'active', $this->json( $response )['status'], "Seed $seed." );
		}
		self::assertCount( self::KILLS, $this->payable(), "One link per order. Seed $seed." );
		self::assertSame( $this->active_order_ids(), $this->sorted( $this->payable() ) );
		self::assertGreaterThan( 1, count( $statuses ), 'The processes were killed at different points.' );
	}

	public function test_a_process_killed_between_the_response_and_the_commit_leaves_nothing_payable(): void {
		$order = $this->orders->create();
		$key   = $this->new_key();
		$pid   = $this->fork(
			function () use ( $order, $key ): void {
				add_filter( 'http_response', static fn () => posix_kill( (int) getmypid(), SIGKILL ) );
				$this->post_link( $order, [ 'idempotency_key' => $key ] );
			}
		);
		$this->wait_for( [ $pid ] );
		self::assertSame( [ '1 creating reserved' ], $this->link_statuses( $order ) );
		self::assertCount( 1, $this->payable() );

		$this->expire_creations();
		do_action( Module::RECONCILE );

		self::assertSame( [ '1 failed no_answer_cancelled' ], $this->link_statuses( $order ) );
		self::assertSame( [], $this->payable() );
		self::assertSame(
			"PL-{$order->get_id()}-2",
			Json::text( $this->create_link( $order, [ 'idempotency_key' => $key ] ), 'order_id' )
		);
	}

	/**
	 * Measures the duration of a create request in a fork that is not killed.
	 */
	private function measure_create_microseconds(): int {
		$order = $this->orders->create();
		$minimum = PHP_INT_MAX;
		for ( $n = 0; $n < 3; $n++ ) {
			$start = hrtime( true );
			$this->wait_for( [ $this->fork( fn () => $this->post_link( $order ) ) ] );
			$minimum = min( $minimum, intdiv( hrtime( true ) - $start, 1000 ) );
		}
		self::assertCount( 3, $this->payable(), 'Processes that are not killed create links.' );
		foreach ( $this->rows( $order ) as $row ) {
			$this->rest( 'POST', "/links/{$row['id']}/cancel" );
		}
		return $minimum;
	}

	/**
	 * @param array<string, WC_Order> $orders Orders by idempotency key.
	 *
	 * @return array<string, int> Number of orders by status of their first link.
	 */
	private function count_by_status( array $orders ): array {
		$counts = [];
		foreach ( $orders as $order ) {
			$rows              = $this->rows( $order );
			$status            = $rows === [] ? 'no row' : (string) $rows[0]['status'];
			$counts[ $status ] = ( $counts[ $status ] ?? 0 ) + 1;
		}
		ksort( $counts );
		return $counts;
	}

	/**
	 * Simulates that minutes have passed.
	 */
	private function expire_creations(): void {
		Db::query(
			'UPDATE '
				. Db::wpdb()->prefix
				. 'multisafepay_payment_links SET changed_at = changed_at - INTERVAL 5 MINUTE, check_at = check_at '
				. "- INTERVAL 5 MINUTE WHERE status IN ('creating', 'unconfirmed')"
		);
	}

	/**
	 * @return list<string>
	 */
	private function active_order_ids(): array {
		return $this->sorted( array_values( array_filter(
			Db::wpdb()->get_col(
				'SELECT order_id FROM '
					. Db::wpdb()->prefix
					. "multisafepay_payment_links WHERE status = 'active' AND payment_url IS NOT NULL"
			),
			'is_string'
		) ) );
	}

	/**
	 * @param list<string> $values
	 *
	 * @return list<string>
	 */
	private function sorted( array $values ): array {
		sort( $values );
		return $values;
	}
}
