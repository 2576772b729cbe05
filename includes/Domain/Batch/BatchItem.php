<?php
/**
 * One of a batch.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Batch;

use DateTimeImmutable;

/**
 * A row of the table of items, as it was read.
 */
final class BatchItem {

	/**
	 * Takes the row.
	 *
	 * @param int                    $id            Our id.
	 * @param int                    $batch_id      Its batch.
	 * @param int                    $wc_order_id   WooCommerce's id.
	 * @param int                    $target_id     The link that is meant; 0 for whatever the order has.
	 * @param int                    $link_id       The link that it was done to, or that was made; 0 before.
	 * @param ItemStatus             $status        How it stands.
	 * @param ItemReason             $reason        Why.
	 * @param int|null               $error_code    The provider's, where it refused.
	 * @param bool                   $mail_begun    Whether its e-mail was begun; it is never begun twice by itself.
	 * @param int                    $tries         How often it was begun.
	 * @param DateTimeImmutable|null $claimed_until UTC; a worker has it until then.
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
		public readonly bool $mail_begun,
		public readonly int $tries,
		public readonly ?DateTimeImmutable $claimed_until = null,
	) {}

	/**
	 * Returns the idempotency key of its link: the same for every worker and every try.
	 */
	public function idempotency_key( Batch $batch ): string {
		return sprintf( 'batch-%d-%d-%s', $this->batch_id, $this->id, substr( hash( 'sha256', $batch->idempotency_key ), 0, 16 ) );
	}
}
