<?php
/**
 * What tests do with scheduled work.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use ActionScheduler_QueueRunner;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;

/**
 * For integration test cases: what waits in Action Scheduler, and running it as its queue does.
 */
trait JobSteps {

	/**
	 * Ids of waiting actions.
	 *
	 * @return list<int>
	 */
	protected function waiting( string $hook ): array {
		$found = as_get_scheduled_actions(
			[
				'hook'     => $hook,
				'group'    => ActionHooks::GROUP,
				'status'   => 'pending',
				'per_page' => 50,
			],
			'ids'
		);
		return array_values( array_map( static fn ( mixed $id ): int => is_numeric( $id ) ? (int) $id : 0, $found ) );
	}

	/**
	 * Runs what waits now, whenever it would be due; what that schedules waits on.
	 *
	 * @return int How many ran.
	 */
	protected function run_waiting( string $hook ): int {
		$ids = $this->waiting( $hook );
		foreach ( $ids as $id ) {
			ActionScheduler_QueueRunner::instance()->process_action( $id, 'test' );
		}
		return count( $ids );
	}

	/**
	 * Texts of an order's notes, oldest first.
	 *
	 * @return list<string>
	 */
	protected function notes( int $order ): array {
		$texts = [];
		foreach ( wc_get_order_notes( [ 'order_id' => $order, 'order' => 'ASC' ] ) as $note ) {
			$content = get_object_vars( $note )['content'] ?? '';
			$texts[] = is_string( $content ) ? $content : '';
		}
		return $texts;
	}
}
