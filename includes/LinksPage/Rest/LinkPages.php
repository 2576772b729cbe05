<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\LinksPage\Rest;

use MultiSafepay\PaymentLinks\Links\Application\LinkQueries;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkPresenter;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderPaymentState;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSummary;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderSummaries;

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
	) {}

	/**
	 * Returns a page; a page past the end is empty.
	 *
	 * @return LinkPage
	 */
	public function of( LinkQuery $query ): array {
		[ $links, $total ] = $this->queries->page( $query );

		return [
			'links'    => $this->presenter->many( $links, $this->payments_of( $links ) ),
			'total'    => min( $total, LinkQuery::MAX_COUNTED ),
			'has_more' => $total > LinkQuery::MAX_COUNTED,
		];
	}

	/**
	 * Returns the payments of the links' orders. Preloads all links of these orders and the users who created the given
	 * links.
	 *
	 * @param list<PaymentLink> $links
	 * @return array<int, OrderPaymentState> By order ID.
	 */
	private function payments_of( array $links ): array {
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
			static fn ( OrderSummary $order ): OrderPaymentState => $order->payment,
			$this->orders->summaries( $wc_order_ids )
		);
	}
}
