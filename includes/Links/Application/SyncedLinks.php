<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;

/**
 * Finds links for status updates from MultiSafepay, and records which state of a link its order has been synchronised
 * with.
 */
interface SyncedLinks {

	public function find_by_order_id( string $site_id, OrderId $order_id ): ?PaymentLink;

	/**
	 * Returns the links of an order from the database, ignoring the cache of this request.
	 *
	 * @return list<PaymentLink>
	 */
	public function fresh_of_order( int $wc_order_id ): array;

	/**
	 * Records that the order has been synchronised with the given state of the link.
	 */
	public function mark_synced( PaymentLink $link ): void;
}
