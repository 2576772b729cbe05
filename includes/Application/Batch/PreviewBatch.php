<?php
/**
 * What a batch would do.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Batch;

use MultiSafepay\PaymentLinks\Application\Port\OrderBriefs;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemPlan;

/**
 * Looks at hundreds of orders with a few queries, and asks nobody.
 */
final class PreviewBatch {

	private const AT_ONCE = 500;

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly OrderBriefs $orders,
		private readonly PaymentLinkStore $links,
		private readonly PlanItem $plan,
	) {}

	/**
	 * Returns what would be done with each, as things stand now.
	 *
	 * @param BatchRequest          $request Checked wish.
	 * @param list<array{int, int}> $targets Order and link, or 0, of each.
	 * @return list<ItemPlan> In the same order.
	 */
	public function plans( BatchRequest $request, array $targets ): array {
		$plans = [];
		foreach ( array_chunk( $targets, self::AT_ONCE ) as $chunk ) {
			$ids = array_column( $chunk, 0 );
			$this->links->read_ahead( $ids );
			$orders = $this->orders->briefs( $ids );
			foreach ( $chunk as [ $id, $link_id ] ) {
				$plans[] = $this->plan->plan( $request->action, $request->options, $orders[ $id ] ?? null, $this->links->of_order( $id ), $link_id );
			}
		}

		return $plans;
	}
}
