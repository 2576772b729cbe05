<?php
/**
 * Links that are due for a look.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Keeps when each link is to be looked at. Two workers that look at the same moment never get the same link.
 */
interface CheckQueue {

	/**
	 * Returns links that are due, the longest waiting first.
	 *
	 * @return list<PaymentLink>
	 */
	public function due( DateTimeImmutable $now, int $limit ): array;

	/**
	 * Takes a link for oneself until a later moment, when it is due again unless it was planned anew. False when
	 * another worker took it, or it is not due any more.
	 */
	public function claim( PaymentLink $link, DateTimeImmutable $until ): bool;

	/**
	 * Notes whether the provider told how the link stands, and when it is due next; null for never.
	 *
	 * @param int                    $link_id    Our id.
	 * @param DateTimeImmutable      $claimed    Until when it was taken: when it is not that any more, somebody else planned it.
	 * @param DateTimeImmutable|null $checked_at UTC; null when the provider was not reached.
	 * @param DateTimeImmutable|null $next       UTC.
	 */
	public function plan( int $link_id, DateTimeImmutable $claimed, ?DateTimeImmutable $checked_at, ?DateTimeImmutable $next ): void;

	/**
	 * Makes links due that nobody planned to look at though they are not over, some at a time. Returns how many.
	 */
	public function adopt( DateTimeImmutable $now, int $limit ): int;
}
