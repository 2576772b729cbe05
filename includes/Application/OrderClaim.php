<?php
/**
 * What an idempotency key stands for.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use DateTimeImmutable;

/**
 * An idempotency key that makes an order: what it is made from, and the order once there is one.
 */
final class OrderClaim {

	/**
	 * The original of an order that is copied from none: a phone order.
	 */
	public const NO_ORIGINAL = 0;

	/**
	 * An order takes a second or two; a request that began so many seconds ago has died.
	 */
	private const ABANDONED_SECONDS = 60;

	/**
	 * Takes the row.
	 *
	 * @param int               $original_id WooCommerce's id of the order that is copied, or NO_ORIGINAL.
	 * @param int|null          $made_id     WooCommerce's id of the order that was made; null while it is being made.
	 * @param DateTimeImmutable $begun_at    UTC.
	 */
	public function __construct(
		public readonly int $original_id,
		public readonly ?int $made_id,
		public readonly DateTimeImmutable $begun_at,
	) {}

	/**
	 * Tells whether the request that was making it must have died.
	 */
	public function is_abandoned_at( DateTimeImmutable $now ): bool {
		return null === $this->made_id && $now->getTimestamp() - $this->begun_at->getTimestamp() > self::ABANDONED_SECONDS;
	}
}
