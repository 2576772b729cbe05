<?php
/**
 * Action Scheduler, for payments.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Application\Port\PaymentWatch;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Schedules the second look at a payment.
 */
final class FollowSchedule implements PaymentWatch {

	/**
	 * {@inheritDoc}
	 */
	public function watch( PaymentLink $link, int $seconds ): void {
		ActionScheduler::once( ActionHooks::FOLLOW, $link, $seconds );
	}
}
