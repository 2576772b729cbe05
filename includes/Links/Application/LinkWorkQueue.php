<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;

/**
 * Finds the links that background work has to check or cancel. Always reads from the database.
 */
interface LinkWorkQueue {

	/**
	 * Returns links whose status is due to be read from MultiSafepay, the longest overdue first.
	 *
	 * @return list<PaymentLink>
	 */
	public function due( DateTimeImmutable $now, int $limit ): array;

	/**
	 * Prevents other workers from checking the link. Returns false if another worker was faster.
	 */
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

	/**
	 * Returns links whose status can still change without staff, oldest first.
	 *
	 * @return list<PaymentLink>
	 */
	public function unfinished( int $after_id, int $limit ): array;

	/**
	 * Returns the links of an order that are open or whose creation has not finished, oldest first.
	 *
	 * @return list<int> IDs of links.
	 */
	public function open_of_order( int $wc_order_id ): array;

	/**
	 * Whether money was received through a link of the order.
	 */
	public function has_payment( int $wc_order_id ): bool;

	/**
	 * Returns the order's links with an alert.
	 *
	 * @return list<int> IDs of links.
	 */
	public function with_alert( int $wc_order_id ): array;

	/**
	 * Whether a link of the order can be paid now or has a payment that is under review.
	 */
	public function is_awaiting_payment( int $wc_order_id, DateTimeImmutable $now ): bool;
}
