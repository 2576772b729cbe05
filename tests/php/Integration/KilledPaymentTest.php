<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Payments\PaymentsModule;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Forks;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\SeededRandom;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\StockedOrders;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * Each notification is handled by a process that is killed at a random moment. For half of the payments the
 * notification is then sent again. The others are found by the reconciliation and the scheduled check.
 */
#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
final class KilledPaymentTest extends HttpTestCase {

	use LinkSteps;
	use NotificationSteps;
	use Forks;

	private const KILLS = 40;

	private StockedOrders $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->emulator->settings( [ 'notifications' => false ] );
		$this->shop = new StockedOrders();
	}

	protected function tearDown(): void {
		$this->shop->delete_all();
		parent::tearDown();
	}

	public function test_forty_kills_at_random_points_of_a_payment_lose_and_duplicate_nothing(): void {
		$random   = new SeededRandom( 'killed payments' );
		$duration = $this->measure_payment_microseconds();
		/** @var array<string, WC_Order> $orders */
		$orders = [];
		for ( $n = 0; $n < self::KILLS; $n++ ) {
			$order = $this->shop->create();
			$id    = Json::text( $this->create_link( $order ), 'order_id' );
			$this->emulator->simulate( $id, 'pay' );
			$orders[ $id ] = $order;
		}
		$this->shop->refill();

		foreach ( array_keys( $orders ) as $n => $id ) {
			$pid = $this->fork( fn () => $this->notify( $id ) );
			// Emails take most of the time. Half of the kills happen before the emails.
			usleep( $random->between( 0, $n % 4 < 2 ? $duration : intdiv( $duration, 4 ) ) );
			posix_kill( $pid, SIGKILL );
			$this->wait_for( [ $pid ] );
		}
		wp_cache_flush();
		$statuses = array_map(
			fn ( WC_Order $order ): string => implode( ' ', array_slice( $this->outcome( $order ), 0, 2 ) ),
			$orders
		);
		fprintf(
			STDERR,
			"killed payments: %d kills within %d ms: %s\n",
			self::KILLS,
			intdiv( $duration, 1000 ),
			(string) wp_json_encode( array_count_values( $statuses ) )
		);

		foreach ( array_keys( $orders ) as $n => $id ) {
			if ( $n % 2 === 0 ) {
				$this->send_notification( $id );
			}
		}
		$this->run_schedule( $orders );

		foreach ( $orders as $id => $order ) {
			$context = "MSPL_SEED={$random->seed}, $id, killed at {$statuses[ $id ]}";
			self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ), $context );
			self::assertSame( 1, $this->count_notes( $order, 'has been paid' ), $context );
			self::assertNotNull( $this->reload_order( $order->get_id() )->get_date_paid(), $context );
			self::assertTrue( $this->reload_order( $order->get_id() )->get_order_stock_reduced(), $context );
		}
		// WooCommerce itself can be killed between reducing the stock and marking the order item, so stock may be
		// reduced twice.
		self::assertLessThanOrEqual(
			StockedOrders::STOCK - self::KILLS,
			$this->shop->stock(),
			'Stock is reduced for every order.'
		);
		fprintf( STDERR, "killed payments: %d of %d pieces left\n", $this->shop->stock(), StockedOrders::STOCK );
		self::assertGreaterThan(
			1,
			count( array_unique( $statuses ) ),
			'The processes were killed at different points.'
		);
	}

	/**
	 * Simulates that minutes have passed: runs the reconciliation and the second check of each payment.
	 *
	 * @param array<string, WC_Order> $orders Orders by MultiSafepay order ID.
	 */
	private function run_schedule( array $orders ): void {
		Db::query(
			'UPDATE '
				. Db::wpdb()->prefix
				. 'multisafepay_payment_links SET check_at = UTC_TIMESTAMP() - INTERVAL 1 MINUTE'
		);
		do_action( Module::RECONCILE );
		do_action( Module::RECONCILE );
		foreach ( $orders as $order ) {
			do_action( PaymentsModule::SYNC_ORDER, (int) $this->rows( $order )[0]['id'] );
		}
	}

	/**
	 * Measures the duration of a payment in a fork that is not killed.
	 */
	private function measure_payment_microseconds(): int {
		$minimum = PHP_INT_MAX;
		for ( $n = 0; $n < 3; $n++ ) {
			$order = $this->shop->create();
			$id    = Json::text( $this->create_link( $order ), 'order_id' );
			$this->emulator->simulate( $id, 'pay' );
			$start = hrtime( true );
			$this->wait_for( [ $this->fork( fn () => $this->notify( $id ) ) ] );
			$minimum = min( $minimum, intdiv( hrtime( true ) - $start, 1000 ) );
			self::assertSame(
				'processing',
				$this->outcome( $order )[0],
				'A process that is not killed applies the payment.'
			);
		}
		return $minimum;
	}
}
