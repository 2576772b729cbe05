<?php
/**
 * Many requests at the same moment.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\HttpAnswer;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;

#[CoversNothing]
final class RacesTest extends HttpTestCase {

	use LinkSteps;

	public function test_fifty_posts_with_one_key_make_one_link(): void {
		$order   = $this->orders->make();
		$body    = [ 'idempotency_key' => $this->fresh_key() ];
		$answers = $this->race( 'one key', "/orders/{$order->get_id()}/links", array_fill( 0, 50, $body ) );

		self::assertSame( [ 200 => 49, 201 => 1 ], $this->statuses( $answers ) );
		self::assertCount( 1, array_unique( $this->ids( $answers ) ) );
		self::assertCount( 1, $this->emulator->orders() );
		self::assertCount( 1, $this->emulator->requests( 'POST', '/orders' ) );
		self::assertSame( [ '1 active created' ], $this->states( $order ) );
		self::assertCount( 1, array_filter( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), static fn ( object $note ): bool => str_contains( (string) wp_json_encode( $note ), 'Payment link' ) ) );
	}

	public function test_fifty_posts_with_different_keys_make_fifty_order_ids(): void {
		$order   = $this->orders->make();
		$bodies  = array_map( fn (): array => [ 'idempotency_key' => $this->fresh_key() ], range( 1, 50 ) );
		$answers = $this->race( 'fifty keys', "/orders/{$order->get_id()}/links", $bodies );

		self::assertSame( [ 201 => 50 ], $this->statuses( $answers ) );
		$ids = array_map( static fn ( HttpAnswer $answer ): string => Json::text( $answer->json(), 'order_id' ), $answers );
		natsort( $ids );
		self::assertSame( array_map( static fn ( int $n ): string => "PL-{$order->get_id()}-$n", range( 1, 50 ) ), array_values( $ids ) );
		self::assertCount( 50, $this->emulator->orders() );
		self::assertCount( 50, $this->payable() );
	}

	public function test_twenty_posts_with_one_key_survive_a_lost_answer(): void {
		$order = $this->orders->make();
		$body  = [ 'idempotency_key' => $this->fresh_key() ];
		$this->emulator->fault( 'reset_after' );
		$answers = $this->race( 'one key, first answer lost', "/orders/{$order->get_id()}/links", array_fill( 0, 20, $body ) );

		self::assertSame( [ 200 => 19, 201 => 1 ], $this->statuses( $answers ) );
		self::assertCount( 1, array_unique( $this->ids( $answers ) ) );
		self::assertCount( 1, $this->payable() );
		self::assertCount( 2, $this->emulator->orders() );
		self::assertSame( [ '1 failed no_answer_retired', '2 active created' ], $this->states( $order ) );
	}

	public function test_twelve_posts_with_one_key_and_a_refusal_all_hear_of_it(): void {
		$order = $this->orders->make();
		$body  = [ 'idempotency_key' => $this->fresh_key() ];
		$this->emulator->control( 'POST', 'sites', [ 'api_key' => Support\Env::get( 'EMULATOR_KEY' ), 'blocked' => true ] );
		$answers = $this->race( 'one key, refused', "/orders/{$order->get_id()}/links", array_fill( 0, 12, $body ) );

		self::assertSame( [ 422 => 12 ], $this->statuses( $answers ) );
		self::assertSame( [], $this->payable() );
		self::assertSame( [ 'failed' ], array_values( array_unique( array_column( $this->rows( $order ), 'status' ) ) ) );
	}

	public function test_one_typed_order_id_is_given_once(): void {
		$order   = $this->orders->make();
		$bodies  = array_map( fn (): array => [ 'idempotency_key' => $this->fresh_key(), 'order_id' => 'typed-race' ], range( 1, 12 ) );
		$answers = $this->race( 'one typed order ID', "/orders/{$order->get_id()}/links", $bodies );

		self::assertSame( [ 201 => 1, 409 => 11 ], $this->statuses( $answers ) );
		self::assertCount( 1, $this->emulator->orders() );
	}

	public function test_twelve_refreshes_write_a_payment_once(): void {
		$order = $this->orders->make();
		$link  = $this->http( 'POST', "/orders/{$order->get_id()}/links", [ 'idempotency_key' => $this->fresh_key() ] )->json();
		$id    = Json::number( $link, 'id' );
		$this->emulator->act( Json::text( $link, 'order_id' ), 'pay' );
		$answers = $this->race( 'refreshes', "/links/$id/refresh", array_fill( 0, 12, [] ) );

		self::assertSame( [ 200 => 12 ], $this->statuses( $answers ) );
		self::assertSame( [ 'completed' ], array_values( array_unique( array_map( static fn ( HttpAnswer $answer ): string => Json::text( $answer->json(), 'status' ), $answers ) ) ) );
		self::assertCount( 3, $this->history( $id ) );
	}

	public function test_many_processes_may_migrate_at_once(): void {
		$order  = $this->orders->make();
		$prefix = Db::wpdb()->prefix;
		Db::query( "DROP TABLE {$prefix}multisafepay_payment_links, {$prefix}multisafepay_payment_link_events" );
		delete_option( Schema::VERSION_OPTION );
		wp_cache_flush();
		$bodies  = array_map( fn (): array => [ 'idempotency_key' => $this->fresh_key() ], range( 1, 8 ) );
		$answers = $this->race( 'migration', "/orders/{$order->get_id()}/links", $bodies );

		self::assertSame( [ 201 => 8 ], $this->statuses( $answers ) );
		wp_cache_flush();
		self::assertEquals( Schema::VERSION, get_option( Schema::VERSION_OPTION ) );
		self::assertCount( 8, $this->rows( $order ) );
	}

	/**
	 * Sends all at once, and says on the console how long it took.
	 *
	 * @param list<array<mixed>> $bodies JSON bodies.
	 *
	 * @return list<HttpAnswer>
	 */
	private function race( string $name, string $route, array $bodies ): array {
		$started = hrtime( true );
		$answers = $this->parallel_posts( $route, $bodies );
		fprintf( STDERR, "race: %s, %d requests in %.2f s\n", $name, count( $bodies ), ( hrtime( true ) - $started ) / 1e9 );
		return $answers;
	}

	/**
	 * @param list<HttpAnswer> $answers Answers.
	 *
	 * @return array<int, int> How many of each status.
	 */
	private function statuses( array $answers ): array {
		$counts = array_count_values( array_map( static fn ( HttpAnswer $answer ): int => $answer->status, $answers ) );
		ksort( $counts );
		return $counts;
	}

	/**
	 * @param list<HttpAnswer> $answers Answers.
	 *
	 * @return list<int> Ids of links.
	 */
	private function ids( array $answers ): array {
		return array_map( static fn ( HttpAnswer $answer ): int => Json::number( $answer->json(), 'id' ), $answers );
	}
}
