<?php
/**
 * Plugin Name: Development shop: jobs
 * Description: Without WordPress's own cron, background jobs run only when a test runs them.
 */

declare( strict_types = 1 );

defined( 'ABSPATH' ) || exit;

if ( defined( 'DISABLE_WP_CRON' ) && DISABLE_WP_CRON ) {
	add_filter( 'action_scheduler_allow_async_request_runner', '__return_false' );
}
