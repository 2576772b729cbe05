<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Database;

use wpdb;

/**
 * Creates and drops the tables of all features.
 */
final class Schema {

	public const VERSION        = 7;
	public const VERSION_OPTION = 'multisafepay_payment_links_db_version';

	/**
	 * @param list<TableGroup> $groups
	 */
	public function __construct(
		private readonly wpdb $wpdb,
		private readonly array $groups,
	) {}

	/**
	 * Reads an autoloaded option: this costs no query.
	 */
	public static function is_current(): bool {
		$version = get_option( self::VERSION_OPTION, 0 );

		return is_numeric( $version ) && self::VERSION === (int) $version;
	}

	/**
	 * Creates missing tables. If one cannot be created, the version is not stored and the next request tries again.
	 */
	public function migrate(): void {
		if ( self::is_current() ) {
			return;
		}

		foreach ( $this->groups as $group ) {
			if ( ! $group->create() ) {
				return;
			}
		}
		update_option( self::VERSION_OPTION, self::VERSION, true );
	}

	public function drop(): void {
		foreach ( $this->groups as $group ) {
			foreach ( $group->names() as $table ) {
				// phpcs:ignore WordPress.DB.PreparedSQL -- The name is a constant with WordPress's prefix.
				$this->wpdb->query( "DROP TABLE IF EXISTS {$table}" );
			}
		}
		delete_option( self::VERSION_OPTION );
	}
}
