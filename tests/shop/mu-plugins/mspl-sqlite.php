<?php
/**
 * Plugin Name: Development shop: WooCommerce on SQLite
 * Description: Lowers a LIMIT that is too large for SQLite.
 */

declare( strict_types = 1 );

defined( 'ABSPATH' ) || exit;

// get_refunds() of WooCommerce 10.5 uses LIMIT 0, 2^64-1. SQLite's integers end at 2^63-1, so it would return nothing.
if ( defined( 'DB_ENGINE' ) && DB_ENGINE === 'sqlite' ) {
	add_filter(
		'query',
		static fn ( $query ): string => str_replace( '18446744073709551615', '9223372036854775807', (string) $query )
	);
}
