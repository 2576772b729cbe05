<?php
/**
 * Locks on orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use Closure;
use MultiSafepay\PaymentLinks\Application\Port\OrderLock;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;
use wpdb;

/**
 * A named lock of the database, which ends with the connection: a process that dies lets go at once. SQLite has no such
 * locks, but lives on one machine, so there the lock of a file does the same.
 */
final class OrderLocks implements OrderLock {

	private const WAIT_SECONDS  = 10;
	private const NAP_MICROS    = 20_000;
	private const SECOND_MICROS = 1_000_000;

	/**
	 * Takes WordPress's database.
	 */
	public function __construct( private readonly wpdb $wpdb ) {}

	/**
	 * {@inheritDoc}
	 */
	public function during( int $wc_order_id, Closure $work ): mixed {
		// Named locks belong to the whole server: other shops may live on it.
		$database = defined( 'DB_NAME' ) ? constant( 'DB_NAME' ) : '';
		$shop     = ( is_string( $database ) ? $database : '' ) . '/' . $this->wpdb->prefix;
		$name     = 'mspl_' . md5( $shop ) . '_' . $wc_order_id;

		return $this->is_sqlite() ? $this->in_file( $name, $work ) : $this->in_database( $name, $work );
	}

	/**
	 * Tells whether WordPress runs on SQLite.
	 */
	private function is_sqlite(): bool {
		return defined( 'DB_ENGINE' ) && 'sqlite' === constant( 'DB_ENGINE' );
	}

	/**
	 * Holds a named lock.
	 *
	 * @template T
	 * @param string       $name At most 64 characters.
	 * @param Closure(): T $work What to do.
	 * @return T
	 * @throws StorageFailed When others hold it too long.
	 */
	private function in_database( string $name, Closure $work ): mixed {
		// phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- It is prepared.
		$got = $this->wpdb->get_var( (string) $this->wpdb->prepare( 'SELECT GET_LOCK(%s, %d)', $name, self::WAIT_SECONDS ) );
		if ( '1' !== $got ) {
			throw new StorageFailed( 'The order is locked.' );
		}

		try {
			return $work();
		} finally {
			// phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- It is prepared.
			$this->wpdb->query( (string) $this->wpdb->prepare( 'DO RELEASE_LOCK(%s)', $name ) );
		}
	}

	/**
	 * Holds the lock of a file. The file is left behind, empty: whoever deleted it could delete the one of the next.
	 *
	 * @template T
	 * @param string       $name Of the file.
	 * @param Closure(): T $work What to do.
	 * @return T
	 * @throws StorageFailed When others hold it too long.
	 */
	private function in_file( string $name, Closure $work ): mixed {
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_system_read_fopen -- WP_Filesystem has no locks.
		$file = fopen( get_temp_dir() . $name . '.lock', 'c' );
		if ( false === $file ) {
			throw new StorageFailed( 'The order cannot be locked.' );
		}

		try {
			$naps = self::WAIT_SECONDS * self::SECOND_MICROS / self::NAP_MICROS;
			while ( ! flock( $file, LOCK_EX | LOCK_NB ) ) {
				if ( $naps-- <= 0 ) {
					throw new StorageFailed( 'The order is locked.' );
				}
				usleep( self::NAP_MICROS );
			}

			return $work();
		} finally {
			// phpcs:ignore WordPress.WP.AlternativeFunctions.file_system_read_fclose -- As above; closing lets go.
			fclose( $file );
		}
	}
}
