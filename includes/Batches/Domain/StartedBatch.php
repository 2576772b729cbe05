<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Domain;

final class StartedBatch {

	/**
	 * @param bool $is_new False if an earlier request with the same idempotency key stored the batch.
	 */
	public function __construct(
		public readonly Batch $batch,
		public readonly bool $is_new,
	) {}
}
