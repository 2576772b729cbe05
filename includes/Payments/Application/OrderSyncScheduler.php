<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;

/**
 * Schedules the synchronisation of an order, in case the current process is interrupted.
 */
interface OrderSyncScheduler {

	/**
	 * Schedules at most one pending action per link. The action does nothing if the order is up to date by then.
	 */
	public function schedule( PaymentLink $link, int $seconds ): void;
}
