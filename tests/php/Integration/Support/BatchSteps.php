<?php
/**
 * Steps of tests of batches.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
use WC_Order;

/**
 * For test cases that make orders and send requests.
 */
trait BatchSteps {

	use LinkSteps;
	use JobSteps;

	/**
	 * @return list<WC_Order>
	 */
	protected function some_orders( int $count ): array {
		$orders = [];
		for ( $made = 0; $made < $count; $made++ ) {
			$orders[] = $this->orders->make();
		}
		return $orders;
	}

	/**
	 * Starts a batch that must begin; answers its id.
	 *
	 * @param list<WC_Order>       $orders  Orders.
	 * @param array<string, mixed> $options More of the body.
	 */
	protected function started( string $action, array $orders, array $options = [] ): int {
		$answer = $this->rest( 'POST', '/batches', [ 'action' => $action, 'wc_order_ids' => $this->ids( $orders ), 'idempotency_key' => $this->fresh_key() ] + $options );
		self::assertSame( 201, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		return Json::number( $this->json( $answer ), 'id' );
	}

	/**
	 * Runs the workers that wait, and what they schedule, until the batch does not run any more or has to pause.
	 *
	 * @return array<mixed> The batch.
	 */
	protected function worked( int $batch ): array {
		for ( $runs = 0; $runs < 20; $runs++ ) {
			$this->run_waiting( ActionHooks::BATCH );
			$shown = $this->batch( $batch );
			if ( $shown['status'] !== 'running' || $shown['paused_until'] !== null ) {
				return $shown;
			}
		}
		self::fail( 'The batch does not end: ' . (string) wp_json_encode( $this->batch( $batch ) ) );
	}

	/**
	 * @return array<mixed>
	 */
	protected function batch( int $batch ): array {
		return $this->json( $this->rest( 'GET', "/batches/$batch" ) );
	}

	/**
	 * Sets how many calls of MultiSafepay a batch makes at once.
	 */
	protected function do_at_once( int $calls ): void {
		$settings = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $settings );
		update_option( 'multisafepay_payment_links_settings', [ 'bulk_concurrency' => $calls ] + $settings, false );
	}

	/**
	 * Lets a pause be over.
	 */
	protected function end_pause( int $batch ): void {
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . "multisafepay_payment_link_batches SET paused_until = NULL WHERE id = $batch" );
	}

	/**
	 * Reasons of what did not go as wished.
	 *
	 * @param array<mixed> $batch The resource.
	 *
	 * @return array<int, string> By order.
	 */
	protected function troubles( array $batch ): array {
		$reasons = [];
		foreach ( Json::object( $batch, 'troubles' ) as $trouble ) {
			self::assertIsArray( $trouble );
			self::assertNotSame( '', $trouble['message'], 'Every trouble has words.' );
			$reasons[ Json::number( $trouble, 'wc_order_id' ) ] = Json::text( $trouble, 'reason' );
		}
		return $reasons;
	}

	/**
	 * @param list<WC_Order> $orders
	 *
	 * @return list<int>
	 */
	protected function ids( array $orders ): array {
		return array_map( static fn ( WC_Order $order ): int => $order->get_id(), $orders );
	}
}
