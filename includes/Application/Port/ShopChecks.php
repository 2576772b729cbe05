<?php
/**
 * What the shop can do.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

/**
 * Tells whether MultiSafepay can call the shop.
 */
interface ShopChecks {

	/**
	 * Tells whether addresses of the REST API have a path of their own.
	 */
	public function has_pretty_permalinks(): bool;

	/**
	 * Tells whether the shop has an address that MultiSafepay would call.
	 */
	public function is_reachable_by_https(): bool;
}
