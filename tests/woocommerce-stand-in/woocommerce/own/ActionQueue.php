<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

use Throwable;

final class ActionQueue {

	public const HOOK  = 'action_scheduler_run_queue';
	public const TYPE  = 'scheduled-action';
	private const META = '_stand_in_action';

	public static function register(): void {
		add_action( 'init', [ self::class, 'register_type' ], 1 );
		add_filter( 'cron_schedules', [ self::class, 'add_interval' ] );
		add_action( self::HOOK, [ self::class, 'run' ] );
		add_action( 'init', [ self::class, 'schedule' ], 20 );
	}

	public static function register_type(): void {
		register_post_type( self::TYPE, [ 'public' => false, 'rewrite' => false, 'query_var' => false, 'can_export' => false ] );
		foreach ( [ 'in-progress', 'failed', 'canceled' ] as $status ) {
			register_post_status( $status, [ 'internal' => true ] );
		}
		do_action( 'action_scheduler_init' );
	}

	/**
	 * @param array<string, array{interval: int, display: string}> $schedules
	 *
	 * @return array<string, array{interval: int, display: string}>
	 */
	public static function add_interval( array $schedules ): array {
		return [ 'every_minute' => [ 'interval' => 60, 'display' => 'Every minute' ] ] + $schedules;
	}

	public static function schedule(): void {
		if ( wp_next_scheduled( self::HOOK, [ 'WP Cron' ] ) === false ) {
			wp_schedule_event( time(), 'every_minute', self::HOOK, [ 'WP Cron' ] );
		}
	}

	/**
	 * @param array<mixed> $args
	 * @param int          $interval Seconds, or 0 for an action that runs once.
	 *
	 * @return int The action's ID, or 0 when a unique action exists already.
	 */
	public static function add( int $when, string $hook, array $args, string $group, bool $unique, int $interval = 0 ): int {
		if ( $unique && self::find( $hook, null, $group, [ 'pending', 'in-progress' ], 1 ) !== [] ) {
			return 0;
		}
		$id = wp_insert_post( [ 'post_type' => self::TYPE, 'post_status' => 'pending', 'post_title' => wp_slash( $hook ), 'post_name' => 'action', 'post_date_gmt' => gmdate( 'Y-m-d H:i:s', $when ), 'post_date' => get_date_from_gmt( gmdate( 'Y-m-d H:i:s', $when ) ) ] );
		add_post_meta( $id, self::META, wp_slash( [ 'hook' => $hook, 'args' => $args, 'group' => $group, 'when' => $when, 'interval' => $interval ] ) );
		do_action( 'action_scheduler_stored_action', $id );
		return $id;
	}

	/**
	 * Runs due actions, oldest first.
	 *
	 * @return int Number of executed actions.
	 */
	public static function run(): int {
		$count = 0;
		foreach ( self::find( null, null, '', [ 'pending' ] ) as $id => $action ) {
			if ( $action['when'] <= time() && self::claim( $id ) ) {
				self::execute( $id, $action );
				++$count;
			}
		}
		return $count;
	}

	/**
	 * @param array<mixed>|null $args     Null for all arguments.
	 * @param string            $group    Empty for all groups.
	 * @param list<string>      $statuses
	 *
	 * @return array<int, array{hook: string, args: array<mixed>, group: string, when: int, interval: int}> By ID, next due action first.
	 */
	public static function find( ?string $hook, ?array $args, string $group, array $statuses, int $limit = 0 ): array {
		$query = [ 'post_type' => self::TYPE, 'post_status' => $statuses, 'fields' => 'ids', 'posts_per_page' => -1, 'orderby' => [ 'date' => 'ASC', 'ID' => 'ASC' ] ];
		$found = [];
		foreach ( get_posts( $hook === null ? $query : $query + [ 'title' => $hook ] ) as $id ) {
			$action = get_post_meta( $id, self::META, true );
			if ( is_array( $action ) && ( $args === null || $action['args'] === $args ) && ( $group === '' || $action['group'] === $group ) ) {
				$found[ $id ] = $action;
			}
			if ( $limit > 0 && count( $found ) === $limit ) {
				break;
			}
		}
		return $found;
	}

	public static function cancel( int $id ): void {
		self::set_status( $id, 'canceled' );
		do_action( 'action_scheduler_canceled_action', $id );
	}

	/**
	 * @param array{hook: string, args: array<mixed>, group: string, when: int, interval: int} $action
	 */
	private static function execute( int $id, array $action ): void {
		try {
			do_action( 'action_scheduler_before_execute', $id, '' );
			do_action_ref_array( $action['hook'], array_values( $action['args'] ) );
			self::set_status( $id, 'publish' );
			do_action( 'action_scheduler_after_execute', $id, null, '' );
		} catch ( Throwable $e ) {
			self::set_status( $id, 'failed' );
			wc_get_logger()->error( "Action $id ({$action['hook']}) failed: " . $e->getMessage(), [ 'source' => 'action-scheduler' ] );
			do_action( 'action_scheduler_failed_execution', $id, $e, '' );
		}
		if ( $action['interval'] > 0 ) {
			self::add( time() + $action['interval'], $action['hook'], $action['args'], $action['group'], false, $action['interval'] );
		}
	}

	/**
	 * Claims an action atomically, so that only one of several concurrent runners executes it.
	 */
	private static function claim( int $id ): bool {
		global $wpdb;
		$claimed = $wpdb->update( $wpdb->posts, [ 'post_status' => 'in-progress' ], [ 'ID' => $id, 'post_status' => 'pending' ] );
		clean_post_cache( $id );
		return $claimed === 1;
	}

	private static function set_status( int $id, string $status ): void {
		global $wpdb;
		$wpdb->update( $wpdb->posts, [ 'post_status' => $status ], [ 'ID' => $id ] );
		clean_post_cache( $id );
	}
}
