<?php
/**
 * A copy of an order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use DateTimeImmutable;

/**
 * What an idempotency key stands for: an order, and its copy once there is one.
 */
final class OrderCopy {

	/**
	 * A copy takes a second or two; a request that began so many seconds ago has died.
	 */
	private const ABANDONED_SECONDS = 60;

	/**
	 * Takes the row.
	 *
	 * @param int               $wc_order_id The original.
	 * @param int|null          $copy_id     Null while it is being made.
	 * @param DateTimeImmutable $begun_at    UTC.
	 */
	public function __construct(
		public readonly int $wc_order_id,
		public readonly ?int $copy_id,
		public readonly DateTimeImmutable $begun_at,
	) {}

	/**
	 * Tells whether the request that was making it must have died.
	 */
	public function is_abandoned_at( DateTimeImmutable $now ): bool {
		return null === $this->copy_id && $now->getTimestamp() - $this->begun_at->getTimestamp() > self::ABANDONED_SECONDS;
	}
}
