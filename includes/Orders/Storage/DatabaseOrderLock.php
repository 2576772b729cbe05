<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Storage;

use Closure;
use MultiSafepay\PaymentLinks\Orders\Application\OrderLock;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;
use wpdb;

/**
 * Uses named locks of MySQL and MariaDB. The server releases them when the connection ends.
 */
final class DatabaseOrderLock implements OrderLock {

	private const WAIT_SECONDS = 10;

	public function __construct( private readonly wpdb $wpdb ) {}

	public function during( int $wc_order_id, Closure $work ): mixed {
		$name = $this->name( $wc_order_id );
		$sql  = (string) $this->wpdb->prepare( 'SELECT GET_LOCK(%s, %d)', $name, self::WAIT_SECONDS );
		// phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- Prepared above.
		if ( '1' !== $this->wpdb->get_var( $sql ) ) {
			throw new StorageFailed( 'The order is locked.' );
		}

		try {
			return $work();
		} finally {
			// phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- The statement is prepared here.
			$this->wpdb->query( (string) $this->wpdb->prepare( 'DO RELEASE_LOCK(%s)', $name ) );
		}
	}

	/**
	 * Contains the database and table prefix: named locks are shared by all databases of a server.
	 */
	private function name( int $wc_order_id ): string {
		$database = defined( 'DB_NAME' ) ? constant( 'DB_NAME' ) : '';

		return 'mspl_'
			. md5( ( is_string( $database ) ? $database : '' ) . '/' . $this->wpdb->prefix )
			. '_'
			. $wc_order_id;
	}
}
