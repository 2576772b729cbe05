<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\WooCommerce;

use MultiSafepay\PaymentLinks\Batches\BatchesModule;
use MultiSafepay\PaymentLinks\Batches\Domain\Batch;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;

/**
 * Schedules the processing of batches in the background. Keeps one run per batch scheduled: the next one, or one that
 * continues if the current run is interrupted.
 */
final class BatchScheduler {

	public function __construct( private readonly Scheduler $scheduler ) {}

	/**
	 * Schedules the next run of a batch. Replaces a run that is already scheduled.
	 */
	public function schedule( Batch $batch, int $seconds ): void {
		$this->scheduler->unschedule( BatchesModule::RUN_BATCH, [ $batch->id ] );
		$this->scheduler->schedule( BatchesModule::RUN_BATCH, [ $batch->id ], $seconds );
	}

	public function schedule_if_missing( Batch $batch ): void {
		if ( ! $this->scheduler->is_scheduled( BatchesModule::RUN_BATCH, [ $batch->id ] ) ) {
			$this->schedule( $batch, 0 );
		}
	}
}
