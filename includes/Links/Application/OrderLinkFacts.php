<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * Aggregated data of an order's links.
 */
interface OrderLinkFacts {

	/**
	 * Returns the amount received through the order's links. Test payments do not count for live links, and payments in
	 * other currencies do not count.
	 */
	public function received( int $wc_order_id, Currency $currency, Environment $environment ): Money;

	/**
	 * Returns the order IDs of links that can be paid now or have a payment under review.
	 *
	 * @return list<string>
	 */
	public function open_order_ids( int $wc_order_id ): array;

	/**
	 * Returns the number for the order's next link.
	 */
	public function next_number( int $wc_order_id ): int;
}
