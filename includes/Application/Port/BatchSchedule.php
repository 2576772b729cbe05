<?php
/**
 * Workers of batches.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\Batch\Batch;

/**
 * Has batches worked on outside the request.
 */
interface BatchSchedule {

	/**
	 * Has a batch worked on.
	 *
	 * @param Batch $batch   The batch.
	 * @param int   $seconds From now.
	 */
	public function work( Batch $batch, int $seconds ): void;

	/**
	 * Has a batch worked on unless that is planned already.
	 */
	public function keep( Batch $batch ): void;
}
