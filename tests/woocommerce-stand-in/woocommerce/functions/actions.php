<?php

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\ActionQueue;

function as_enqueue_async_action( $hook, $args = [], $group = '', $unique = false, $priority = 10 ) {
	return ActionQueue::add( time(), $hook, $args, $group, $unique );
}

function as_schedule_single_action( $timestamp, $hook, $args = [], $group = '', $unique = false, $priority = 10 ) {
	return ActionQueue::add( (int) $timestamp, $hook, $args, $group, $unique );
}

function as_schedule_recurring_action( $timestamp, $interval_in_seconds, $hook, $args = [], $group = '', $unique = false, $priority = 10 ) {
	return ActionQueue::add( (int) $timestamp, $hook, $args, $group, $unique, (int) $interval_in_seconds );
}

/**
 * Cancels the next matching action.
 */
function as_unschedule_action( $hook, $args = [], $group = '' ) {
	$found = array_key_first( ActionQueue::find( $hook, $args, $group, [ 'pending' ], 1 ) );
	if ( $found !== null ) {
		ActionQueue::cancel( $found );
	}
	return $found;
}

function as_unschedule_all_actions( $hook, $args = [], $group = '' ) {
	$hook_filter = $hook === '' ? null : $hook;
	foreach ( array_keys( ActionQueue::find( $hook_filter, $args === [] ? null : $args, $group, [ 'pending' ] ) ) as $id ) {
		ActionQueue::cancel( $id );
	}
}

/**
 * Returns the time of the next matching action, true while one runs, and false without one.
 */
function as_next_scheduled_action( $hook, $args = null, $group = '' ) {
	if ( ActionQueue::find( $hook, $args, $group, [ 'in-progress' ], 1 ) !== [] ) {
		return true;
	}
	$found = array_values( ActionQueue::find( $hook, $args, $group, [ 'pending' ], 1 ) );
	return $found === [] ? false : $found[0]['when'];
}

function as_has_scheduled_action( $hook, $args = null, $group = '' ) {
	return ActionQueue::find( $hook, $args, $group, [ 'pending', 'in-progress' ], 1 ) !== [];
}

/**
 * Returns action IDs, or the scheduled actions as arrays.
 */
function as_get_scheduled_actions( $args = [], $return_format = OBJECT ) {
	$status = $args['status'] ?? [ 'pending', 'in-progress', 'publish', 'failed', 'canceled' ];
	$found  = ActionQueue::find( $args['hook'] ?? null, $args['args'] ?? null, (string) ( $args['group'] ?? '' ), array_values( array_map( static fn ( $name ): string => $name === 'complete' ? 'publish' : (string) $name, (array) $status ) ) );
	$limit  = (int) ( $args['per_page'] ?? 5 );
	$found  = $limit > 0 ? array_slice( $found, 0, $limit, true ) : $found;
	return $return_format === 'ids' ? array_keys( $found ) : $found;
}

function as_supports( string $feature ): bool {
	return false;
}
