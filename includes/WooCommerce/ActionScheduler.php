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

	private const WATCH_SECONDS = 60;

	/**
	 * {@inheritDoc}
	 */
	public function watch( PaymentLink $link ): void {
		as_schedule_single_action( time() + self::WATCH_SECONDS, ActionHooks::SETTLE, [ $link->id ], ActionHooks::GROUP );
	}

	/**
	 * {@inheritDoc}
	 */
	public function settle_later( PaymentLink $link, int $seconds ): void {
		self::once( ActionHooks::SETTLE, $link, $seconds );
	}

	/**
	 * {@inheritDoc}
	 */
	public function retire_later( PaymentLink $link, int $seconds ): void {
		self::once( ActionHooks::RETIRE, $link, $seconds );
	}

	/**
	 * Has the open links of an order that ended retired: see RetireOrderLinks.
	 *
	 * @param int $wc_order_id WooCommerce's id.
	 * @param int $ended_at    Unix time.
	 * @param int $attempt     Counts from 0.
	 * @param int $seconds     From now.
	 */
	public function retire_order( int $wc_order_id, int $ended_at, int $attempt, int $seconds ): void {
		as_schedule_single_action( time() + $seconds, ActionHooks::RETIRE_ORDER, [ $wc_order_id, $ended_at, $attempt ], ActionHooks::GROUP );
	}

	/**
	 * Schedules an action unless one for this very link is waiting.
	 *
	 * @param string      $hook    One of ours that takes the id of a link.
	 * @param PaymentLink $link    The link.
	 * @param int         $seconds From now.
	 */
	public static function once( string $hook, PaymentLink $link, int $seconds ): void {
		// Not "unique": that looks at the hook alone, and counts the action that is running now and failed. A time
		// means that an action for this very link is waiting; `true` that one is running.
		if ( ! is_int( as_next_scheduled_action( $hook, [ $link->id ], ActionHooks::GROUP ) ) ) {
			as_schedule_single_action( time() + $seconds, $hook, [ $link->id ], ActionHooks::GROUP );
		}
	}
}
