<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\LinksPage\Rest;

use MultiSafepay\PaymentLinks\Links\Application\LinkQueries;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkPresenter;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderBalance;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSummary;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderSummaries;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;

/**
 * Returns pages of links for the REST route and the screen's first paint. The number of queries does not depend on the
 * number of links.
 *
 * @phpstan-type LinkPage array{links: list<array<string, mixed>>, total: int, has_more: bool}
 */
final class LinkPages {

	public function __construct(
		private readonly LinkQueries $queries,
		private readonly LinkStore $links,
		private readonly OrderSummaries $orders,
		private readonly LinkPresenter $presenter,
		private readonly Clock $clock,
	) {}

	/**
	 * Returns a page; a page past the end is empty.
	 *
	 * @return LinkPage
	 */
	public function of( LinkQuery $query ): array {
		[ $links, $total ] = $query->stale ? $this->stale_page( $query ) : $this->page( $query );

		return [
			'links'    => $this->presenter->many( $links, $this->balances_of( $links ) ),
			'total'    => min( $total, LinkQuery::MAX_COUNTED ),
			'has_more' => $total > LinkQuery::MAX_COUNTED,
		];
	}

	/**
	 * @return array{list<PaymentLink>, int} The links of the page and the total number of links.
	 */
	private function page( LinkQuery $query ): array {
		$now    = $this->clock->now();
		$total  = $this->queries->count( $query, $now );
		$offset = $query->offset();

		return [
			$offset >= min( $total, LinkQuery::MAX_COUNTED )
				? []
				: $this->queries->page(
					$query,
					$now,
					$offset,
					min( $query->per_page, LinkQuery::MAX_COUNTED - $offset )
				),
			$total,
		];
	}

	/**
	 * Returns a page of links whose amount is no longer the amount due. Finding them requires reading the orders of all
	 * open links, so they are found and counted in one pass.
	 *
	 * @return array{list<PaymentLink>, int} The links of the page and the total number of links.
	 */
	private function stale_page( LinkQuery $query ): array {
		$ids = $this->queries->ids( $query, $this->clock->now(), 0, LinkQuery::MAX_COUNTED + 1 );

		return [
			$this->queries->by_ids( array_slice(
				array_slice( $ids, 0, LinkQuery::MAX_COUNTED ),
				$query->offset(),
				$query->per_page
			) ),
			count( $ids ),
		];
	}

	/**
	 * Returns the balances of the links' orders. Preloads all links of these orders and the users who created the given
	 * links.
	 *
	 * @param list<PaymentLink> $links
	 * @return array<int, OrderBalance> By order ID.
	 */
	private function balances_of( array $links ): array {
		$wc_order_ids = array_values( array_unique( array_map(
			static fn ( PaymentLink $link ): int => $link->wc_order_id,
			$links
		) ) );
		$this->links->preload( $wc_order_ids );
		cache_users( array_values( array_unique( array_map(
			static fn ( PaymentLink $link ): int => $link->created_by,
			$links
		) ) ) );

		return array_map(
			static fn ( OrderSummary $order ): OrderBalance => $order->balance,
			$this->orders->summaries( $wc_order_ids )
		);
	}
}
