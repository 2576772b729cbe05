<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Application;

use MultiSafepay\PaymentLinks\Batches\Domain\Batch;

/**
 * Schedules the processing of batches in the background.
 */
interface BatchScheduler {

	/**
	 * Schedules the next run of a batch. Replaces a run that is already scheduled.
	 */
	public function schedule( Batch $batch, int $seconds ): void;

	public function schedule_if_missing( Batch $batch ): void;
}
