<?php
/**
 * Plugin Name: Development shop: no admin notices
 * Description: Hides the onboarding and notices of a new shop, so that screens are the same on all machines.
 */

declare( strict_types = 1 );

defined( 'ABSPATH' ) || exit;

// Browsers would load avatars from another host.
add_filter( 'pre_option_show_avatars', static fn (): string => '0' );

// "Your store does not appear to be using a secure connection".
add_filter(
	'get_user_metadata',
	static function ( $value, $user_id, $key ) {
		return $key === 'dismissed_no_secure_connection_notice' ? [ '1' ] : $value;
	},
	10,
	3
);

// Each page asks whether scripts can be compressed until an administrator opens one.
add_filter( 'pre_site_option_can_compress_scripts', static fn (): string => '0' );

add_filter( 'woocommerce_show_admin_notice', '__return_false' );
add_filter( 'woocommerce_allow_marketplace_suggestions', '__return_false' );
add_filter( 'woocommerce_enable_setup_wizard', '__return_false' );
add_filter( 'woocommerce_prevent_automatic_wizard_redirect', '__return_true' );
add_filter(
	'woocommerce_admin_features',
	static fn ( $features ): array => array_values( array_diff(
		(array) $features,
		[
			'activity-panels',
			'store-alerts',
			'remote-inbox-notifications',
			'onboarding',
			'onboarding-tasks',
			'core-profiler',
			'launch-your-store',
			'customer-effort-score-tracks',
		]
	) )
);
add_filter( 'admin_email_check_interval', '__return_zero' );
add_filter( 'auto_update_core', '__return_false' );
add_filter( 'site_status_should_suggest_persistent_object_cache', '__return_false' );

add_action(
	'admin_init',
	static function (): void {
		remove_action( 'admin_notices', 'update_nag', 3 );
		remove_action( 'admin_notices', 'maintenance_nag', 10 );
	}
);
