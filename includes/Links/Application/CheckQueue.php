<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;

/**
 * The queue of links whose status is to be read from MultiSafepay. A claim prevents two workers from checking the same
 * link.
 */
interface CheckQueue {

	/**
	 * Returns links that are due for a check, the longest overdue first.
	 *
	 * @return list<PaymentLink>
	 */
	public function due( DateTimeImmutable $now, int $limit ): array;

	public function claim( PaymentLink $link, DateTimeImmutable $until ): bool;

	/**
	 * Records a check and plans the next one.
	 *
	 * @param DateTimeImmutable $claimed End of the claim. If the row has another value, another process has planned the
	 * link and nothing is changed.
	 * @param DateTimeImmutable|null $checked_at UTC; null if the status could not be read.
	 * @param DateTimeImmutable|null $next UTC; null if no further check is needed.
	 */
	public function plan(
		int $link_id,
		DateTimeImmutable $claimed,
		?DateTimeImmutable $checked_at,
		?DateTimeImmutable $next,
	): void;

	/**
	 * Makes unfinished links due that have no planned check. Returns the number of links.
	 */
	public function add_unplanned( DateTimeImmutable $now, int $limit ): int;
}
