<?php
/**
 * WordPress's database connection.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use RuntimeException;
use wpdb;

final class Db {

	public static function wpdb(): wpdb {
		$wpdb = $GLOBALS['wpdb'] ?? null;
		if ( ! $wpdb instanceof wpdb ) {
			throw new RuntimeException( 'WordPress is not loaded.' );
		}
		return $wpdb;
	}

	public static function query( string $sql ): void {
		if ( self::wpdb()->query( $sql ) === false ) {
			throw new RuntimeException( self::wpdb()->last_error . ": $sql" );
		}
	}
}
