<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use Automattic\WooCommerce\Utilities\OrderUtil;
use CurlHandle;
use MultiSafepay\PaymentLinks\Payments\PaymentsModule;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Http;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\HttpResponse;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\StockedOrders;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * Sends simultaneous requests to twelve PHP processes on one database.
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

	public function test_two_simultaneous_notifications_have_one_effect_in_fifty_rounds(): void {
		$started = hrtime( true );
		for ( $round = 1; $round <= 50; $round++ ) {
			[ $order, $id ] = $this->order_with_link();
			$this->emulator->simulate( $id, 'pay' );
			$this->shop->refill();
			$mails     = $this->count_mails();
			$responses = Http::send_all( [ $this->notification( $id ), $this->notification( $id ) ] );

			self::assertSame(
				[ [ 200, 'OK' ], [ 200, 'OK' ] ],
				array_map(
					static fn ( HttpResponse $response ): array => [ $response->status, $response->body ],
					$responses
				),
				"Round $round."
			);
			$this->assert_paid_once( $order, $mails, "Round $round." );
		}
		fprintf(
			STDERR,
			"race: two notifications at once, 50 rounds in %.1f s\n",
			( hrtime( true ) - $started ) / 1e9
		);
	}

	public function test_twelve_simultaneous_notifications_and_refreshes_have_one_effect(): void {
		[ $order, $id ] = $this->order_with_link();
		$link_id        = (int) $this->rows( $order )[0]['id'];
		$this->emulator->simulate( $id, 'pay' );
		$mails    = $this->count_mails();
		$requests = [];
		for ( $i = 0; $i < 12; $i++ ) {
			$requests[] = $this->notification(
				$id,
				[ 'status' => [ 'completed', 'initialized', 'expired' ][ $i % 3 ] ]
			);
			$requests[] = $this->staff_request( 'POST', self::API . "/links/$link_id/refresh", [] );
		}

		self::assertSame( [ 200 ], array_values( array_unique( $this->statuses( Http::send_all( $requests ) ) ) ) );
		$this->assert_paid_once( $order, $mails, 'Refreshes.' );
	}

	#[Group( 'storage' )]
	public function test_a_notification_while_staff_save_the_order_is_not_lost(): void {
		for ( $round = 1; $round <= 10; $round++ ) {
			[ $order, $id ] = $this->order_with_link();
			$this->emulator->simulate( $id, 'pay' );
			$this->shop->refill();
			$mails     = $this->count_mails();
			$responses = Http::send_all(
				[
					$this->staff_request(
						'PUT',
						"/wc/v3/orders/{$order->get_id()}",
						[ 'customer_note' => "Ring twice $round", 'billing' => [ 'city' => 'Utrecht' ] ]
					),
					$this->notification( $id ),
					$this->staff_request(
						'PUT',
						"/wc/v3/orders/{$order->get_id()}",
						[ 'billing' => [ 'phone' => "+3161234567$round" ] ]
					),
				]
			);

			self::assertSame(
				[ 200, 200, 200 ],
				$this->statuses( $responses ),
				"Round $round: " . $responses[1]->body
			);
			// With orders as posts, every save also writes the status that was read before. The scheduled check
			// corrects this.
			do_action( PaymentsModule::SYNC_ORDER, (int) $this->rows( $order )[0]['id'] );
			$this->assert_paid_once( $order, $mails, "Round $round." );
			if ( OrderUtil::custom_orders_table_usage_is_enabled() ) {
				// Posts are written as a whole, so one of two simultaneous saves is lost there.
				self::assertSame( "Ring twice $round", $this->reload_order( $order->get_id() )->get_customer_note() );
			}
		}
	}

	public function test_two_simultaneous_partial_payments_complete_the_order_once(): void {
		for ( $round = 1; $round <= 10; $round++ ) {
			$order = $this->shop->create();
			$ids   = [];
			foreach ( [ 3000, 5000 ] as $amount ) {
				$id = Json::text( $this->create_link( $order, [ 'amount' => $amount ] ), 'order_id' );
				$this->emulator->simulate( $id, 'pay' );
				$ids[] = $id;
			}
			$this->shop->refill();
			$responses = Http::send_all( array_map( $this->notification( ... ), $ids ) );

			self::assertSame( [ 200, 200 ], $this->statuses( $responses ), "Round $round." );
			self::assertSame(
				[ 'completed', 'completed', null, null ],
				[
					...array_column( $this->rows( $order ), 'status' ),
					...array_column( $this->rows( $order ), 'alert' ),
				],
				"Round $round."
			);
			self::assertSame(
				[ 'processing', 1, StockedOrders::STOCK - 1 ],
				[
					$this->reload_order( $order->get_id() )->get_status(),
					$this->count_notes( $order, 'still has' ),
					$this->shop->stock(),
				],
				"Round $round."
			);
		}
	}

	public function test_two_simultaneous_full_payments_complete_the_order_once_and_raise_one_alert(): void {
		for ( $round = 1; $round <= 10; $round++ ) {
			$order = $this->shop->create();
			$ids   = [];
			for ( $n = 0; $n < 2; $n++ ) {
				$id = Json::text( $this->create_link( $order ), 'order_id' );
				$this->emulator->simulate( $id, 'pay' );
				$ids[] = $id;
			}
			$this->shop->refill();
			$mails = $this->count_mails();
			self::assertSame(
				[ 200, 200 ],
				$this->statuses( Http::send_all( array_map( $this->notification( ... ), $ids ) ) ),
				"Round $round."
			);

			$alerts = array_column( $this->rows( $order ), 'alert' );
			sort( $alerts );
			self::assertSame( [ null, 'second_payment' ], $alerts, "Round $round." );
			self::assertSame( 1, $this->count_notes( $order, 'The order was already paid' ), "Round $round." );
			self::assertSame(
				[ StockedOrders::STOCK - 1, $mails + 2 ],
				[ $this->shop->stock(), $this->count_mails() ],
				"Round $round."
			);
		}
	}

	/**
	 * @param int $mails Number of emails before the payment.
	 */
	private function assert_paid_once( WC_Order $order, int $mails, string $round ): void {
		self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ), $round );
		self::assertSame( 1, $this->count_notes( $order, 'has been paid' ), $round );
		self::assertSame(
			1,
			$this->count_notes( $order, 'Payment complete.' ) + $this->count_notes( $order, 'Payment via' ),
			$round
		);
		self::assertSame(
			[ StockedOrders::STOCK - 1, $mails + 2 ],
			[ $this->shop->stock(), $this->count_mails() ],
			$round
		);
	}

	/**
	 * Returns the number of emails that the shop has sent.
	 */
	private function count_mails(): int {
		$file = Env::get( 'MSPL_SITE_DIR' ) . '/wp-content/mail.jsonl';
		return is_file( $file ) ? substr_count( (string) file_get_contents( $file ), "\n" ) : 0;
	}

	/**
	 * Returns a request of a staff member that is not yet sent.
	 *
	 * @param non-empty-string $method GET, POST, …
	 * @param array<mixed>     $body   JSON body.
	 */
	private function staff_request( string $method, string $route, array $body ): CurlHandle {
		return Http::request( $method, Env::get( 'SHOP_URL' ) . '/wp-json' . $route, $body, $this->staff_login() );
	}

	/**
	 * @return array{WC_Order, string} The order and the MultiSafepay order ID of its link.
	 */
	private function order_with_link(): array {
		$order = $this->shop->create();
		return [ $order, Json::text( $this->create_link( $order ), 'order_id' ) ];
	}

	/**
	 * @param list<HttpResponse> $responses
	 *
	 * @return list<int>
	 */
	private function statuses( array $responses ): array {
		return array_map( static fn ( HttpResponse $response ): int => $response->status, $responses );
	}
}
