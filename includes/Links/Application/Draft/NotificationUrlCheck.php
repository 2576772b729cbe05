<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Draft;

/**
 * Whether MultiSafepay can send notifications to the shop.
 */
interface NotificationUrlCheck {

	/**
	 * Whether REST URLs have a path instead of a query string.
	 */
	public function has_pretty_permalinks(): bool;

	public function is_reachable_by_https(): bool;
}
