<?php
/**
 * The plugin's tables.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use wpdb;

/**
 * Names and creates the tables. Every step may run twice, and two requests may run it at once.
 */
final class Schema {

	public const VERSION        = 5;
	public const VERSION_OPTION = 'multisafepay_payment_links_db_version';

	/**
	 * Takes WordPress's database.
	 */
	public function __construct( private readonly wpdb $wpdb ) {}

	/**
	 * Returns the name of the table of links.
	 */
	public function links(): string {
		return $this->wpdb->prefix . 'multisafepay_payment_links';
	}

	/**
	 * Returns the name of the event log.
	 */
	public function events(): string {
		return $this->wpdb->prefix . 'multisafepay_payment_link_events';
	}

	/**
	 * Returns the name of the table of copied orders.
	 */
	public function copies(): string {
		return $this->wpdb->prefix . 'multisafepay_payment_link_copies';
	}

	/**
	 * Returns the name of the table of batches.
	 */
	public function batches(): string {
		return $this->wpdb->prefix . 'multisafepay_payment_link_batches';
	}

	/**
	 * Returns the name of the table of what batches are about.
	 */
	public function batch_items(): string {
		return $this->wpdb->prefix . 'multisafepay_payment_link_batch_items';
	}

	/**
	 * Brings the tables to this version. The option is autoloaded, so that knowing costs no query.
	 */
	public function migrate(): void {
		if ( self::VERSION === self::stored_version() ) {
			return;
		}

		$collate = $this->wpdb->get_charset_collate();
		foreach ( [ $this->links_sql( $collate ), $this->events_sql( $collate ), $this->copies_sql( $collate ), ...BatchSchema::statements( $this->batches(), $this->batch_items(), $collate ) ] as $sql ) {
			// phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- Only our own names and WordPress's collation.
			if ( false === $this->wpdb->query( $sql ) ) {
				// Without the table there is no version: the next request tries again.
				return;
			}
		}
		if ( ! ( new ListIndexes( $this->wpdb ) )->add( $this->links() ) ) {
			return;
		}

		update_option( self::VERSION_OPTION, self::VERSION, true );
	}

	/**
	 * Drops the tables and all that is in them.
	 */
	public function drop(): void {
		foreach ( [ $this->links(), $this->events(), $this->copies(), $this->batches(), $this->batch_items() ] as $table ) {
			// phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- Our own name.
			$this->wpdb->query( "DROP TABLE IF EXISTS {$table}" );
		}
		delete_option( self::VERSION_OPTION );
	}

	/**
	 * Returns the version of the tables as stored, 0 before the first migration.
	 */
	public static function stored_version(): int {
		$version = get_option( self::VERSION_OPTION, 0 );

		return is_numeric( $version ) ? (int) $version : 0;
	}

	/**
	 * The table of links. Order IDs are compared by case, since the provider may do so.
	 */
	private function links_sql( string $collate ): string {
		$exact = $this->exact();

		return "CREATE TABLE IF NOT EXISTS {$this->links()} (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			wc_order_id bigint(20) unsigned NOT NULL,
			wc_order_number varchar(100) NOT NULL,
			site varchar(32) NOT NULL,
			environment varchar(4) NOT NULL,
			key_fingerprint varchar(16) NOT NULL,
			order_id varchar(50) {$exact} NOT NULL,
			order_id_typed tinyint(1) NOT NULL DEFAULT 0,
			number int(10) unsigned NOT NULL,
			status varchar(20) NOT NULL,
			reason varchar(32) NOT NULL,
			error_code int(10) unsigned DEFAULT NULL,
			amount bigint(20) NOT NULL,
			currency char(3) NOT NULL,
			first_name varchar(100) NOT NULL,
			last_name varchar(100) NOT NULL,
			email varchar(100) NOT NULL,
			details longtext NOT NULL,
			payment_url varchar(500) DEFAULT NULL,
			idempotency_key varchar(64) {$exact} DEFAULT NULL,
			created_at datetime NOT NULL,
			changed_at datetime NOT NULL,
			expires_at datetime DEFAULT NULL,
			paid_at datetime DEFAULT NULL,
			transaction_id varchar(40) DEFAULT NULL,
			payment_method varchar(40) DEFAULT NULL,
			created_by bigint(20) unsigned NOT NULL,
			duplicate_of bigint(20) unsigned DEFAULT NULL,
			sent_at datetime DEFAULT NULL,
			alarm varchar(32) DEFAULT NULL,
			checked_at datetime DEFAULT NULL,
			check_at datetime DEFAULT NULL,
			refunded bigint(20) NOT NULL DEFAULT 0,
			followed varchar(80) NOT NULL DEFAULT '',
			PRIMARY KEY  (id),
			UNIQUE KEY site_order_id (site, order_id),
			UNIQUE KEY idempotency_key (idempotency_key),
			KEY wc_order_id (wc_order_id),
			KEY status_expires_at (status, expires_at),
			KEY created_at (created_at),
			KEY check_at (check_at),
			KEY alarm (alarm)
		) $collate";
	}

	/**
	 * The event log: rows are only ever added.
	 */
	private function events_sql( string $collate ): string {
		return "CREATE TABLE IF NOT EXISTS {$this->events()} (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			link_id bigint(20) unsigned NOT NULL,
			at datetime NOT NULL,
			source varchar(10) NOT NULL,
			user_id bigint(20) unsigned NOT NULL,
			from_status varchar(20) DEFAULT NULL,
			to_status varchar(20) NOT NULL,
			reason varchar(32) NOT NULL,
			error_code int(10) unsigned DEFAULT NULL,
			detail varchar(255) NOT NULL DEFAULT '',
			PRIMARY KEY  (id),
			KEY link_id (link_id)
		) $collate";
	}

	/**
	 * Which idempotency key has copied which order: a key copies once.
	 */
	private function copies_sql( string $collate ): string {
		return "CREATE TABLE IF NOT EXISTS {$this->copies()} (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			idempotency_key varchar(64) {$this->exact()} NOT NULL,
			wc_order_id bigint(20) unsigned NOT NULL,
			copy_id bigint(20) unsigned DEFAULT NULL,
			begun_at datetime NOT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY idempotency_key (idempotency_key)
		) $collate";
	}

	/**
	 * Has a column compared by case.
	 */
	private function exact(): string {
		// The table's own character set: with another one in a column, wpdb takes the whole table for ASCII and
		// refuses every customer whose name has an accent.
		$charset = '' === (string) $this->wpdb->charset ? 'utf8mb4' : (string) $this->wpdb->charset;

		return "CHARACTER SET {$charset} COLLATE {$charset}_bin";
	}
}
