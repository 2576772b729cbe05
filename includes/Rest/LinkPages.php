<?php
/**
 * Pages of the list of links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Domain\OrderDebt;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Storage\LinkList;
use MultiSafepay\PaymentLinks\Storage\LinkTable;
use MultiSafepay\PaymentLinks\WooCommerce\OrderDebts;

/**
 * Makes pages for the route and for the screen's first paint. However many links are on a page, the database is asked
 * as often.
 *
 * @phpstan-type LinkPage array{links: list<array<string, mixed>>, total: int, has_more: bool}
 */
final class LinkPages {

	/**
	 * Takes what links and orders are read with.
	 */
	public function __construct(
		private readonly LinkList $list,
		private readonly LinkTable $links,
		private readonly OrderDebts $debts,
		private readonly LinkPresenter $presenter,
		private readonly Clock $clock,
	) {}

	/**
	 * Returns a page; one past the end is empty.
	 *
	 * @return LinkPage
	 */
	public function of( LinkQuery $query ): array {
		[ $links, $total ] = $query->stale ? $this->stale( $query ) : $this->any( $query );

		return [
			'links'    => $this->presenter->listed( $links, $this->debts_of( $links ) ),
			'total'    => min( $total, LinkList::COUNTED ),
			'has_more' => $total > LinkList::COUNTED,
		];
	}

	/**
	 * Returns the links of a page, and how many there are.
	 *
	 * @return array{list<PaymentLink>, int}
	 */
	private function any( LinkQuery $query ): array {
		$now    = $this->clock->now();
		$total  = $this->list->count( $query, $now );
		$offset = $query->offset();

		return [ $offset >= min( $total, LinkList::COUNTED ) ? [] : $this->list->links( $query, $now, $offset, min( $query->per_page, LinkList::COUNTED - $offset ) ), $total ];
	}

	/**
	 * Does the same for stale links. To find a page of them takes a look at the orders of all that are open, so they are
	 * found and counted at once.
	 *
	 * @return array{list<PaymentLink>, int}
	 */
	private function stale( LinkQuery $query ): array {
		$ids = $this->list->ids( $query, $this->clock->now(), 0, LinkList::COUNTED + 1 );

		return [ $this->list->of_ids( array_slice( array_slice( $ids, 0, LinkList::COUNTED ), $query->offset(), $query->per_page ) ), count( $ids ) ];
	}

	/**
	 * Reads the orders of links, and what came in through their other links.
	 *
	 * @param list<PaymentLink> $links Links.
	 * @return array<int, OrderDebt>
	 */
	private function debts_of( array $links ): array {
		$wc_order_ids = array_values( array_unique( array_map( static fn ( PaymentLink $link ): int => $link->wc_order_id, $links ) ) );
		$this->links->read_ahead( $wc_order_ids );
		cache_users( array_values( array_unique( array_map( static fn ( PaymentLink $link ): int => $link->created_by, $links ) ) ) );

		return $this->debts->of( $wc_order_ids );
	}
}
