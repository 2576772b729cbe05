<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use MultiSafepay\PaymentLinks\Batches\BatchesModule;
use WC_Order;

/**
 * Steps for integration tests of batches.
 */
trait BatchSteps {

	use LinkSteps;
	use JobSteps;

	/**
	 * @return list<WC_Order>
	 */
	protected function create_orders( int $count ): array {
		$orders = [];
		for ( $i = 0; $i < $count; $i++ ) {
			$orders[] = $this->orders->create();
		}
		return $orders;
	}

	/**
	 * Starts a batch, asserts status 201 and returns its ID.
	 *
	 * @param list<WC_Order>       $orders
	 * @param array<string, mixed> $options Further fields of the body.
	 */
	protected function start_batch( string $action, array $orders, array $options = [] ): int {
		$response = $this->rest(
			'POST',
			'/batches',
			[
				'action' => $action,
				'wc_order_ids' => $this->ids( $orders ),
				'idempotency_key' => $this->new_key(),
			] + $options
		);
		self::assertSame( 201, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
		return Json::number( $this->json( $response ), 'id' );
	}

	/**
	 * Runs pending workers, and those that they schedule, until the batch ends or pauses.
	 *
	 * @return array<mixed> The batch resource.
	 */
	protected function run_batch( int $batch ): array {
		for ( $runs = 0; $runs < 20; $runs++ ) {
			$this->run_pending_actions( BatchesModule::RUN_BATCH );
			$resource = $this->batch( $batch );
			if ( $resource['status'] !== 'running' || $resource['paused_until'] !== null ) {
				return $resource;
			}
		}
		self::fail( 'The batch does not finish: ' . (string) wp_json_encode( $this->batch( $batch ) ) );
	}

	/**
	 * @return array<mixed>
	 */
	protected function batch( int $batch ): array {
		return $this->json( $this->rest( 'GET', "/batches/$batch" ) );
	}

	/**
	 * Sets the maximum number of concurrent requests of a batch to MultiSafepay.
	 */
	protected function set_concurrency( int $concurrency ): void {
		$settings = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $settings );
		update_option(
			'multisafepay_payment_links_settings',
			[ 'bulk_concurrency' => $concurrency ] + $settings,
			false
		);
	}

	/**
	 * Ends the pause of a batch.
	 */
	protected function end_pause( int $batch ): void {
		Db::query(
			'UPDATE '
				. Db::wpdb()->prefix
				. "multisafepay_payment_link_batches SET paused_until = NULL WHERE id = $batch"
		);
	}

	/**
	 * Returns the reasons of the issues of a batch.
	 *
	 * @param array<mixed> $batch The batch resource.
	 *
	 * @return array<int, string> Reasons by WooCommerce order ID.
	 */
	protected function issues( array $batch ): array {
		$reasons = [];
		foreach ( Json::object( $batch, 'issues' ) as $issue ) {
			self::assertIsArray( $issue );
			self::assertNotSame( '', $issue['message'], 'Every issue has a message.' );
			$reasons[ Json::number( $issue, 'wc_order_id' ) ] = Json::text( $issue, 'reason' );
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
