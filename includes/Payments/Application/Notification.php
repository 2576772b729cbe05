<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;

/**
 * The content of a notification request. It is untrusted: even with a valid signature it changes nothing and only
 * identifies the order to fetch.
 */
final class Notification {

	/**
	 * @param string $site_id The plugin's ID of the site, from the URL.
	 * @param OrderId|null $order_id From the URL; null when it is not a valid order ID.
	 * @param string $auth The `Auth` header.
	 * @param bool $is_pretransaction Whether it concerns a session in which the customer has not chosen a payment
	 * method.
	 */
	public function __construct(
		public readonly string $site_id,
		public readonly ?OrderId $order_id,
		public readonly string $auth,
		public readonly string $body,
		public readonly bool $is_pretransaction,
	) {}
}
