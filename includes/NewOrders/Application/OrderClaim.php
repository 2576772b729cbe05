<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Application;

use DateTimeImmutable;

/**
 * An idempotency key that was used to create an order.
 */
final class OrderClaim {

	/**
	 * Value of `original_id` for a phone order.
	 */
	public const NO_ORIGINAL = 0;

	/**
	 * Creating an order takes about two seconds; a request older than this is assumed to have been interrupted.
	 */
	private const ABANDONED_SECONDS = 60;

	/**
	 * @param int $original_id WooCommerce ID of the order that is duplicated, or NO_ORIGINAL.
	 * @param int|null $created_id WooCommerce ID of the created order; null while it is being created.
	 * @param DateTimeImmutable $started_at UTC.
	 */
	public function __construct(
		public readonly int $original_id,
		public readonly ?int $created_id,
		public readonly DateTimeImmutable $started_at,
	) {}

	/**
	 * Whether the request that was creating the order must have been interrupted.
	 */
	public function is_abandoned_at( DateTimeImmutable $now ): bool {
		return null === $this->created_id
			&& $now->getTimestamp() - $this->started_at->getTimestamp() > self::ABANDONED_SECONDS;
	}
}
