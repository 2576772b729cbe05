<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\SeededRandom;
use PHPUnit\Framework\Attributes\CoversNothing;

/**
 * Sends random notifications, limited by number and time. PHPUnit fails on every notice and warning. `MSPL_SEED`
 * repeats a run.
 */
#[CoversNothing]
final class NotificationFuzzTest extends IntegrationTestCase {

	use LinkSteps;
	use NotificationSteps;

	private const TIMES   = 1500;
	private const SECONDS = 20.0;

	public function test_random_notifications_cause_no_error_and_pay_no_order(): void {
		$random = new SeededRandom( 'fuzz' );
		$this->emulator->settings( [ 'notifications' => false ] );
		$order   = $this->orders->create();
		$id      = Json::text( $this->create_link( $order ), 'order_id' );
		$started = hrtime( true );
		$count   = 0;
		while ( $count < self::TIMES && ( hrtime( true ) - $started ) / 1e9 < self::SECONDS ) {
			// Signed notifications reach more code. The response of the provider is random as well.
			$body    = $random->between( 0, 1 ) === 0
				? $this->random_text( $random )
				: $this->random_body( $random, $id );
			$options = [
				'transactionid' => $random->between( 0, 1 ) === 0 ? $id : $this->random_value( $random, 0 ),
				'query'         => $random->between( 0, 3 ) === 0
					? [ 'payload_type' => $this->random_value( $random, 0 ) ]
					: [],
				'type'          => [
					'application/json',
					'text/plain',
					'application/x-www-form-urlencoded',
					'multipart/form-data; boundary=x',
					'',
				][ $random->between( 0, 4 ) ],
			];
			if ( $random->between( 0, 2 ) === 0 ) {
				$options['auth'] = [
					$this->random_text( $random ),
					base64_encode( $this->random_text( $random ) ),
					base64_encode( time() . ':' . $this->random_text( $random ) ),
					'',
				][ $random->between( 0, 3 ) ];
			}
			$provider_order = [ 'order_id' => $id ];
			foreach ( [
				'status',
				'financial_status',
				'amount',
				'transaction_id',
				'payment_details',
				'amount_refunded',
			] as $field ) {
				$provider_order[ $field ] = $this->random_value( $random, 0 );
			}
			$this->set_provider_order( [ 'currency' => $this->random_value( $random, 0 ) ] + $provider_order );
			$response = $this->notify( $id, $body, $options );

			self::assertContains(
				$response->get_status(),
				[ 200, 400, 403, 503 ],
				"MSPL_SEED={$random->seed}, number $count."
			);
			self::assertContains(
				$response->get_data(),
				[ 'OK', 'Malformed', 'Refused', 'Not now' ],
				"MSPL_SEED={$random->seed}, number $count."
			);
			$count++;
		}
		fprintf( STDERR, "fuzz: %d requests in %.1f s\n", $count, ( hrtime( true ) - $started ) / 1e9 );

		self::assertGreaterThan( 200, $count );
		self::assertNotContains( $this->outcome( $order )[0], [ 'processing', 'completed' ] );
		// A valid notification is still handled.
		$this->set_provider_order( null );
		$this->emulator->simulate( $id, 'pay' );
		$this->send_notification( $id );
		self::assertSame( 'completed', $this->rows( $order )[0]['status'] );
	}

	/**
	 * Returns random bytes or nearly valid JSON.
	 */
	private function random_text( SeededRandom $random ): string {
		return match ( $random->between( 0, 3 ) ) {
			0       => '',
			1       => $random->bytes( $random->between( 1, 300 ) ),
			2       => str_repeat(
				[ '[', '{"a":', '"', "\0", 'é', '9' ][ $random->between( 0, 5 ) ],
				$random->between( 1, 2000 )
			),
			default => (string) wp_json_encode( $this->random_value( $random, 3 ), JSON_PARTIAL_OUTPUT_ON_ERROR ),
		};
	}

	/**
	 * Returns a body with the right order ID and random other fields.
	 */
	private function random_body( SeededRandom $random, string $id ): string {
		return (string) wp_json_encode(
			[
				'order_id' => $id,
				'status' => $this->random_value( $random, 1 ),
				'amount' => $this->random_value( $random, 1 ),
				'payment_details' => $this->random_value( $random, 2 ),
			],
			JSON_PARTIAL_OUTPUT_ON_ERROR
		);
	}

	/**
	 * Returns a value of a random type.
	 */
	private function random_value( SeededRandom $random, int $depth ): mixed {
		$kind = $random->between( 0, $depth > 0 ? 11 : 9 );
		return match ( $kind ) {
			0       => null,
			1       => $random->between( 0, 1 ) === 0,
			2       => $random->between( -1_000_000_000, 1_000_000_000 ) * 9_000_000_000,
			3       => $random->between( -9000, 9000 ) / 7,
			4       => [
				'EUR', 'eur', 'USD', 'completed', 'declined', 'void', 'foo', 'pretransaction',
			][ $random->between( 0, 7 ) ],
			5       => '',
			6       => str_repeat( 'é', $random->between( 1, 400 ) ),
			7       => "' OR 1=1 -- <script>alert(1)</script>",
			8       => [],
			9       => (string) $random->between( 0, 7000 ),
			default => array_map(
				fn (): mixed => $this->random_value( $random, $depth - 1 ),
				range( 0, $random->between( 0, 4 ) )
			),
		};
	}
}
