<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Application;

use MultiSafepay\PaymentLinks\Batches\Domain\ItemDecision;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderSummaries;

/**
 * Previews a batch without requests to MultiSafepay and with few queries.
 */
final class PreviewBatch {

	private const CHUNK_SIZE = 500;

	public function __construct(
		private readonly OrderSummaries $orders,
		private readonly LinkStore $links,
		private readonly DecideItem $decide,
	) {}

	/**
	 * @param list<array{int, int}> $targets Order ID and link ID per item; link ID 0 for no specific link.
	 * @return list<ItemDecision> In the order of the targets.
	 */
	public function preview( BatchRequest $request, array $targets ): array {
		$decisions = [];
		foreach ( array_chunk( $targets, self::CHUNK_SIZE ) as $chunk ) {
			$ids = array_column( $chunk, 0 );
			$this->links->preload( $ids );
			$orders = $this->orders->summaries( $ids );
			foreach ( $chunk as [ $id, $link_id ] ) {
				$decisions[] = $this->decide->decide(
					$request->action,
					$request->options,
					$orders[ $id ] ?? null,
					$this->links->of_order( $id ),
					$link_id
				);
			}
		}

		return $decisions;
	}
}
