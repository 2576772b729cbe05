<?php
/**
 * Processes that die while they take a payment over.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Dice;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Forks;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\StockedOrders;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * Each notification is handled by a process of its own that is killed at a random moment. Half of the payments are then
 * told once more; of the others nobody tells, and the sweep and the scheduled look find them.
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

	public function test_forty_kills_at_random_points_of_a_payment_lose_and_double_nothing(): void {
		$dice  = new Dice( 'killed payments' );
		$whole = $this->microseconds_of_a_payment();
		/** @var array<string, WC_Order> $orders */
		$orders = [];
		for ( $n = 0; $n < self::KILLS; $n++ ) {
			$order = $this->shop->make();
			$id    = Json::text( $this->made_link( $order ), 'order_id' );
			$this->emulator->act( $id, 'pay' );
			$orders[ $id ] = $order;
		}
		$this->shop->refill();

		foreach ( array_keys( $orders ) as $n => $id ) {
			$pid = $this->fork( fn () => $this->notify( $id ) );
			// Mails take the most of the time; half of the kills come before them.
			usleep( $dice->between( 0, $n % 4 < 2 ? $whole : intdiv( $whole, 4 ) ) );
			posix_kill( $pid, SIGKILL );
			$this->wait_for( [ $pid ] );
		}
		wp_cache_flush();
		$found = array_map( fn ( WC_Order $order ): string => implode( ' ', array_slice( $this->outcome( $order ), 0, 2 ) ), $orders );
		fprintf( STDERR, "killed payments: %d kills within %d ms: %s\n", self::KILLS, intdiv( $whole, 1000 ), (string) wp_json_encode( array_count_values( $found ) ) );

		foreach ( array_keys( $orders ) as $n => $id ) {
			if ( $n % 2 === 0 ) {
				$this->told( $id );
			}
		}
		$this->let_the_schedule_run( $orders );

		foreach ( $orders as $id => $order ) {
			$where = "MSPL_SEED={$dice->seed}, $id, killed at {$found[ $id ]}";
			self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ), $where );
			self::assertSame( 1, $this->count_notes( $order, 'has been paid' ), $where );
			self::assertNotNull( $this->fresh_order( $order->get_id() )->get_date_paid(), $where );
			self::assertTrue( $this->fresh_order( $order->get_id() )->get_order_stock_reduced(), $where );
		}
		// Between the count of the goods and the mark on the order's line WooCommerce itself can be killed.
		self::assertLessThanOrEqual( StockedOrders::STOCK - self::KILLS, $this->shop->stock(), 'Nothing is sold without being counted.' );
		fprintf( STDERR, "killed payments: %d of %d pieces left\n", $this->shop->stock(), StockedOrders::STOCK );
		self::assertGreaterThan( 1, count( array_unique( $found ) ), 'The kills met different points.' );
	}

	/**
	 * Minutes later: the sweep finds links whose payment nobody told of, and each payment gets its second look.
	 *
	 * @param array<string, WC_Order> $orders By order ID.
	 */
	private function let_the_schedule_run( array $orders ): void {
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . 'multisafepay_payment_links SET check_at = UTC_TIMESTAMP() - INTERVAL 1 MINUTE' );
		do_action( ActionHooks::RECONCILE );
		do_action( ActionHooks::RECONCILE );
		foreach ( $orders as $order ) {
			do_action( ActionHooks::FOLLOW, (int) $this->rows( $order )[0]['id'] );
		}
	}

	/**
	 * Without a kill, in a process of its own like the others.
	 */
	private function microseconds_of_a_payment(): int {
		$least = PHP_INT_MAX;
		for ( $n = 0; $n < 3; $n++ ) {
			$order = $this->shop->make();
			$id    = Json::text( $this->made_link( $order ), 'order_id' );
			$this->emulator->act( $id, 'pay' );
			$since = hrtime( true );
			$this->wait_for( [ $this->fork( fn () => $this->notify( $id ) ) ] );
			$least = min( $least, intdiv( hrtime( true ) - $since, 1000 ) );
			self::assertSame( 'processing', $this->outcome( $order )[0], 'A process takes a payment over when nobody kills it.' );
		}
		return $least;
	}
}
