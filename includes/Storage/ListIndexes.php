<?php
/**
 * Indexes for lists.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use wpdb;

/**
 * Adds the indexes that lists of links read; each ends with the id, as every index of InnoDB does, so that the newest
 * links under a filter are read without sorting.
 */
final class ListIndexes {

	public const COLUMNS = [ 'status', 'environment', 'site', 'created_by', 'expires_at', 'amount', 'wc_order_number', 'order_id', 'email', 'first_name', 'last_name' ];

	/**
	 * Takes WordPress's database.
	 */
	public function __construct( private readonly wpdb $wpdb ) {}

	/**
	 * Adds what is missing. Returns whether all are there, whoever added them: of several requests that migrate at once,
	 * all but one are told that a name is taken.
	 *
	 * @param string $table The table of links.
	 */
	public function add( string $table ): bool {
		$missing = $this->missing( $table );
		if ( [] === $missing ) {
			return true;
		}

		$adds  = array_map( static fn ( string $column ): string => "ADD KEY list_{$column} ({$column})", $missing );
		$shown = $this->wpdb->suppress_errors( true );
		// phpcs:ignore WordPress.DB.PreparedSQL -- Only our own names.
		$this->wpdb->query( "ALTER TABLE {$table} " . implode( ', ', $adds ) );
		$this->wpdb->suppress_errors( $shown );

		return [] === $this->missing( $table );
	}

	/**
	 * Returns the columns without an index.
	 *
	 * @param string $table The table of links.
	 *
	 * @return list<string>
	 */
	private function missing( string $table ): array {
		// phpcs:ignore WordPress.DB.PreparedSQL -- Our own name.
		$known = $this->wpdb->get_col( "SHOW INDEX FROM {$table}", 2 );

		return array_values( array_filter( self::COLUMNS, static fn ( string $column ): bool => ! in_array( "list_{$column}", $known, true ) ) );
	}
}
