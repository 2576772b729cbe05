<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\OrderGoods;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * Tests simultaneous requests, as from a double click, two tabs or a proxy that repeats a request.
 */
#[CoversNothing]
#[Group( 'storage' )]
#[Group( 'needs-real-woocommerce' )]
final class DuplicateRacesTest extends HttpTestCase {

	use LinkSteps;
	use OrderGoods;

	public function test_simultaneous_requests_with_one_key_copy_an_order_once(): void {
		$order     = $this->orders->create();
		$before    = $this->order_ids();
		$key       = $this->new_key();
		$responses = $this->parallel_posts(
			"/orders/{$order->get_id()}/duplicate",
			array_fill( 0, 6, [ 'idempotency_key' => $key ] )
		);

		$ids = array_unique( array_map(
			static fn ( $response ): int => Json::number( $response->json(), 'id' ),
			$responses
		) );
		$new = array_diff( $this->order_ids(), $before );
		self::assertCount( 1, $ids, 'One link.' );
		self::assertCount( 1, $new, 'One copy.' );
		$statuses = array_map( static fn ( $response ): int => $response->status, $responses );
		self::assertSame( [ 200 => 5, 201 => 1 ], $this->count_by_value( $statuses ) );
		self::assertCount( 1, $this->payable() );
		$this->delete_orders( $new );
	}

	public function test_simultaneous_requests_with_one_key_duplicate_a_link_and_cancel_the_original_once(): void {
		// Without this, a notification about the cancellation may arrive before the request has stored it.
		$this->emulator->settings( [ 'notifications' => false ] );
		$order     = $this->orders->create();
		$original  = $this->http(
			'POST',
			"/orders/{$order->get_id()}/links",
			[ 'idempotency_key' => $this->new_key() ]
		)->json();
		$body      = [ 'idempotency_key' => $this->new_key(), 'cancel_original' => true ];
		$responses = $this->parallel_posts(
			'/links/' . Json::number( $original, 'id' ) . '/duplicate',
			array_fill( 0, 6, $body )
		);

		self::assertCount(
			1,
			array_unique(
				array_map( static fn ( $response ): int => Json::number( $response->json(), 'id' ), $responses )
			)
		);
		self::assertSame( [ "PL-{$order->get_id()}-2" ], $this->payable() );
		$replaced = array_filter(
			$this->history( Json::number( $original, 'id' ) ),
			static fn ( string $event ): bool => str_contains( $event, 'replaced' )
		);
		self::assertCount( 1, $replaced );
	}

	/**
	 * @param array<int> $ids WooCommerce order IDs.
	 */
	private function delete_orders( array $ids ): void {
		foreach ( $ids as $id ) {
			$order = wc_get_order( $id );
			if ( $order instanceof WC_Order ) {
				$order->delete( true );
			}
		}
	}

	/**
	 * @param list<int> $values
	 *
	 * @return array<int, int>
	 */
	private function count_by_value( array $values ): array {
		$counts = array_count_values( $values );
		ksort( $counts );

		return $counts;
	}
}
