<?php
/**
 * Loads WordPress, WooCommerce and this plugin from a built site into this process.
 */

declare( strict_types = 1 );

require dirname( __DIR__, 3 ) . '/vendor/autoload.php';

// PHPUnit includes this file inside a method. WordPress requires these variables to be global.
global $wpdb, $wp, $wp_query, $wp_the_query, $wp_rewrite, $wp_filter, $wp_actions, $wp_filters,
	$wp_current_filter, $wp_roles, $wp_object_cache, $wp_locale, $table_prefix, $wp_version, $wp_db_version,
	$tinymce_version, $required_php_version, $shortcode_tags, $public, $current_site, $current_blog, $path,
	$site_id, $PHP_SELF;

$site_dir = (string) getenv( 'MSPL_SITE_DIR' );
if ( $site_dir === '' || ! is_file( $site_dir . '/wp-load.php' ) ) {
	fwrite( STDERR, "MSPL_SITE_DIR is not a WordPress site. Run these tests with bin/test integration.\n" );
	exit( 1 );
}

// Without this, WooCommerce would commit the transaction of the test.
define( 'WC_USE_TRANSACTIONS', false );
define( 'WP_DISABLE_FATAL_ERROR_HANDLER', true );

$_SERVER += [
	'HTTP_HOST'       => '127.0.0.1',
	'SERVER_NAME'     => '127.0.0.1',
	'SERVER_PROTOCOL' => 'HTTP/1.1',
	'REQUEST_METHOD'  => 'GET',
	'REQUEST_URI'     => '/',
	'REMOTE_ADDR'     => '127.0.0.1',
];

require $site_dir . '/wp-load.php';
require_once $site_dir . '/wp-admin/includes/admin.php';

if (
	! function_exists( 'wc_get_order' )
	|| ! is_plugin_active( 'multisafepay-payment-links/multisafepay-payment-links.php' )
) {
	fwrite( STDERR, "WooCommerce or this plugin is not active in MSPL_SITE_DIR.\n" );
	exit( 1 );
}
