<?php
/**
 * Work for later, by Action Scheduler.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Application\Port\Schedule;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Schedules actions of our group; WooCommerce brings Action Scheduler.
 */
final class ActionScheduler implements Schedule {

	public const SETTLE = 'multisafepay_payment_links_settle';
	public const FOLLOW = 'multisafepay_payment_links_follow';
	public const GROUP  = 'multisafepay-payment-links';

	private const WATCH_SECONDS = 60;

	/**
	 * {@inheritDoc}
	 */
	public function watch( PaymentLink $link ): void {
		as_schedule_single_action( time() + self::WATCH_SECONDS, self::SETTLE, [ $link->id ], self::GROUP );
	}

	/**
	 * {@inheritDoc}
	 */
	public function settle_later( PaymentLink $link, int $seconds ): void {
		// Not "unique": that looks at the hook alone, and counts the action that is running now and failed. A time
		// means that an action for this very link is waiting; `true` that one is running.
		if ( ! is_int( as_next_scheduled_action( self::SETTLE, [ $link->id ], self::GROUP ) ) ) {
			as_schedule_single_action( time() + $seconds, self::SETTLE, [ $link->id ], self::GROUP );
		}
	}
}
