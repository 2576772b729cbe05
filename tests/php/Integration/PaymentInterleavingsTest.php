<?php
/**
 * Notifications in any order, any number of times.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Dice;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * Lives of an order at the provider, made up at random from the states that the provider documents. While such a life
 * goes on, its notifications arrive late, twice, in another order; GET tells the present state, now and then the one
 * before. `MSPL_SEED` repeats a run.
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
		$order = $this->orders->make();
		$id    = Json::text( $this->made_link( $order ), 'order_id' );
		$this->emulator->act( $id, 'pay' );
		$this->told( $id );
		$this->provider_says( [ 'status' => 'completed', 'transaction_id' => $this->fresh_order( $order->get_id() )->get_transaction_id() ] );
		$before = [ $this->outcome( $order ), $this->notes( $order ), $this->history( (int) $this->rows( $order )[0]['id'] ) ];
		$body   = $this->body_of( $id, [] );
		$auth   = $this->auth( $body );
		for ( $i = 0; $i < 1000; $i++ ) {
			$this->assert_answer( 200, 'OK', $this->notify( $id, $body, [ 'auth' => $auth ] ) );
		}

		self::assertSame( [ $before, 1 ], [ [ $this->outcome( $order ), $this->notes( $order ), $this->history( (int) $this->rows( $order )[0]['id'] ) ], $this->completions ] );
	}

	public function test_two_hundred_random_lives_end_in_the_right_state_once(): void {
		$random = new Dice( 'interleavings' );
		for ( $round = 1; $round <= self::ROUNDS; $round++ ) {
			$this->live_through( $random, "MSPL_SEED={$random->seed}, round $round" );
		}
	}

	/**
	 * One order, one link, one life.
	 */
	private function live_through( Dice $random, string $where ): void {
		$order = $this->orders->make();
		$id    = Json::text( $this->made_link( $order ), 'order_id' );
		$life  = $this->life( $random );
		$queue = [];
		$now   = -1;
		$paid  = false;
		$this->completions = 0;
		$last  = count( $life ) - 1;
		while ( $now < $last || $queue !== [] ) {
			if ( $now < $last && ( $queue === [] || $random->between( 0, 1 ) === 0 ) ) {
				++$now;
				$queue[] = $now;
				if ( $random->between( 0, 4 ) === 0 ) {
					$queue[] = $now;
				}
				continue;
			}
			$pick = $random->between( 0, count( $queue ) - 1 );
			$told = $queue[ $pick ];
			// Now and then the provider's own reading lags behind what it tells.
			$seen = $now > 0 && $random->between( 0, 9 ) === 0 ? $now - 1 : $now;
			$this->provider_says( $life[ $seen ] );
			$answer = $this->notify( $id, $life[ $told ] );
			if ( $answer->get_status() === 200 ) {
				array_splice( $queue, $pick, 1 );
			} else {
				self::assertSame( 503, $answer->get_status(), $where );
			}
			$status = $this->fresh_order( $order->get_id() )->get_status();
			$paid   = $paid || $status === 'completed';
			self::assertSame( $paid ? 'completed' : $status, $status, "$where: a paid order was set back." );
		}

		// The last reading may have lagged: a sweep would ask again.
		$this->provider_says( $life[ $now ] );
		$this->told( $id, $life[ $now ] );
		$this->assert_end( $order, $life[ $now ], $where . ' ' . wp_json_encode( array_column( $life, 'status' ) ) );
		$before = [ $this->outcome( $order ), $this->notes( $order ), $this->completions ];
		foreach ( $life as $state ) {
			$this->told( $id, $state );
		}
		self::assertSame( $before, [ $this->outcome( $order ), $this->notes( $order ), $this->completions ], $where );
	}

	/**
	 * @param array<string, mixed> $last The provider's last word.
	 */
	private function assert_end( WC_Order $order, array $last, string $where ): void {
		[ $status, $link, $alarm ] = $this->outcome( $order );
		$expected                  = match ( $last['status'] ) {
			'initialized', 'void', 'expired' => 'active',
			'chargedback'                    => 'chargeback',
			default                          => $last['status'],
		};
		self::assertSame( $expected, $link, $where );
		self::assertLessThanOrEqual( 1, $this->completions, $where );
		self::assertLessThanOrEqual( 1, $this->count_notes( $order, 'has been paid:' ), $where );
		if ( $last['status'] === 'completed' ) {
			self::assertSame( [ 'completed', 1, null ], [ $status, $this->completions, $alarm ], $where );
		}
		if ( $last['status'] === 'chargedback' ) {
			self::assertSame( 'chargeback', $alarm, $where );
		}
	}

	/**
	 * Attempts that fail, then perhaps one that does not, then perhaps money that goes back.
	 *
	 * @return list<array<string, mixed>>
	 */
	private function life( Dice $random ): array {
		$transaction = 1750000000000100;
		/** @var list<array<string, mixed>> $life */
		$life = [];
		$say  = static function ( string $status, int $refunded = 0 ) use ( &$life, &$transaction ): void {
			$life[] = [ 'status' => $status, 'financial_status' => $status, 'transaction_id' => $transaction, 'amount_refunded' => $refunded ];
		};
		for ( $attempts = $random->between( 0, 2 ); $attempts > 0; $attempts-- ) {
			$say( 'initialized' );
			$say( [ 'declined', 'void', 'expired' ][ $random->between( 0, 2 ) ] );
			++$transaction;
		}
		$say( 'initialized' );
		if ( $random->between( 0, 5 ) === 0 ) {
			return $life;
		}
		if ( $random->between( 0, 2 ) === 0 ) {
			$say( 'uncleared' );
			if ( $random->between( 0, 3 ) === 0 ) {
				$say( 'declined' );
				return $life;
			}
		}
		$say( 'completed' );
		if ( $random->between( 0, 3 ) === 0 ) {
			$say( 'partial_refunded', 1000 );
			if ( $random->between( 0, 1 ) === 0 ) {
				$say( 'partial_refunded', 2500 );
			}
			if ( $random->between( 0, 1 ) === 0 ) {
				$say( 'refunded', 8000 );
			}
		} elseif ( $random->between( 0, 5 ) === 0 ) {
			$say( 'chargedback' );
		}
		return $life;
	}
}
