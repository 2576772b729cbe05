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

	/**
	 * Those that end with amounts answer sums without reading a link, those that go on with the status a search for many
	 * people of the same name.
	 */
	private const INDEXES = [
		'list_status'          => 'status',
		'list_environment'     => 'environment',
		'list_site'            => 'site',
		'list_site_status'     => 'site, status',
		'list_created_by'      => 'created_by',
		'list_maker'           => 'created_by, status, environment, currency, amount, expires_at',
		'list_totals'          => 'status, environment, currency, amount, site, expires_at',
		'list_expires_at'      => 'expires_at',
		'list_amount'          => 'amount',
		'list_wc_order_number' => 'wc_order_number',
		'list_order_id'        => 'order_id',
		'list_by_email'        => 'email, status, expires_at',
		'list_by_first_name'   => 'first_name, status, expires_at',
		'list_by_name'         => 'last_name, first_name, status, expires_at',
	];

	/**
	 * Whose place others took.
	 */
	private const FORMER = [ 'list_email', 'list_first_name', 'list_last_name', 'list_name' ];

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
		$known   = $this->known( $table );
		$missing = array_diff_key( self::INDEXES, array_flip( $known ) );
		if ( [] === $missing ) {
			return true;
		}

		$changes = [
			...array_map( static fn ( string $name, string $columns ): string => "ADD KEY {$name} ({$columns})", array_keys( $missing ), $missing ),
			...array_map( static fn ( string $name ): string => "DROP KEY {$name}", array_values( array_intersect( self::FORMER, $known ) ) ),
		];
		$shown = $this->wpdb->suppress_errors( true );
		// phpcs:ignore WordPress.DB.PreparedSQL -- Only our own names.
		$this->wpdb->query( "ALTER TABLE {$table} " . implode( ', ', $changes ) );
		$this->wpdb->suppress_errors( $shown );

		return [] === array_diff_key( self::INDEXES, array_flip( $this->known( $table ) ) );
	}

	/**
	 * Returns the names of the indexes that are there.
	 *
	 * @param string $table The table of links.
	 * @return list<string>
	 */
	private function known( string $table ): array {
		// phpcs:ignore WordPress.DB.PreparedSQL -- Our own name.
		return array_values( array_filter( $this->wpdb->get_col( "SHOW INDEX FROM {$table}", 2 ), 'is_string' ) );
	}
}
