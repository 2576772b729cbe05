<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\LinkFilter;
use MultiSafepay\PaymentLinks\Links\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Links\Domain\NewestLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;

/**
 * Reads many links at once. The number of statements does not depend on the number of links.
 *
 * @phpstan-type Total array{state: string, environment: string, currency: string, count: int, amount: int}
 */
interface LinkQueries {

	/**
	 * @return list<PaymentLink> In the order of the query.
	 */
	public function page( LinkQuery $query, DateTimeImmutable $now, int $offset, int $limit ): array;

	/**
	 * @return list<int> In the order of the query.
	 */
	public function ids( LinkQuery $query, DateTimeImmutable $now, int $offset, int $limit ): array;

	/**
	 * @param list<int> $ids
	 * @return list<PaymentLink> In the order of the IDs.
	 */
	public function by_ids( array $ids ): array;

	/**
	 * Counts up to LinkQuery::MAX_COUNTED. A result of one more means that there are more.
	 */
	public function count( LinkQuery $query, DateTimeImmutable $now ): int;

	/**
	 * Returns links that were created before another link, newest first. For iterating over all links.
	 *
	 * @return list<PaymentLink>
	 */
	public function before( LinkQuery $query, DateTimeImmutable $now, ?int $before_id, int $limit ): array;

	/**
	 * Returns the number and sum of open, paid and expired links, per environment and currency. Amounts are in the
	 * currency's smallest unit.
	 *
	 * @return list<Total>
	 */
	public function totals( LinkQuery $query, DateTimeImmutable $now ): array;

	/**
	 * Returns the newest link of each order that has one. Failed links do not count.
	 *
	 * @param list<int> $wc_order_ids
	 * @return array<int, NewestLink> By order.
	 */
	public function newest_of_orders( array $wc_order_ids ): array;

	/**
	 * @param string $status Empty for every status.
	 * @param int $wc_order_id 0 for every order.
	 * @return list<PaymentLink> Newest first.
	 */
	public function newest( int $limit, string $status = '', int $wc_order_id = 0 ): array;

	/**
	 * Returns links whose status can still change without staff, oldest first.
	 *
	 * @return list<PaymentLink>
	 */
	public function unfinished( int $after_id, int $limit ): array;

	/**
	 * @param list<int> $link_ids
	 * @return array<int, int> Order by link, without links that do not exist.
	 */
	public function order_ids( array $link_ids ): array;

	/**
	 * @return list<PaymentLink> Oldest first.
	 */
	public function of_email( string $email, int $after_id, int $limit ): array;

	/**
	 * Returns an SQL condition for a query of orders.
	 *
	 * @param string $table Table of orders in that query.
	 */
	public function order_condition(
		LinkFilter $filter,
		string $table,
		string $column,
		DateTimeImmutable $now,
	): string;
}
