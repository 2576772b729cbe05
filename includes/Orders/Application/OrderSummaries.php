<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Application;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderSummary;

/**
 * Reads summaries of orders. The number of queries does not depend on the number of orders.
 */
interface OrderSummaries {

	/**
	 * @param list<int> $wc_order_ids
	 * @return array<int, OrderSummary> By order ID, without orders that do not exist.
	 */
	public function summaries( array $wc_order_ids ): array;
}
