<?php
/**
 * Payments at the same moment.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use Automattic\WooCommerce\Utilities\OrderUtil;
use CurlHandle;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Http;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\HttpAnswer;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\StockedOrders;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * Real requests to twelve processes on one database.
 */
#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
final class PaymentRacesTest extends HttpTestCase {

	use LinkSteps;
	use NotificationSteps;

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

	public function test_two_notifications_at_the_same_instant_have_one_effect_fifty_times(): void {
		$started = hrtime( true );
		for ( $round = 1; $round <= 50; $round++ ) {
			[ $order, $id ] = $this->order_with_link();
			$this->emulator->act( $id, 'pay' );
			$this->shop->refill();
			$mails   = $this->mails();
			$answers = Http::send_all( [ $this->notification( $id ), $this->notification( $id ) ] );

			self::assertSame( [ [ 200, 'OK' ], [ 200, 'OK' ] ], array_map( static fn ( HttpAnswer $answer ): array => [ $answer->status, $answer->body ], $answers ), "Round $round." );
			$this->assert_paid_once( $order, $mails, "Round $round." );
		}
		fprintf( STDERR, "race: two notifications at once, 50 rounds in %.1f s\n", ( hrtime( true ) - $started ) / 1e9 );
	}

	public function test_twelve_notifications_and_twelve_refreshes_at_once_have_one_effect(): void {
		[ $order, $id ] = $this->order_with_link();
		$link_id        = (int) $this->rows( $order )[0]['id'];
		$this->emulator->act( $id, 'pay' );
		$mails    = $this->mails();
		$requests = [];
		for ( $i = 0; $i < 12; $i++ ) {
			$requests[] = $this->notification( $id, [ 'status' => [ 'completed', 'initialized', 'expired' ][ $i % 3 ] ] );
			$requests[] = $this->staff( 'POST', self::API . "/links/$link_id/refresh", [] );
		}

		self::assertSame( [ 200 ], array_values( array_unique( $this->statuses( Http::send_all( $requests ) ) ) ) );
		$this->assert_paid_once( $order, $mails, 'Refreshes.' );
	}

	#[Group( 'storage' )]
	public function test_a_notification_while_staff_save_the_order_is_not_lost(): void {
		for ( $round = 1; $round <= 10; $round++ ) {
			[ $order, $id ] = $this->order_with_link();
			$this->emulator->act( $id, 'pay' );
			$this->shop->refill();
			$mails   = $this->mails();
			$answers = Http::send_all(
				[
					$this->staff( 'PUT', "/wc/v3/orders/{$order->get_id()}", [ 'customer_note' => "Ring twice $round", 'billing' => [ 'city' => 'Utrecht' ] ] ),
					$this->notification( $id ),
					$this->staff( 'PUT', "/wc/v3/orders/{$order->get_id()}", [ 'billing' => [ 'phone' => "+3161234567$round" ] ] ),
				]
			);

			self::assertSame( [ 200, 200, 200 ], $this->statuses( $answers ), "Round $round: " . $answers[1]->body );
			// With orders as posts, WooCommerce writes the status it has read back at every save. The scheduled look mends that.
			do_action( ActionHooks::FOLLOW, (int) $this->rows( $order )[0]['id'] );
			$this->assert_paid_once( $order, $mails, "Round $round." );
			if ( OrderUtil::custom_orders_table_usage_is_enabled() ) {
				// Posts are written whole: there, of two saves at once WooCommerce keeps one.
				self::assertSame( "Ring twice $round", $this->fresh_order( $order->get_id() )->get_customer_note() );
			}
		}
	}

	public function test_two_parts_at_the_same_instant_complete_the_order_once(): void {
		for ( $round = 1; $round <= 10; $round++ ) {
			$order = $this->shop->make();
			$ids   = [];
			foreach ( [ 3000, 5000 ] as $part ) {
				$id = Json::text( $this->made_link( $order, [ 'amount' => $part ] ), 'order_id' );
				$this->emulator->act( $id, 'pay' );
				$ids[] = $id;
			}
			$this->shop->refill();
			$answers = Http::send_all( array_map( $this->notification( ... ), $ids ) );

			self::assertSame( [ 200, 200 ], $this->statuses( $answers ), "Round $round." );
			self::assertSame( [ 'completed', 'completed', null, null ], [ ...array_column( $this->rows( $order ), 'status' ), ...array_column( $this->rows( $order ), 'alarm' ) ], "Round $round." );
			self::assertSame( [ 'processing', 1, StockedOrders::STOCK - 1 ], [ $this->fresh_order( $order->get_id() )->get_status(), $this->count_notes( $order, 'still owes' ), $this->shop->stock() ], "Round $round." );
		}
	}

	public function test_two_whole_payments_at_the_same_instant_complete_the_order_once_and_show_the_second(): void {
		for ( $round = 1; $round <= 10; $round++ ) {
			$order = $this->shop->make();
			$ids   = [];
			for ( $n = 0; $n < 2; $n++ ) {
				$id = Json::text( $this->made_link( $order ), 'order_id' );
				$this->emulator->act( $id, 'pay' );
				$ids[] = $id;
			}
			$this->shop->refill();
			$mails = $this->mails();
			self::assertSame( [ 200, 200 ], $this->statuses( Http::send_all( array_map( $this->notification( ... ), $ids ) ) ), "Round $round." );

			$alarms = array_column( $this->rows( $order ), 'alarm' );
			sort( $alarms );
			self::assertSame( [ null, 'second_payment' ], $alarms, "Round $round." );
			self::assertSame( 1, $this->count_notes( $order, 'second payment' ), "Round $round." );
			self::assertSame( [ StockedOrders::STOCK - 1, $mails + 2 ], [ $this->shop->stock(), $this->mails() ], "Round $round." );
		}
	}

	/**
	 * @param int $mails Before.
	 */
	private function assert_paid_once( WC_Order $order, int $mails, string $round ): void {
		self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ), $round );
		self::assertSame( 1, $this->count_notes( $order, 'has been paid' ), $round );
		self::assertSame( 1, $this->count_notes( $order, 'Payment complete.' ) + $this->count_notes( $order, 'Payment via' ), $round );
		self::assertSame( [ StockedOrders::STOCK - 1, $mails + 2 ], [ $this->shop->stock(), $this->mails() ], $round );
	}

	/**
	 * Mails that the shop has sent.
	 */
	private function mails(): int {
		$file = Env::get( 'MSPL_SITE_DIR' ) . '/wp-content/mail.jsonl';
		return is_file( $file ) ? substr_count( (string) file_get_contents( $file ), "\n" ) : 0;
	}

	/**
	 * A request of a member of staff, not sent yet.
	 *
	 * @param non-empty-string $method GET, POST, …
	 * @param array<mixed>     $body   JSON body.
	 */
	private function staff( string $method, string $route, array $body ): CurlHandle {
		return Http::request( $method, Env::get( 'SHOP_URL' ) . '/wp-json' . $route, $body, $this->staff_login() );
	}

	/**
	 * @return array{WC_Order, string} The order, and the link's order ID.
	 */
	private function order_with_link(): array {
		$order = $this->shop->make();
		return [ $order, Json::text( $this->made_link( $order ), 'order_id' ) ];
	}

	/**
	 * @param list<HttpAnswer> $answers Answers.
	 *
	 * @return list<int>
	 */
	private function statuses( array $answers ): array {
		return array_map( static fn ( HttpAnswer $answer ): int => $answer->status, $answers );
	}
}
