<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\HttpResponse;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;

#[CoversNothing]
final class RacesTest extends HttpTestCase {

	use LinkSteps;

	public function test_fifty_simultaneous_requests_with_one_key_create_one_link(): void {
		$order     = $this->orders->create();
		$body      = [ 'idempotency_key' => $this->new_key() ];
		$responses = $this->race( 'one key', "/orders/{$order->get_id()}/links", array_fill( 0, 50, $body ) );

		self::assertSame( [ 200 => 49, 201 => 1 ], $this->statuses( $responses ) );
		self::assertCount( 1, array_unique( $this->ids( $responses ) ) );
		self::assertCount( 1, $this->emulator->orders() );
		self::assertCount( 1, $this->emulator->requests( 'POST', '/orders' ) );
		self::assertSame( [ '1 active created' ], $this->link_statuses( $order ) );
		self::assertCount(
			1,
			array_filter(
				wc_get_order_notes( [ 'order_id' => $order->get_id() ] ),
				static fn ( object $note ): bool => str_contains( (string) wp_json_encode( $note ), 'Payment link' )
			)
		);
	}

	public function test_fifty_simultaneous_requests_with_different_keys_create_fifty_order_ids(): void {
		$order     = $this->orders->create();
		$bodies    = array_map( fn (): array => [ 'idempotency_key' => $this->new_key() ], range( 1, 50 ) );
		$responses = $this->race( 'fifty keys', "/orders/{$order->get_id()}/links", $bodies );

		self::assertSame( [ 201 => 50 ], $this->statuses( $responses ) );
		$ids = array_map(
			static fn ( HttpResponse $response ): string => Json::text( $response->json(), 'order_id' ),
			$responses
		);
		natsort( $ids );
		self::assertSame(
			array_map( static fn ( int $n ): string => "PL-{$order->get_id()}-$n", range( 1, 50 ) ),
			array_values( $ids )
		);
		self::assertCount( 50, $this->emulator->orders() );
		self::assertCount( 50, $this->payable() );
	}

	public function test_twenty_simultaneous_requests_with_one_key_and_a_lost_response_create_one_link(): void {
		$order = $this->orders->create();
		$body  = [ 'idempotency_key' => $this->new_key() ];
		$this->emulator->fault( 'reset_after' );
		$responses = $this->race(
			'one key, first response lost',
			"/orders/{$order->get_id()}/links",
			array_fill( 0, 20, $body )
		);

		self::assertSame( [ 200 => 19, 201 => 1 ], $this->statuses( $responses ) );
		self::assertCount( 1, array_unique( $this->ids( $responses ) ) );
		self::assertCount( 1, $this->payable() );
		self::assertCount( 2, $this->emulator->orders() );
		self::assertSame( [ '1 failed no_answer_cancelled', '2 active created' ], $this->link_statuses( $order ) );
	}

	public function test_twelve_simultaneous_requests_with_one_key_all_get_the_refusal(): void {
		$order = $this->orders->create();
		$body  = [ 'idempotency_key' => $this->new_key() ];
		$this->emulator->control(
			'POST',
			'sites',
			[ 'api_key' => Support\Env::get( 'EMULATOR_KEY' ), 'blocked' => true ]
		);
		$responses = $this->race( 'one key, refused', "/orders/{$order->get_id()}/links", array_fill( 0, 12, $body ) );

		self::assertSame( [ 422 => 12 ], $this->statuses( $responses ) );
		self::assertSame( [], $this->payable() );
		self::assertSame(
			[ 'failed' ],
			array_values( array_unique( array_column( $this->rows( $order ), 'status' ) ) )
		);
	}

	public function test_an_entered_order_id_is_used_once_in_simultaneous_requests(): void {
		$order     = $this->orders->create();
		$bodies    = array_map(
			fn (): array => [ 'idempotency_key' => $this->new_key(), 'order_id' => 'typed-race' ],
			range( 1, 12 )
		);
		$responses = $this->race( 'one entered order ID', "/orders/{$order->get_id()}/links", $bodies );

		self::assertSame( [ 201 => 1, 409 => 11 ], $this->statuses( $responses ) );
		self::assertCount( 1, $this->emulator->orders() );
	}

	public function test_twelve_simultaneous_refreshes_record_a_payment_once(): void {
		$order = $this->orders->create();
		$link  = $this->http(
			'POST',
			"/orders/{$order->get_id()}/links",
			[ 'idempotency_key' => $this->new_key() ]
		)->json();
		$id    = Json::number( $link, 'id' );
		$this->emulator->simulate( Json::text( $link, 'order_id' ), 'pay' );
		$responses = $this->race( 'refreshes', "/links/$id/refresh", array_fill( 0, 12, [] ) );

		self::assertSame( [ 200 => 12 ], $this->statuses( $responses ) );
		self::assertSame(
			[ 'completed' ],
			array_values( array_unique( array_map(
				static fn ( HttpResponse $response ): string => Json::text( $response->json(), 'status' ),
				$responses
			) ) )
		);
		self::assertCount( 3, $this->history( $id ) );
	}

	public function test_simultaneous_migrations_succeed(): void {
		$order  = $this->orders->create();
		$prefix = Db::wpdb()->prefix;
		Db::query( "DROP TABLE {$prefix}multisafepay_payment_links, {$prefix}multisafepay_payment_link_events" );
		delete_option( Plugin::TABLES_OPTION );
		wp_cache_flush();
		$bodies    = array_map( fn (): array => [ 'idempotency_key' => $this->new_key() ], range( 1, 8 ) );
		$responses = $this->race( 'migration', "/orders/{$order->get_id()}/links", $bodies );

		self::assertSame( [ 201 => 8 ], $this->statuses( $responses ) );
		wp_cache_flush();
		self::assertIsNumeric( get_option( Plugin::TABLES_OPTION ) );
		self::assertCount( 8, $this->rows( $order ) );
	}

	/**
	 * Sends all requests at the same time and prints the duration.
	 *
	 * @param list<array<mixed>> $bodies JSON bodies.
	 *
	 * @return list<HttpResponse>
	 */
	private function race( string $name, string $route, array $bodies ): array {
		$started = hrtime( true );
		$responses = $this->parallel_posts( $route, $bodies );
		fprintf(
			STDERR,
			"race: %s, %d requests in %.2f s\n",
			$name,
			count( $bodies ),
			( hrtime( true ) - $started ) / 1e9
		);
		return $responses;
	}

	/**
	 * @param list<HttpResponse> $responses
	 *
	 * @return array<int, int> Number of responses by status.
	 */
	private function statuses( array $responses ): array {
		$counts = array_count_values(
			array_map( static fn ( HttpResponse $response ): int => $response->status, $responses )
		);
		ksort( $counts );
		return $counts;
	}

	/**
	 * @param list<HttpResponse> $responses
	 *
	 * @return list<int> Link IDs.
	 */
	private function ids( array $responses ): array {
		return array_map(
			static fn ( HttpResponse $response ): int => Json::number( $response->json(), 'id' ),
			$responses
		);
	}
}
