<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\SeededRandom;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * Simulates random sequences of the order statuses that the provider documents. The notifications arrive late, twice or
 * in another order. GET returns the current status, sometimes the previous one. `MSPL_SEED` repeats a run.
 */
#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
final class PaymentInterleavingsTest extends IntegrationTestCase {

	use LinkSteps;
	use NotificationSteps;

	private const ROUNDS = 200;

	private int $completions = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->emulator->settings( [ 'notifications' => false ] );
		$this->completions = 0;
		add_action(
			'woocommerce_payment_complete',
			function (): void {
				++$this->completions;
			}
		);
	}

	public function test_a_thousand_replays_have_no_effect(): void {
		$order = $this->orders->create();
		$id    = Json::text( $this->create_link( $order ), 'order_id' );
		$this->emulator->simulate( $id, 'pay' );
		$this->send_notification( $id );
		$this->set_provider_order( [
			'status' => 'completed',
			'transaction_id' => $this->reload_order( $order->get_id() )->get_transaction_id(),
		] );
		$before = [
			$this->outcome( $order ),
			$this->notes( $order ),
			$this->history( (int) $this->rows( $order )[0]['id'] ),
		];
		$body   = $this->notification_body( $id, [] );
		$auth   = $this->auth( $body );
		for ( $i = 0; $i < 1000; $i++ ) {
			$this->assert_response( 200, 'OK', $this->notify( $id, $body, [ 'auth' => $auth ] ) );
		}

		self::assertSame(
			[ $before, 1 ],
			[
				[
					$this->outcome( $order ),
					$this->notes( $order ),
					$this->history( (int) $this->rows( $order )[0]['id'] ),
				],
				$this->completions,
			]
		);
	}

	public function test_two_hundred_random_sequences_end_in_the_right_status_with_one_completion(): void {
		$random = new SeededRandom( 'interleavings' );
		for ( $round = 1; $round <= self::ROUNDS; $round++ ) {
			$this->run_sequence( $random, "MSPL_SEED={$random->seed}, round $round" );
		}
	}

	/**
	 * Creates an order with a link and runs one random sequence.
	 */
	private function run_sequence( SeededRandom $random, string $context ): void {
		$order = $this->orders->create();
		$id    = Json::text( $this->create_link( $order ), 'order_id' );
		$sequence  = $this->random_sequence( $random );
		$queue = [];
		$current   = -1;
		$paid  = false;
		$this->completions = 0;
		$last  = count( $sequence ) - 1;
		while ( $current < $last || $queue !== [] ) {
			if ( $current < $last && ( $queue === [] || $random->between( 0, 1 ) === 0 ) ) {
				++$current;
				$queue[] = $current;
				if ( $random->between( 0, 4 ) === 0 ) {
					$queue[] = $current;
				}
				continue;
			}
			$pick = $random->between( 0, count( $queue ) - 1 );
			$notified = $queue[ $pick ];
			// Sometimes GET still returns the previous status.
			$returned = $current > 0 && $random->between( 0, 9 ) === 0 ? $current - 1 : $current;
			$this->set_provider_order( $sequence[ $returned ] );
			$response = $this->notify( $id, $sequence[ $notified ] );
			if ( $response->get_status() === 200 ) {
				array_splice( $queue, $pick, 1 );
			} else {
				self::assertSame( 503, $response->get_status(), $context );
			}
			$status = $this->reload_order( $order->get_id() )->get_status();
			$paid   = $paid || $status === 'completed';
			self::assertSame( $paid ? 'completed' : $status, $status, "$context: a paid order lost its status." );
		}

		// The last response may have been outdated. A reconciliation would send another request.
		$this->set_provider_order( $sequence[ $current ] );
		$this->send_notification( $id, $sequence[ $current ] );
		$this->assert_final_state(
			$order,
			$sequence[ $current ],
			$context . ' ' . wp_json_encode( array_column( $sequence, 'status' ) )
		);
		$before = [ $this->outcome( $order ), $this->notes( $order ), $this->completions ];
		foreach ( $sequence as $data ) {
			$this->send_notification( $id, $data );
		}
		self::assertSame( $before, [ $this->outcome( $order ), $this->notes( $order ), $this->completions ], $context );
	}

	/**
	 * @param array<string, mixed> $last The final order data of the provider.
	 */
	private function assert_final_state( WC_Order $order, array $last, string $context ): void {
		[ $status, $link, $alert ] = $this->outcome( $order );
		$expected                  = match ( $last['status'] ) {
			'initialized', 'void', 'expired' => 'active',
			'chargedback'                    => 'chargeback',
			default                          => $last['status'],
		};
		self::assertSame( $expected, $link, $context );
		self::assertLessThanOrEqual( 1, $this->completions, $context );
		self::assertLessThanOrEqual( 1, $this->count_notes( $order, 'has been paid:' ), $context );
		if ( $last['status'] === 'completed' ) {
			self::assertSame( [ 'completed', 1, null ], [ $status, $this->completions, $alert ], $context );
		}
		if ( $last['status'] === 'chargedback' ) {
			self::assertSame( 'chargeback', $alert, $context );
		}
	}

	/**
	 * Returns failed attempts, then possibly a successful attempt, then possibly refunds or a chargeback.
	 *
	 * @return list<array<string, mixed>>
	 */
	private function random_sequence( SeededRandom $random ): array {
		$transaction = 1750000000000100;
		/** @var list<array<string, mixed>> $sequence */
		$sequence = [];
		$add      = static function ( string $status, int $refunded = 0 ) use ( &$sequence, &$transaction ): void {
			$sequence[] = [
				'status' => $status,
				'financial_status' => $status,
				'transaction_id' => $transaction,
				'amount_refunded' => $refunded,
			];
		};
		for ( $attempts = $random->between( 0, 2 ); $attempts > 0; $attempts-- ) {
			$add( 'initialized' );
			$add( [ 'declined', 'void', 'expired' ][ $random->between( 0, 2 ) ] );
			++$transaction;
		}
		$add( 'initialized' );
		if ( $random->between( 0, 5 ) === 0 ) {
			return $sequence;
		}
		if ( $random->between( 0, 2 ) === 0 ) {
			$add( 'uncleared' );
			if ( $random->between( 0, 3 ) === 0 ) {
				$add( 'declined' );
				return $sequence;
			}
		}
		$add( 'completed' );
		if ( $random->between( 0, 3 ) === 0 ) {
			$add( 'partial_refunded', 1000 );
			if ( $random->between( 0, 1 ) === 0 ) {
				$add( 'partial_refunded', 2500 );
			}
			if ( $random->between( 0, 1 ) === 0 ) {
				$add( 'refunded', 8000 );
			}
		} elseif ( $random->between( 0, 5 ) === 0 ) {
			$add( 'chargedback' );
		}
		return $sequence;
	}
}
