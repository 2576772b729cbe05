<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Database;

use wpdb;

/**
 * Creates and drops the tables of all features.
 */
final class Schema {

	/**
	 * @param list<TableGroup> $groups
	 */
	public function __construct(
		private readonly wpdb $wpdb,
		private readonly array $groups,
	) {}

	/**
	 * Creates missing tables, columns and keys. Returns false if the database does not accept one of them.
	 */
	public function create(): bool {
		foreach ( $this->groups as $group ) {
			if ( ! $group->create() ) {
				return false;
			}
		}

		return true;
	}

	public function drop(): void {
		foreach ( $this->groups as $group ) {
			foreach ( $group->names() as $table ) {
				// phpcs:ignore WordPress.DB.PreparedSQL -- The name is a constant with WordPress's prefix.
				$this->wpdb->query( "DROP TABLE IF EXISTS {$table}" );
			}
		}
	}
}
