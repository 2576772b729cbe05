<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Payments\Application\KnownState;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Http;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\RequestMeter;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\StockedOrders;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * Limits the database queries and the requests to MultiSafepay of a notification.
 */
#[CoversClass( KnownState::class )]
#[Group( 'needs-real-woocommerce' )]
#[Group( 'storage' )]
final class NotificationBudgetTest extends HttpTestCase {

	use LinkSteps;
	use NotificationSteps;

	private StockedOrders $shop;

	private WC_Order $order;

	private string $order_id = '';

	protected function setUp(): void {
		parent::setUp();
		$this->emulator->settings( [ 'notifications' => false ] );
		$this->shop  = new StockedOrders();
		$this->order = $this->shop->create();
		$this->order->set_created_via( 'checkout' );
		$this->order->save();
		$this->order_id = Json::text( $this->create_link( $this->order ), 'order_id' );
		$this->emulator->simulate( $this->order_id, 'pay' );
	}

	protected function tearDown(): void {
		$this->shop->delete_all();
		parent::tearDown();
	}

	public function test_a_repeated_and_a_refused_notification_need_at_most_3_queries_and_no_request(): void {
		$body = $this->current_state();
		$this->send_notification( $this->order_id, $body );
		self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $this->order ) );
		$reads = count( $this->emulator->requests( 'GET' ) );
		$this->queries( $body, 200 );

		$plain = RequestMeter::count_anonymous(
			Http::request( 'POST', Env::get( 'SHOP_URL' ) . '/wp-json' . self::API . '/nowhere' ),
			[],
			404
		);

		self::assertLessThanOrEqual( $plain + 3, $this->queries( $body, 200 ), 'Repeated.' );
		self::assertLessThanOrEqual( $plain + 3, $this->queries( $body, 403, 'wrong key' ), 'Refused.' );
		self::assertCount( $reads, $this->emulator->requests( 'GET' ) );
	}

	public function test_the_first_notification_needs_at_most_25_queries_before_the_payment_is_completed(): void {
		$body  = $this->current_state();
		$total = null;
		$count = static function () use ( &$total ): void {
			$total = Db::wpdb()->num_queries;
		};
		add_action( 'woocommerce_pre_payment_complete', $count, 0 );
		wp_cache_flush();
		wp_load_alloptions();
		$before = Db::wpdb()->num_queries;

		$this->send_notification( $this->order_id, $body );

		self::assertIsInt( $total );
		self::assertLessThanOrEqual( 25, $total - $before );
	}

	/**
	 * Returns the number of queries of a notification over HTTP.
	 *
	 * @param array<string, mixed> $body
	 */
	private function queries( array $body, int $status, ?string $key = null ): int {
		$raw = $this->notification_body( $this->order_id, $body );

		return RequestMeter::count_anonymous(
			$this->notification( $this->order_id, $body ),
			[ 'Content-Type: application/json', 'Auth: ' . $this->auth( $raw, $key ) ],
			$status
		);
	}

	/**
	 * @return array<string, mixed> The fields of a notification about the payment.
	 */
	private function current_state(): array {
		$order = $this->emulator->orders()[0];

		return [
			'transaction_id' => Json::number( $order, 'attempts', 0, 'transaction_id' ),
			...array_intersect_key( $order, array_flip( [ 'status', 'amount', 'currency', 'amount_refunded' ] ) ),
		];
	}
}
