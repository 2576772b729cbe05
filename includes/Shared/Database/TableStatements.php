<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Database;

use wpdb;

/**
 * Runs statements that create tables.
 */
final class TableStatements {

	public function __construct( private readonly wpdb $wpdb ) {}

	/**
	 * Runs a CREATE TABLE statement with the character set of WordPress. Returns false if the database refused it.
	 */
	public function run( string $create_table ): bool {
		// phpcs:ignore WordPress.DB.PreparedSQL -- Contains only constants, WordPress's prefix and its collation.
		return false !== $this->wpdb->query( $create_table . ' ' . $this->wpdb->get_charset_collate() );
	}

	/**
	 * Returns the column option for case-sensitive comparison. It uses the table's own character set: with a different
	 * one in a single column, wpdb treats the whole table as ASCII and refuses every name with an accent.
	 */
	public function case_sensitive(): string {
		$charset = '' === (string) $this->wpdb->charset ? 'utf8mb4' : (string) $this->wpdb->charset;

		return "CHARACTER SET {$charset} COLLATE {$charset}_bin";
	}
}
