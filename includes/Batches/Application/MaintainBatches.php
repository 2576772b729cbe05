<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Application;

use DateInterval;
use MultiSafepay\PaymentLinks\Batches\Storage\BatchTable;
use MultiSafepay\PaymentLinks\Batches\WooCommerce\BatchScheduler;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;

/**
 * Resumes stalled batches and deletes old ones.
 */
final class MaintainBatches {

	/**
	 * Retention period after the end of a batch. Links and their histories are not deleted.
	 */
	private const RETENTION = 'P30D';

	public function __construct(
		private readonly BatchTable $batches,
		private readonly BatchScheduler $scheduler,
		private readonly Clock $clock,
	) {}

	/**
	 * Schedules running batches without a scheduled run, e.g. after the plugin was deactivated and activated again.
	 */
	public function resume_stalled(): void {
		foreach ( $this->batches->running() as $batch ) {
			$this->scheduler->schedule_if_missing( $batch );
		}
	}

	public function prune(): void {
		$this->batches->prune( $this->clock->now()->sub( new DateInterval( self::RETENTION ) ) );
	}
}
