<?php
/**
 * Workers of batches, by Action Scheduler.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use ActionScheduler_AsyncRequest_QueueRunner;
use ActionScheduler_Store;
use MultiSafepay\PaymentLinks\Application\Port\BatchSchedule;
use MultiSafepay\PaymentLinks\Domain\Batch\Batch;

/**
 * Keeps one run of each batch scheduled: the next one, or the one that goes on when this one dies.
 */
final class BatchActions implements BatchSchedule {

	/**
	 * How long a run begins new work: Action Scheduler wants its runs to end within 30 seconds.
	 */
	public const RUN_SECONDS = 20.0;

	/**
	 * {@inheritDoc}
	 */
	public function work( Batch $batch, int $seconds ): void {
		as_unschedule_all_actions( ActionHooks::BATCH, [ $batch->id ], ActionHooks::GROUP );
		as_schedule_single_action( time() + $seconds, ActionHooks::BATCH, [ $batch->id ], ActionHooks::GROUP );
	}

	/**
	 * {@inheritDoc}
	 */
	public function keep( Batch $batch ): void {
		if ( ! as_has_scheduled_action( ActionHooks::BATCH, [ $batch->id ], ActionHooks::GROUP ) ) {
			$this->work( $batch, 0 );
		}
	}

	/**
	 * Has Action Scheduler begin when this request is over: it would wait for its timer, up to a minute, otherwise.
	 */
	public static function begin_soon(): void {
		add_action(
			'shutdown',
			static function (): void {
				if ( class_exists( ActionScheduler_AsyncRequest_QueueRunner::class ) ) {
					( new ActionScheduler_AsyncRequest_QueueRunner( ActionScheduler_Store::instance() ) )->maybe_dispatch();
				}
			}
		);
	}
}
