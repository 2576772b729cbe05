<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

use Generator;
use MultiSafepay\PaymentLinks\Links\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Links\Domain\NewestLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Links\Storage\LinkListQuery;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;

/**
 * Lists of links for screens, exports and background actions.
 *
 * @phpstan-import-type Total from LinkListQuery
 */
final class LinkQueries {

	private const BATCH_SIZE = 500;

	public function __construct(
		private readonly LinkListQuery $list,
		private readonly Clock $clock,
	) {}

	/**
	 * @return array{list<PaymentLink>, int} The links of the page, which is empty past the end, and the number of
	 * matching links, at most LinkQuery::MAX_COUNTED + 1.
	 */
	public function page( LinkQuery $query ): array {
		$now = $this->clock->now();
		if ( $query->stale ) {
			// Finding stale links requires reading the orders of all open links: find and count them in one pass.
			$ids   = $this->list->ids( $query, $now, 0, LinkQuery::MAX_COUNTED + 1 );
			$total = count( $ids );
			$ids   = array_slice(
				array_slice( $ids, 0, LinkQuery::MAX_COUNTED ),
				$query->offset(),
				$query->per_page
			);
		} else {
			$total = $this->list->count( $query, $now );
			$limit = min( $query->per_page, LinkQuery::MAX_COUNTED - $query->offset() );
			$ids   = $query->offset() < $total && $limit > 0
				? $this->list->ids( $query, $now, $query->offset(), $limit )
				: [];
		}

		return [ $this->list->by_ids( $ids ), $total ];
	}

	/**
	 * Returns all matching links, newest first, in batches of limited size.
	 *
	 * @return Generator<list<PaymentLink>>
	 */
	public function batches( LinkQuery $query ): Generator {
		$now    = $this->clock->now();
		$before = null;
		do {
			$links = $this->list->before( $query, $now, $before, self::BATCH_SIZE );
			yield $links;
			$last   = array_key_last( $links );
			$before = null === $last ? null : $links[ $last ]->id;
		} while ( self::BATCH_SIZE - 1 === $last );
	}

	/**
	 * Returns the number and sum of open, paid and expired links, per environment and currency. Amounts are in the
	 * currency's smallest unit.
	 *
	 * @return list<Total>
	 */
	public function totals( LinkQuery $query ): array {
		return $this->list->totals( $query, $this->clock->now() );
	}

	/**
	 * Returns the newest link of each order that has one. Failed links do not count.
	 *
	 * @param list<int> $wc_order_ids
	 * @return array<int, NewestLink> By order.
	 */
	public function newest_of_orders( array $wc_order_ids ): array {
		return $this->list->newest_of_orders( $wc_order_ids );
	}

	/**
	 * @param string $status Empty for every status.
	 * @param int $wc_order_id 0 for every order.
	 * @return list<PaymentLink> Newest first.
	 */
	public function newest( int $limit, string $status = '', int $wc_order_id = 0 ): array {
		return $this->list->newest( $limit, $status, $wc_order_id );
	}

	/**
	 * @param list<int> $link_ids
	 * @return array<int, int> Order by link, without links that do not exist.
	 */
	public function order_ids( array $link_ids ): array {
		return $this->list->order_ids( $link_ids );
	}

	/**
	 * @return list<PaymentLink> Oldest first.
	 */
	public function of_email( string $email, int $after_id, int $limit ): array {
		return $this->list->of_email( $email, $after_id, $limit );
	}
}
