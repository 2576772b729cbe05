<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Domain;

use DateTimeImmutable;

final class BatchItem {

	/**
	 * @param int $target_id The link to process; 0 for no specific link.
	 * @param int $link_id The link that was processed or created; 0 before.
	 * @param bool $email_started Whether the email was started; it is not sent again automatically.
	 * @param DateTimeImmutable|null $claimed_until UTC; until then no other worker may claim the item.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $batch_id,
		public readonly int $wc_order_id,
		public readonly int $target_id,
		public readonly int $link_id,
		public readonly ItemStatus $status,
		public readonly ItemReason $reason,
		public readonly ?int $error_code,
		public readonly bool $email_started,
		public readonly int $attempts,
		public readonly ?DateTimeImmutable $claimed_until = null,
	) {}

	/**
	 * Returns the idempotency key of the item's link; it is the same for every worker and attempt.
	 */
	public function idempotency_key( Batch $batch ): string {
		return sprintf(
			'batch-%d-%d-%s',
			$this->batch_id,
			$this->id,
			substr( hash( 'sha256', $batch->idempotency_key ), 0, 16 )
		);
	}
}
