<?php
/**
 * Installs WordPress. Usage: php install.php {docroot}
 */

declare( strict_types = 1 );

define( 'WP_INSTALLING', true );
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install( 'Tulip & Co', 'admin', 'admin@example.test', false, '', 'password' );

update_option( 'permalink_structure', '/%postname%/' );
update_option( 'timezone_string', 'Europe/Amsterdam' );
update_option( 'show_avatars', '0' );
update_option( 'default_pingback_flag', '0' );
update_option( 'blogdescription', 'A shop for trying payment links' );
