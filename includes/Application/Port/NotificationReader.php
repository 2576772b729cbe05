<?php
/**
 * Reading notifications.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;

/**
 * Reads the body of a notification whose signature is right.
 */
interface NotificationReader {

	/**
	 * Returns what it says; null when it does not speak of that order.
	 *
	 * @param string  $body              Every byte of it.
	 * @param OrderId $order_id          The order that the address names.
	 * @param bool    $is_pretransaction Then it need not name an order at all.
	 */
	public function read( string $body, OrderId $order_id, bool $is_pretransaction ): ?ProviderOrder;
}
