<?php
/**
 * Races of duplicates.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\OrderGoods;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * Real parallel requests: pressing twice, two tabs, a proxy that sends again.
 */
#[CoversNothing]
#[Group( 'storage' )]
#[Group( 'needs-real-woocommerce' )]
final class DuplicateRacesTest extends HttpTestCase {

	use LinkSteps;
	use OrderGoods;

	public function test_one_key_copies_an_order_once_however_often_it_is_sent_at_once(): void {
		$order   = $this->orders->make();
		$before  = $this->order_ids();
		$key     = $this->fresh_key();
		$answers = $this->parallel_posts( "/orders/{$order->get_id()}/duplicate", array_fill( 0, 6, [ 'idempotency_key' => $key ] ) );

		$ids = array_unique( array_map( static fn ( $answer ): int => Json::number( $answer->json(), 'id' ), $answers ) );
		$new = array_diff( $this->order_ids(), $before );
		self::assertCount( 1, $ids, 'One link.' );
		self::assertCount( 1, $new, 'One copy.' );
		$statuses = array_map( static fn ( $answer ): int => $answer->status, $answers );
		self::assertSame( [ 200 => 5, 201 => 1 ], $this->counted( $statuses ) );
		self::assertCount( 1, $this->payable() );
		$this->delete( $new );
	}

	public function test_one_key_duplicates_a_link_once_and_retires_the_original_once(): void {
		// Else MultiSafepay may tell of the cancelling before the request that asked for it has written it down.
		$this->emulator->settings( [ 'notifications' => false ] );
		$order    = $this->orders->make();
		$original = $this->http( 'POST', "/orders/{$order->get_id()}/links", [ 'idempotency_key' => $this->fresh_key() ] )->json();
		$body     = [ 'idempotency_key' => $this->fresh_key(), 'retire_original' => true ];
		$answers  = $this->parallel_posts( '/links/' . Json::number( $original, 'id' ) . '/duplicate', array_fill( 0, 6, $body ) );

		self::assertCount( 1, array_unique( array_map( static fn ( $answer ): int => Json::number( $answer->json(), 'id' ), $answers ) ) );
		self::assertSame( [ "PL-{$order->get_id()}-2" ], $this->payable() );
		self::assertSame( 1, count( array_filter( $this->history( Json::number( $original, 'id' ) ), static fn ( string $event ): bool => str_contains( $event, 'replaced' ) ) ) );
	}

	/**
	 * @param array<int> $ids Orders.
	 */
	private function delete( array $ids ): void {
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
	private function counted( array $values ): array {
		$counts = array_count_values( $values );
		ksort( $counts );

		return $counts;
	}
}
