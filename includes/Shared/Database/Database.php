<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Database;

use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;
use mysqli;
use wpdb;

/**
 * The statements that the plugin runs. Failures are exceptions, except for duplicate keys, which are a result.
 * Deadlocks are retried.
 */
final class Database {

	private const MAX_ATTEMPTS = 5;

	/**
	 * Error numbers of MySQL and MariaDB; their messages may be translated.
	 */
	private const DUPLICATE_KEY = 1062;
	private const LOCK_ERRORS   = [ 1205, 1213 ];

	public function __construct( private readonly wpdb $wpdb ) {}

	/**
	 * Inserts a row. Returns its ID, or null if a row with the same unique key exists.
	 *
	 * @param array<string, int|string|null> $values
	 * @throws StorageFailed
	 */
	public function insert( string $table, array $values ): ?int {
		return null === $this->run( $this->insert_statement( $table, array_keys( $values ), [ $values ] ) )
			? null
			: $this->wpdb->insert_id;
	}

	/**
	 * Inserts the rows whose unique keys do not exist yet.
	 *
	 * @param list<string> $columns
	 * @param list<list<int|string|null>> $rows
	 * @throws StorageFailed
	 */
	public function insert_missing( string $table, array $columns, array $rows ): void {
		if (
			[] === $rows
			|| null !== $this->run( $this->insert_statement( $table, $columns, $rows ) )
			|| 1 === count( $rows )
		) {
			return;
		}

		// One row exists already, so the statement inserted none.
		foreach ( $rows as $row ) {
			$this->run( $this->insert_statement( $table, $columns, [ $row ] ) );
		}
	}

	/**
	 * Updates the row that still has the given values. Returns false if there is none, or if the new values violate a
	 * unique key.
	 *
	 * @param array<string, int|string|null> $values
	 * @param array<string, int|string|null> $where
	 * @throws StorageFailed
	 */
	public function update_if( string $table, array $values, array $where ): bool {
		return 1 === $this->run( "UPDATE {$table} SET " . $this->assignments( $values ) . $this->where( $where ) );
	}

	/**
	 * Updates every row that has the given values. Returns how many were changed.
	 *
	 * @param array<string, int|string|null> $values
	 * @param array<string, int|string|null> $where
	 * @throws StorageFailed
	 */
	public function update_all( string $table, array $values, array $where ): int {
		return $this->run( "UPDATE {$table} SET " . $this->assignments( $values ) . $this->where( $where ) ) ?? 0;
	}

	/**
	 * @param array<string, int|string|null> $where
	 * @throws StorageFailed
	 */
	public function delete_if( string $table, array $where ): void {
		$this->run( "DELETE FROM {$table}" . $this->where( $where ) );
	}

	/**
	 * @param literal-string $sql With placeholders of wpdb::prepare().
	 * @param list<int|string> $values
	 * @return list<array<mixed>>
	 * @throws StorageFailed
	 */
	public function rows( string $sql, array $values ): array {
		// phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- The statement is prepared here.
		$rows = $this->wpdb->get_results( (string) $this->wpdb->prepare( $sql, $values ), 'ARRAY_A' );
		if ( ! is_array( $rows ) || '' !== $this->wpdb->last_error ) {
			throw new StorageFailed( 'Reading payment links failed.' );
		}

		return array_values( array_filter( $rows, 'is_array' ) );
	}

	/**
	 * @param list<string> $columns
	 * @param list<array<array-key, int|string|null>> $rows
	 */
	private function insert_statement( string $table, array $columns, array $rows ): string {
		$tuples = array_map(
			fn ( array $row ): string => '(' . implode( ', ', array_map( $this->literal( ... ), $row ) ) . ')',
			$rows
		);

		return "INSERT INTO {$table} (" . implode( ', ', $columns ) . ') VALUES ' . implode( ', ', $tuples );
	}

	/**
	 * @param array<string, int|string|null> $values
	 */
	private function assignments( array $values ): string {
		$set = [];
		foreach ( $values as $column => $value ) {
			$set[] = $column . ' = ' . $this->literal( $value );
		}

		return implode( ', ', $set );
	}

	/**
	 * @param array<string, int|string|null> $where
	 */
	private function where( array $where ): string {
		$conditions = [];
		foreach ( $where as $column => $value ) {
			$conditions[] = $column . ( null === $value ? ' IS ' : ' = ' ) . $this->literal( $value );
		}

		return ' WHERE ' . implode( ' AND ', $conditions );
	}

	/**
	 * Returns the number of rows that the statement changed; null if a unique key prevented it.
	 *
	 * @throws StorageFailed
	 */
	private function run( string $sql ): ?int {
		$previous = $this->wpdb->suppress_errors( true );
		try {
			for ( $attempt = 1; $attempt <= self::MAX_ATTEMPTS; $attempt++ ) {
				// phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- Every value has passed literal().
				$changed = $this->wpdb->query( $sql );
				if ( is_int( $changed ) ) {
					return $changed;
				}
				if ( $this->is_duplicate_key() ) {
					return null;
				}
				if ( ! $this->is_locked() ) {
					break;
				}
				usleep( random_int( 5_000, 50_000 ) * $attempt );
			}
		} finally {
			$this->wpdb->suppress_errors( $previous );
		}

		throw new StorageFailed( 'Writing a payment link failed.' );
	}

	private function is_duplicate_key(): bool {
		return self::DUPLICATE_KEY === $this->error_number()
			|| 1 === preg_match( '/unique constraint failed/i', $this->wpdb->last_error );
	}

	private function is_locked(): bool {
		return in_array( $this->error_number(), self::LOCK_ERRORS, true )
			|| 1 === preg_match( '/database (?:table )?is locked/i', $this->wpdb->last_error );
	}

	/**
	 * Returns the number of the last error; 0 where WordPress runs on SQLite.
	 */
	private function error_number(): int {
		$connection = $this->wpdb->__get( 'dbh' );

		return $connection instanceof mysqli ? $connection->errno : 0;
	}

	private function literal( int|string|null $value ): string {
		if ( null === $value ) {
			return 'NULL';
		}

		return is_int( $value ) ? (string) $value : (string) $this->wpdb->prepare( '%s', $value );
	}
}
