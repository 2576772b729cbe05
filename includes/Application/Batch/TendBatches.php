<?php
/**
 * Looking after batches.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Batch;

use DateInterval;
use MultiSafepay\PaymentLinks\Application\Port\BatchSchedule;
use MultiSafepay\PaymentLinks\Application\Port\BatchStore;
use MultiSafepay\PaymentLinks\Application\Port\Clock;

/**
 * Wakes batches that nobody works on, and forgets those that nobody asks about any more.
 */
final class TendBatches {

	/**
	 * After so long nobody looks for what failed; links and their histories stay.
	 */
	private const KEPT = 'P30D';

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly BatchStore $batches,
		private readonly BatchSchedule $schedule,
		private readonly Clock $clock,
	) {}

	/**
	 * Has batches go on that run and that nobody works on: a plugin that was switched off and on again has lost its plans.
	 */
	public function wake(): void {
		foreach ( $this->batches->running() as $batch ) {
			$this->schedule->keep( $batch );
		}
	}

	/**
	 * Deletes batches that ended long ago.
	 */
	public function forget(): void {
		$this->batches->forget( $this->clock->now()->sub( new DateInterval( self::KEPT ) ) );
	}
}
