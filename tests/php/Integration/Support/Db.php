<?php

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

	/**
	 * Opens a second connection, as another process would.
	 */
	public static function second(): wpdb {
		$settings = [];
		foreach ( [ 'DB_USER', 'DB_PASSWORD', 'DB_NAME', 'DB_HOST' ] as $name ) {
			$value      = constant( $name );
			$settings[] = is_string( $value ) ? $value : '';
		}
		return new wpdb( ...$settings );
	}

	public static function query( string $sql ): void {
		if ( self::wpdb()->query( $sql ) === false ) {
			throw new RuntimeException( self::wpdb()->last_error . ": $sql" );
		}
	}
}
