<?php
/**
 * Activates a plugin. Usage: php activate.php {docroot} {folder/file.php}
 */

declare( strict_types = 1 );

require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_set_current_user( 1 );
$result = activate_plugin( $argv[2] );
if ( is_wp_error( $result ) ) {
	fwrite( STDERR, $argv[2] . ': ' . $result->get_error_message() . "\n" );
	exit( 1 );
}
flush_rewrite_rules();
