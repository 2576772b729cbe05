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

	public const FOLLOW = ActionScheduler::FOLLOW;

	/**
	 * {@inheritDoc}
	 */
	public function watch( PaymentLink $link, int $seconds ): void {
		// A time means that an action for this very link is waiting; `true` that one is running.
		if ( ! is_int( as_next_scheduled_action( self::FOLLOW, [ $link->id ], ActionScheduler::GROUP ) ) ) {
			as_schedule_single_action( time() + $seconds, self::FOLLOW, [ $link->id ], ActionScheduler::GROUP );
		}
	}
}
