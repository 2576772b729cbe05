<?php
/**
 * Work that comes again and again.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

/**
 * Keeps the recurring actions scheduled, each once. Knowing that they are costs no query: an option that WordPress has
 * loaded anyway says so, and Action Scheduler's daily hook heals what somebody deleted.
 */
final class Jobs {

	public const OPTION = 'multisafepay_payment_links_jobs';

	private const VERSION           = 1;
	private const RECONCILE_SECONDS = 300;
	private const NIGHT_HOUR        = 2;
	private const NIGHT_SECONDS     = 7200;
	private const DAY_SECONDS       = 86_400;

	/**
	 * Schedules what is missing, once after each installation.
	 */
	public static function schedule_once(): void {
		$version = get_option( self::OPTION, 0 );
		if ( self::VERSION === ( is_numeric( $version ) ? (int) $version : 0 ) || ! function_exists( 'as_schedule_recurring_action' ) || 0 === did_action( 'action_scheduler_init' ) ) {
			return;
		}

		self::schedule();
		update_option( self::OPTION, self::VERSION, true );
	}

	/**
	 * Schedules what is missing.
	 */
	public static function schedule(): void {
		self::schedule_hook( ActionHooks::RECONCILE, time() + self::RECONCILE_SECONDS, self::RECONCILE_SECONDS );
		// Shops of one host do not all wake at once.
		self::schedule_hook( ActionHooks::SWEEP, self::next_night() + random_int( 0, self::NIGHT_SECONDS ), self::DAY_SECONDS );
	}

	/**
	 * Takes every action of ours off the schedule.
	 */
	public static function unschedule(): void {
		delete_option( self::OPTION );
		if ( function_exists( 'as_unschedule_all_actions' ) ) {
			as_unschedule_all_actions( '', [], ActionHooks::GROUP );
		}
	}

	/**
	 * Schedules a recurring action unless it is.
	 */
	private static function schedule_hook( string $hook, int $first, int $seconds ): void {
		if ( ! as_has_scheduled_action( $hook, [], ActionHooks::GROUP ) ) {
			as_schedule_recurring_action( $first, $seconds, $hook, [], ActionHooks::GROUP, true );
		}
	}

	/**
	 * Returns when the next night of the shop begins, as Unix time.
	 */
	private static function next_night(): int {
		return ( new \DateTimeImmutable( 'tomorrow', wp_timezone() ) )->setTime( self::NIGHT_HOUR, 0 )->getTimestamp();
	}
}
