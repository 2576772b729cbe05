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
	 * Adds what is missing. Returns whether all are there.
	 *
	 * @param string $table The table of links.
	 */
	public function add( string $table ): bool {
		// phpcs:ignore WordPress.DB.PreparedSQL -- Our own name.
		$known = $this->wpdb->get_col( "SHOW INDEX FROM {$table}", 2 );
		$adds  = array_map( static fn ( string $column ): string => "ADD KEY list_{$column} ({$column})", array_filter( self::COLUMNS, static fn ( string $column ): bool => ! in_array( "list_{$column}", $known, true ) ) );

		// phpcs:ignore WordPress.DB.PreparedSQL -- Only our own names.
		return [] === $adds || false !== $this->wpdb->query( "ALTER TABLE {$table} " . implode( ', ', $adds ) );
	}
}
