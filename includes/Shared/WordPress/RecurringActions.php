<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\WordPress;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Module;

/**
 * Schedules the recurring actions of the plugin.
 */
final class RecurringActions {

	private const RECONCILE_SECONDS = 300;
	private const NIGHT_HOUR        = 2;
	private const NIGHT_SECONDS     = 7200;
	private const DAY_SECONDS       = 86_400;

	/**
	 * Returns false if Action Scheduler is not ready.
	 */
	public static function schedule_if_possible(): bool {
		if (
			! function_exists( 'as_schedule_recurring_action' )
			|| 0 === did_action( 'action_scheduler_init' )
		) {
			return false;
		}

		self::schedule();

		return true;
	}

	/**
	 * Schedules the actions that are missing.
	 */
	public static function schedule(): void {
		self::schedule_hook( Module::RECONCILE, time() + self::RECONCILE_SECONDS, self::RECONCILE_SECONDS );
		// A random offset, so that the shops of one host do not start at the same time.
		self::schedule_hook(
			Module::NIGHTLY,
			self::next_night() + random_int( 0, self::NIGHT_SECONDS ),
			self::DAY_SECONDS
		);
	}

	/**
	 * Removes every action of the plugin from the schedule.
	 */
	public static function unschedule(): void {
		if ( function_exists( 'as_unschedule_all_actions' ) ) {
			as_unschedule_all_actions( '', [], Scheduler::GROUP );
		}
	}

	private static function schedule_hook( string $hook, int $first, int $seconds ): void {
		if ( ! as_has_scheduled_action( $hook, [], Scheduler::GROUP ) ) {
			as_schedule_recurring_action( $first, $seconds, $hook, [], Scheduler::GROUP, true );
		}
	}

	/**
	 * Returns the start of the next night in the shop's time zone, as a Unix timestamp.
	 */
	private static function next_night(): int {
		return ( new DateTimeImmutable( 'tomorrow', wp_timezone() ) )->setTime( self::NIGHT_HOUR, 0 )->getTimestamp();
	}
}
