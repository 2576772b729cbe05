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
	 * Whether a link is stale only its order knows: so many open links are looked through.
	 */
	private const LOOKED_THROUGH = 1_000;

	private const AT_ONCE = 250;

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
		if ( $query->stale ) {
			return $this->stale( $query );
		}

		$now    = $this->clock->now();
		$total  = $this->list->count( $query, $now );
		$offset = $query->offset();
		$links  = $offset >= min( $total, LinkList::COUNTED ) ? [] : $this->list->links( $query, $now, $offset, min( $query->per_page, LinkList::COUNTED - $offset ) );

		return [
			'links'    => $this->presenter->listed( $links, $this->debts_of( $links ) ),
			'total'    => min( $total, LinkList::COUNTED ),
			'has_more' => $total > LinkList::COUNTED,
		];
	}

	/**
	 * Leaves those that still ask what their order owes out.
	 *
	 * @param list<PaymentLink> $links Links.
	 * @return list<PaymentLink>
	 */
	public function only_stale( array $links ): array {
		return $this->stale_among( $links, $this->debts_of( $links ) );
	}

	/**
	 * Leaves those that still ask what their order owes out.
	 *
	 * @param list<PaymentLink>     $links Links.
	 * @param array<int, OrderDebt> $debts Of their orders.
	 * @return list<PaymentLink>
	 */
	private function stale_among( array $links, array $debts ): array {
		return array_values( array_filter( $links, fn ( PaymentLink $link ): bool => $this->presenter->is_stale_now( $link, $debts[ $link->wc_order_id ] ?? null ) ) );
	}

	/**
	 * Returns a page of stale links.
	 *
	 * @return LinkPage
	 */
	private function stale( LinkQuery $query ): array {
		$now    = $this->clock->now();
		$stale  = [];
		$debts  = [];
		$offset = 0;
		do {
			$open    = $this->list->links( $query, $now, $offset, self::AT_ONCE );
			$debts  += $this->debts_of( $open );
			$stale   = [ ...$stale, ...$this->stale_among( $open, $debts ) ];
			$offset += self::AT_ONCE;
			$is_last = count( $open ) < self::AT_ONCE;
		} while ( ! $is_last && $offset < self::LOOKED_THROUGH );

		$page = array_slice( $stale, $query->offset(), $query->per_page );

		return [
			'links'    => $this->presenter->listed( $page, $debts ),
			'total'    => count( $stale ),
			'has_more' => ! $is_last,
		];
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
