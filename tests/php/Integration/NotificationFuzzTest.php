<?php
/**
 * Nonsense at the route that MultiSafepay calls.
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

/**
 * Bounded in count and in time. PHPUnit fails on every notice and warning; `MSPL_SEED` repeats a run.
 */
#[CoversNothing]
final class NotificationFuzzTest extends IntegrationTestCase {

	use LinkSteps;
	use NotificationSteps;

	private const TIMES   = 1500;
	private const SECONDS = 20.0;

	public function test_no_nonsense_breaks_it_or_pays_an_order(): void {
		$random = new Dice( 'fuzz' );
		$this->emulator->settings( [ 'notifications' => false ] );
		$order   = $this->orders->make();
		$id      = Json::text( $this->made_link( $order ), 'order_id' );
		$started = hrtime( true );
		$done    = 0;
		while ( $done < self::TIMES && ( hrtime( true ) - $started ) / 1e9 < self::SECONDS ) {
			// Signed ones get further in; the provider itself says nonsense as well.
			$body  = $random->between( 0, 1 ) === 0 ? $this->nonsense( $random ) : $this->shuffled( $random, $id );
			$other = [
				'transactionid' => $random->between( 0, 1 ) === 0 ? $id : $this->value( $random, 0 ),
				'query'         => $random->between( 0, 3 ) === 0 ? [ 'payload_type' => $this->value( $random, 0 ) ] : [],
				'type'          => [ 'application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '' ][ $random->between( 0, 4 ) ],
			];
			if ( $random->between( 0, 2 ) === 0 ) {
				$other['auth'] = [ $this->nonsense( $random ), base64_encode( $this->nonsense( $random ) ), base64_encode( time() . ':' . $this->nonsense( $random ) ), '' ][ $random->between( 0, 3 ) ];
			}
			$said = [ 'order_id' => $id ];
			foreach ( [ 'status', 'financial_status', 'amount', 'transaction_id', 'payment_details', 'amount_refunded' ] as $field ) {
				$said[ $field ] = $this->value( $random, 0 );
			}
			$this->provider_says( [ 'currency' => $this->value( $random, 0 ) ] + $said );
			$answer = $this->notify( $id, $body, $other );

			self::assertContains( $answer->get_status(), [ 200, 400, 403, 503 ], "MSPL_SEED={$random->seed}, number $done." );
			self::assertContains( $answer->get_data(), [ 'OK', 'Malformed', 'Refused', 'Not now' ], "MSPL_SEED={$random->seed}, number $done." );
			$done++;
		}
		fprintf( STDERR, "fuzz: %d requests in %.1f s\n", $done, ( hrtime( true ) - $started ) / 1e9 );

		self::assertGreaterThan( 200, $done );
		self::assertNotContains( $this->outcome( $order )[0], [ 'processing', 'completed' ] );
		// And it still works.
		$this->provider_says( null );
		$this->emulator->act( $id, 'pay' );
		$this->told( $id );
		self::assertSame( 'completed', $this->rows( $order )[0]['status'] );
	}

	/**
	 * Bytes, or nearly JSON.
	 */
	private function nonsense( Dice $random ): string {
		return match ( $random->between( 0, 3 ) ) {
			0       => '',
			1       => $random->bytes( $random->between( 1, 300 ) ),
			2       => str_repeat( [ '[', '{"a":', '"', "\0", 'é', '9' ][ $random->between( 0, 5 ) ], $random->between( 1, 2000 ) ),
			default => (string) wp_json_encode( $this->value( $random, 3 ), JSON_PARTIAL_OUTPUT_ON_ERROR ),
		};
	}

	/**
	 * A body with the right order ID and anything else.
	 */
	private function shuffled( Dice $random, string $id ): string {
		return (string) wp_json_encode( [ 'order_id' => $id, 'status' => $this->value( $random, 1 ), 'amount' => $this->value( $random, 1 ), 'payment_details' => $this->value( $random, 2 ) ], JSON_PARTIAL_OUTPUT_ON_ERROR );
	}

	/**
	 * A value of any type.
	 */
	private function value( Dice $random, int $depth ): mixed {
		$kind = $random->between( 0, $depth > 0 ? 11 : 9 );
		return match ( $kind ) {
			0       => null,
			1       => $random->between( 0, 1 ) === 0,
			2       => $random->between( -1_000_000_000, 1_000_000_000 ) * 9_000_000_000,
			3       => $random->between( -9000, 9000 ) / 7,
			4       => [ 'EUR', 'eur', 'USD', 'completed', 'declined', 'void', 'foo', 'pretransaction' ][ $random->between( 0, 7 ) ],
			5       => '',
			6       => str_repeat( 'é', $random->between( 1, 400 ) ),
			7       => "' OR 1=1 -- <script>alert(1)</script>",
			8       => [],
			9       => (string) $random->between( 0, 7000 ),
			default => array_map( fn (): mixed => $this->value( $random, $depth - 1 ), range( 0, $random->between( 0, 4 ) ) ),
		};
	}
}
