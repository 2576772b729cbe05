<?php
/**
 * What orders know of their links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Finds links for what the provider says, and keeps how far their orders have followed them.
 */
interface FollowedLinks {

	/**
	 * Returns the link with an order ID of the provider on a site, or null.
	 */
	public function find_by_order_id( string $site_id, OrderId $order_id ): ?PaymentLink;

	/**
	 * Returns the links of an order as the database has them now, past what this request remembers.
	 *
	 * @return list<PaymentLink>
	 */
	public function fresh_of_order( int $wc_order_id ): array;

	/**
	 * Writes down that the order has been told of the link as it is given here.
	 */
	public function mark_followed( PaymentLink $link ): void;
}
