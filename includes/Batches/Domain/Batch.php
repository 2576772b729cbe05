<?php
/**
 * Many orders at once.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Batch;

use DateTimeImmutable;

/**
 * A row of the table of batches, as it was read.
 */
final class Batch {

	/**
	 * At most so many orders or links.
	 */
	public const MAX_ITEMS = 10_000;

	/**
	 * Takes the row.
	 *
	 * @param int                    $id              Our id.
	 * @param string                 $idempotency_key Made by the browser: a key starts one batch.
	 * @param BatchAction            $action          What it does.
	 * @param BatchOptions           $options         How.
	 * @param BatchStatus            $status          How it stands.
	 * @param ItemReason             $reason          Why it was stopped.
	 * @param int                    $created_by      WordPress user, 0 for the shop itself.
	 * @param DateTimeImmutable      $created_at      UTC.
	 * @param DateTimeImmutable|null $finished_at     UTC.
	 * @param DateTimeImmutable|null $paused_until    UTC: MultiSafepay wants to be left alone until then.
	 * @param int                    $strikes         How often in a row it had to pause.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $idempotency_key,
		public readonly BatchAction $action,
		public readonly BatchOptions $options,
		public readonly BatchStatus $status,
		public readonly ItemReason $reason,
		public readonly int $created_by,
		public readonly DateTimeImmutable $created_at,
		public readonly ?DateTimeImmutable $finished_at = null,
		public readonly ?DateTimeImmutable $paused_until = null,
		public readonly int $strikes = 0,
	) {}
}
