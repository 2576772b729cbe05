<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Forks;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\OrderGoods;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\PhoneSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

// phpcs:disable WordPress.PHP.DiscouragedPHPFunctions -- Processes are killed on purpose.

/**
 * Tests simultaneous requests and processes that are killed while an order is created.
 */
#[CoversNothing]
#[Group( 'storage' )]
#[Group( 'needs-real-woocommerce' )]
final class PhoneOrderRacesTest extends HttpTestCase {

	use Forks;
	use LinkSteps;
	use OrderGoods;
	use PhoneSteps;

	/**
	 * @var list<int>
	 */
	private array $existing_ids = [];

	protected function setUp(): void {
		parent::setUp();
		$this->existing_ids = $this->order_ids();
	}

	protected function tearDown(): void {
		foreach ( $this->new_orders() as $id ) {
			$order = wc_get_order( $id );
			if ( $order instanceof WC_Order ) {
				$order->delete( true );
			}
		}
		parent::tearDown();
	}

	public function test_simultaneous_requests_with_one_key_create_one_order(): void {
		$responses = $this->parallel_posts( '/links', array_fill( 0, 12, $this->phone_body() ) );

		$statuses = array_count_values( array_map( static fn ( $response ): int => $response->status, $responses ) );
		ksort( $statuses );
		self::assertSame( [ 200 => 11, 201 => 1 ], $statuses, $responses[0]->body );
		self::assertCount(
			1,
			array_unique(
				array_map( static fn ( $response ): int => Json::number( $response->json(), 'id' ), $responses )
			)
		);
		self::assertCount( 1, $this->new_orders() );
		self::assertCount( 1, $this->payable() );
	}

	public function test_after_a_process_was_killed_between_order_and_link_the_key_continues(): void {
		$body = $this->phone_body();
		$this->wait_for(
			[
				$this->fork(
					function () use ( $body ): void {
						// The note is added right after the order was created.
						add_filter(
							'woocommerce_new_order_note_data',
							static fn () => posix_kill( (int) getmypid(), SIGKILL )
						);
						$this->rest( 'POST', '/links', $body );
					}
				),
			]
		);
		wp_cache_flush();
		$order_ids = $this->new_orders();
		self::assertCount( 1, $order_ids );
		self::assertSame( [], $this->payable() );

		$response = $this->http( 'POST', '/links', $body );

		self::assertSame(
			[ 201, reset( $order_ids ) ],
			[ $response->status, Json::number( $response->json(), 'wc_order_id' ) ]
		);
		self::assertSame( $order_ids, $this->new_orders() );
	}

	public function test_after_a_process_was_killed_while_creating_the_order_the_key_can_be_reused(): void {
		$body = $this->phone_body();
		$this->wait_for(
			[
				$this->fork(
					function () use ( $body ): void {
						// The tests disable WooCommerce's own transactions.
						add_action(
							'woocommerce_order_before_calculate_totals',
							static fn () => Db::query( 'START TRANSACTION' )
						);
						add_action(
							'woocommerce_order_after_calculate_totals',
							static fn () => posix_kill( (int) getmypid(), SIGKILL )
						);
						$this->rest( 'POST', '/links', $body );
					}
				),
			]
		);
		wp_cache_flush();
		self::assertSame( [], $this->new_orders() );
		Db::query(
			'UPDATE '
				. Db::wpdb()->prefix
				. 'multisafepay_payment_link_order_claims SET started_at = started_at - INTERVAL 2 MINUTE'
		);

		self::assertSame( 201, $this->http( 'POST', '/links', $body )->status );
		self::assertCount( 1, $this->new_orders() );
	}

	/**
	 * @return list<int>
	 */
	private function new_orders(): array {
		return array_values( array_diff( $this->order_ids(), $this->existing_ids ) );
	}
}
