<?php
/**
 * Races and deaths of phone orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

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
 * Real parallel requests, and processes that die half-way.
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
	private array $before = [];

	protected function setUp(): void {
		parent::setUp();
		$this->before = $this->order_ids();
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

	public function test_one_key_makes_one_order_however_often_it_is_sent_at_once(): void {
		$answers = $this->parallel_posts( '/links', array_fill( 0, 12, $this->phone_body() ) );

		$statuses = array_count_values( array_map( static fn ( $answer ): int => $answer->status, $answers ) );
		ksort( $statuses );
		self::assertSame( [ 200 => 11, 201 => 1 ], $statuses, $answers[0]->body );
		self::assertCount( 1, array_unique( array_map( static fn ( $answer ): int => Json::number( $answer->json(), 'id' ), $answers ) ) );
		self::assertCount( 1, $this->new_orders() );
		self::assertCount( 1, $this->payable() );
	}

	public function test_a_process_killed_between_order_and_link_is_continued_by_its_key(): void {
		$body = $this->phone_body();
		$this->wait_for(
			[
				$this->fork(
					function () use ( $body ): void {
						// The note comes right after the order is there.
						add_filter( 'woocommerce_new_order_note_data', static fn () => posix_kill( (int) getmypid(), SIGKILL ) );
						$this->rest( 'POST', '/links', $body );
					}
				),
			]
		);
		wp_cache_flush();
		$made = $this->new_orders();
		self::assertCount( 1, $made );
		self::assertSame( [], $this->payable() );

		$answer = $this->http( 'POST', '/links', $body );

		self::assertSame( [ 201, reset( $made ) ], [ $answer->status, Json::number( $answer->json(), 'wc_order_id' ) ] );
		self::assertSame( $made, $this->new_orders() );
	}

	public function test_a_process_killed_while_it_makes_the_order_leaves_none_and_the_key_works_a_minute_later(): void {
		$body = $this->phone_body();
		$this->wait_for(
			[
				$this->fork(
					function () use ( $body ): void {
						// Tests have WooCommerce's own transactions switched off.
						add_action( 'woocommerce_order_before_calculate_totals', static fn () => Db::query( 'START TRANSACTION' ) );
						add_action( 'woocommerce_order_after_calculate_totals', static fn () => posix_kill( (int) getmypid(), SIGKILL ) );
						$this->rest( 'POST', '/links', $body );
					}
				),
			]
		);
		wp_cache_flush();
		self::assertSame( [], $this->new_orders() );
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . 'multisafepay_payment_link_copies SET begun_at = begun_at - INTERVAL 2 MINUTE' );

		self::assertSame( 201, $this->http( 'POST', '/links', $body )->status );
		self::assertCount( 1, $this->new_orders() );
	}

	/**
	 * @return list<int>
	 */
	private function new_orders(): array {
		return array_values( array_diff( $this->order_ids(), $this->before ) );
	}
}
