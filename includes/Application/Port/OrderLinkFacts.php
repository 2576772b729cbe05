<?php
/**
 * What an order's links tell about the order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\Money;

/**
 * Facts about the links that an order already has.
 */
interface OrderLinkFacts {

	/**
	 * Returns what came in through the order's links in a currency. Test money pays no real debt: a live link is held
	 * against live payments alone.
	 *
	 * @param int         $wc_order_id WooCommerce's id.
	 * @param Currency    $currency    Payments in other currencies do not count.
	 * @param Environment $environment Of the link that asks.
	 */
	public function paid_total( int $wc_order_id, Currency $currency, Environment $environment ): Money;

	/**
	 * Returns the order IDs of links that a customer can pay now, or whose payment is held for review.
	 *
	 * @return list<string>
	 */
	public function open_order_ids( int $wc_order_id ): array;

	/**
	 * Returns the number for the order's next link.
	 */
	public function next_number( int $wc_order_id ): int;
}
