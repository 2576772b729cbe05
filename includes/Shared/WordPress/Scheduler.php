<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\WordPress;

use ActionScheduler_AsyncRequest_QueueRunner;
use ActionScheduler_Store;

/**
 * Schedules actions of the plugin's group with Action Scheduler, which WooCommerce provides.
 */
final class Scheduler {

	public const GROUP = 'multisafepay-payment-links';

	/**
	 * @param list<int> $arguments
	 */
	public function schedule( string $hook, array $arguments, int $seconds ): void {
		as_schedule_single_action( time() + $seconds, $hook, $arguments, self::GROUP );
	}

	/**
	 * Schedules an action unless one with the same arguments is pending. A running action does not count: it may be the
	 * one that schedules its successor.
	 *
	 * @param list<int> $arguments
	 */
	public function schedule_once( string $hook, array $arguments, int $seconds ): void {
		// The parameter "unique" of Action Scheduler ignores the arguments, and as_next_scheduled_action() looks for
		// running actions, too.
		$pending = as_get_scheduled_actions(
			[
				'hook'     => $hook,
				'args'     => $arguments,
				'group'    => self::GROUP,
				'status'   => 'pending',
				'per_page' => 1,
			],
			'ids'
		);
		if ( [] === $pending ) {
			$this->schedule( $hook, $arguments, $seconds );
		}
	}

	/**
	 * @param list<int> $arguments
	 */
	public function is_scheduled( string $hook, array $arguments ): bool {
		return as_has_scheduled_action( $hook, $arguments, self::GROUP );
	}

	/**
	 * @param list<int> $arguments
	 */
	public function unschedule( string $hook, array $arguments ): void {
		as_unschedule_all_actions( $hook, $arguments, self::GROUP );
	}

	/**
	 * Starts the queue at the end of this request. Without this, actions wait up to a minute for Action Scheduler's
	 * timer.
	 */
	public function dispatch_soon(): void {
		add_action(
			'shutdown',
			static function (): void {
				if ( class_exists( ActionScheduler_AsyncRequest_QueueRunner::class ) ) {
					( new ActionScheduler_AsyncRequest_QueueRunner(
						ActionScheduler_Store::instance()
					) )->maybe_dispatch();
				}
			}
		);
	}
}
