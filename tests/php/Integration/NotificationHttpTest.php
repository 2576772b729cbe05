<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Http;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;

#[CoversNothing]
final class NotificationHttpTest extends HttpTestCase {

	use LinkSteps;
	use NotificationSteps;

	#[Group( 'storage' )]
	public function test_a_payment_at_the_provider_pays_the_order(): void {
		$order = $this->orders->create();
		$id    = Json::text( $this->create_link( $order ), 'order_id' );

		$this->emulator->simulate( $id, 'pay' );

		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $order ) );
		$log = $this->emulator->control( 'GET', 'notifications' );
		self::assertSame( [ 'delivered', 'delivered' ], array_column( $log, 'outcome' ) );
	}

	public function test_the_response_is_plain_text_without_cookies(): void {
		$order = $this->orders->create();
		$id    = Json::text( $this->create_link( $order ), 'order_id' );
		$this->emulator->simulate( $id, 'start' );
		$headers = [];
		$handle  = $this->notification( $id, [ 'status' => 'initialized' ] );
		curl_setopt(
			$handle,
			CURLOPT_HEADERFUNCTION,
			static function ( mixed $curl, string $line ) use ( &$headers ): int {
				$headers[] = strtolower( trim( $line ) );
				return strlen( $line );
			}
		);

		$response = Http::send_all( [ $handle ] )[0];

		self::assertSame( [ 200, 'OK' ], [ $response->status, $response->body ] );
		self::assertContains( 'content-type: text/plain; charset=utf-8', $headers );
		self::assertSame( [], preg_grep( '/^(set-cookie|cache-control|expires|pragma):/', $headers ) );
	}

	public function test_a_notification_that_could_not_be_handled_is_sent_again(): void {
		$order = $this->orders->create();
		$id    = Json::text( $this->create_link( $order ), 'order_id' );
		$this->emulator->fault( 'status_503_html', 'GET', '*', 0 );
		$this->emulator->simulate( $id, 'pay' );
		self::assertSame( [ 'pending', 'active', null ], $this->outcome( $order ) );

		$this->emulator->control( 'DELETE', 'faults' );
		$this->emulator->advance( 16 * 60 );

		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $order ) );
		self::assertSame( 1, $this->count_notes( $order, 'has been paid' ) );
	}

	public function test_a_notification_with_an_invalid_signature_is_refused(): void {
		$order = $this->orders->create();
		$id    = Json::text( $this->create_link( $order ), 'order_id' );
		$this->emulator->settings( [ 'notification_fault' => 'bad_signature' ] );
		$this->emulator->simulate( $id, 'pay' );
		self::assertSame( [ 'pending', 'active', null ], $this->outcome( $order ) );

		$log = $this->emulator->control( 'GET', 'notifications' );
		self::assertSame(
			[ 403 ],
			array_unique( array_map(
				static fn ( mixed $record ): int => is_array( $record )
					? Json::number( $record, 'attempts', 0, 'status' )
					: 0,
				$log
			) )
		);
	}
}
