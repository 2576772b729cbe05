<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Storage;

use Closure;
use MultiSafepay\PaymentLinks\Orders\Application\OrderLock;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;
use wpdb;

/**
 * Locks files, for WordPress on SQLite, which has no named locks and runs on one machine. The operating system releases
 * the locks of a process that dies.
 *
 * A file is never deleted while the plugin is installed: another process may be waiting for it. The number of files is
 * fixed, so orders share them.
 */
final class FileOrderLock implements OrderLock {

	private const FILES        = 64;
	private const WAIT_SECONDS = 10;
	private const POLL_MICROS  = 20_000;

	public function __construct( private readonly wpdb $wpdb ) {}

	public function during( int $wc_order_id, Closure $work ): mixed {
		$file = $this->open( $wc_order_id % self::FILES );
		try {
			$this->lock( $file );

			return $work();
		} finally {
			// phpcs:ignore WordPress.WP.AlternativeFunctions -- WP_Filesystem has no locks. Closing releases the lock.
			fclose( $file );
		}
	}

	/**
	 * Removes the lock files of the current site.
	 */
	public function remove_files(): void {
		$files = glob( self::folder() . $this->prefix() . '*.lock' );
		foreach ( false === $files ? [] : $files as $file ) {
			wp_delete_file( $file );
		}
		// phpcs:ignore WordPress.WP.AlternativeFunctions, WordPress.PHP.NoSilencedErrors -- May not be empty.
		@rmdir( self::folder() );
	}

	/**
	 * @return resource
	 * @throws StorageFailed
	 */
	private function open( int $slot ) {
		wp_mkdir_p( self::folder() );
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_system_read_fopen -- WP_Filesystem has no locks.
		$file = fopen( self::folder() . $this->prefix() . $slot . '.lock', 'c' );

		return false === $file ? throw new StorageFailed( 'The order cannot be locked.' ) : $file;
	}

	/**
	 * @param resource $file
	 * @throws StorageFailed
	 */
	private function lock( $file ): void {
		$attempts = intdiv( self::WAIT_SECONDS * 1_000_000, self::POLL_MICROS );
		while ( ! flock( $file, LOCK_EX | LOCK_NB ) ) {
			if ( $attempts-- <= 0 ) {
				throw new StorageFailed( 'The order is locked.' );
			}
			usleep( self::POLL_MICROS );
		}
	}

	/**
	 * Uses the folder of the SQLite database, which the SQLite integration protects from web access.
	 */
	private static function folder(): string {
		$folder = self::constant( 'FQDBDIR' );

		return rtrim( '' === $folder ? self::constant( 'WP_CONTENT_DIR' ) . '/database' : $folder, '/' )
			. '/multisafepay-payment-links-locks/';
	}

	/**
	 * Contains the path of the shop, in case several shops share the folder.
	 */
	private function prefix(): string {
		return md5( self::constant( 'ABSPATH' ) . $this->wpdb->prefix ) . '-';
	}

	private static function constant( string $name ): string {
		$value = defined( $name ) ? constant( $name ) : '';

		return is_string( $value ) ? $value : '';
	}
}
