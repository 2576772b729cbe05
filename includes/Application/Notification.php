<?php
/**
 * A notification as it came.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Domain\OrderId;

/**
 * What stood in the request. Nothing of it is believed before its signature has been checked, and even then it only
 * tells which order to ask about.
 */
final class Notification {

	/**
	 * Takes the request.
	 *
	 * @param string       $site_id           Our own short name of the site, from the address.
	 * @param OrderId|null $order_id          From the address; null when it is no order ID.
	 * @param string       $auth              The header.
	 * @param string       $body              Every byte of it.
	 * @param bool         $is_pretransaction Whether it is about a session in which nobody chose a method.
	 */
	public function __construct(
		public readonly string $site_id,
		public readonly ?OrderId $order_id,
		public readonly string $auth,
		public readonly string $body,
		public readonly bool $is_pretransaction,
	) {}
}
