<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use ActionScheduler_QueueRunner;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;

/**
 * Steps for integration tests that inspect and run actions of Action Scheduler.
 */
trait JobSteps {

	/**
	 * Returns the IDs of pending actions.
	 *
	 * @return list<int>
	 */
	protected function pending_actions( string $hook ): array {
		$ids = as_get_scheduled_actions(
			[
				'hook'     => $hook,
				'group'    => Scheduler::GROUP,
				'status'   => 'pending',
				'per_page' => 50,
			],
			'ids'
		);
		return array_values( array_map( static fn ( mixed $id ): int => is_numeric( $id ) ? (int) $id : 0, $ids ) );
	}

	/**
	 * Runs the actions that are pending now, regardless of their due time. Actions that they schedule stay pending.
	 *
	 * @return int Number of actions that ran.
	 */
	protected function run_pending_actions( string $hook ): int {
		$ids = $this->pending_actions( $hook );
		foreach ( $ids as $id ) {
			ActionScheduler_QueueRunner::instance()->process_action( $id, 'test' );
		}
		return count( $ids );
	}

	/**
	 * Returns the texts of an order's notes, oldest first.
	 *
	 * @return list<string>
	 */
	protected function notes( int $order ): array {
		$notes = [];
		foreach ( wc_get_order_notes( [ 'order_id' => $order, 'order' => 'ASC' ] ) as $note ) {
			$content = get_object_vars( $note )['content'] ?? '';
			$notes[] = is_string( $content ) ? $content : '';
		}
		return $notes;
	}
}
