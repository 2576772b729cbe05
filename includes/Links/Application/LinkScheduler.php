<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;

/**
 * Schedules work on a link outside the request. A pending action for the same link is not scheduled twice.
 */
interface LinkScheduler {

	/**
	 * Schedules ResolveUnconfirmed.
	 */
	public function resolve_later( PaymentLink $link, int $seconds ): void;

	/**
	 * Schedules CancelInBackground.
	 */
	public function cancel_later( PaymentLink $link, int $seconds ): void;
}
