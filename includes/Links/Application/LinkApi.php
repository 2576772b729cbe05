<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;

/**
 * Links at MultiSafepay. Timeouts are in seconds.
 */
interface LinkApi {

	/**
	 * Creates a reserved link and returns its payment URL.
	 *
	 * @throws NotConfigured
	 * @throws ProviderRefused Nothing was created.
	 * @throws ProviderUnavailable The link may have been created.
	 */
	public function create( Site $site, PaymentLink $link, OrderSnapshot $order, float $timeout ): string;

	/**
	 * Returns null if MultiSafepay has no such order. The response can be the same for a link that has not been opened
	 * yet.
	 *
	 * @throws NotConfigured
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 */
	public function find( Site $site, OrderId $order_id, float $timeout ): ?ProviderOrder;

	/**
	 * Cancels a link, so that it can no longer be paid and no reminder is sent. Returns false if MultiSafepay has no
	 * such open order.
	 *
	 * @throws NotConfigured
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 */
	public function cancel( Site $site, OrderId $order_id, float $timeout ): bool;
}
