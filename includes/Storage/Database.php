<?php
/**
 * Statements on the plugin's tables.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;
use wpdb;

/**
 * The few statements that the plugin needs, with errors as exceptions and deadlocks tried again.
 */
final class Database {

	private const DEADLOCK_TRIES = 5;

	/**
	 * Takes WordPress's database.
	 */
	public function __construct( private readonly wpdb $wpdb ) {}

	/**
	 * Inserts a row unless a unique key stands in the way. Returns its id, or null.
	 *
	 * @param string                        $table  Table.
	 * @param array<string,int|string|null> $values By column.
	 * @throws StorageFailed When the statement fails.
	 */
	public function insert_unless_taken( string $table, array $values ): ?int {
		$columns = implode( ', ', array_keys( $values ) );
		$sql     = "INSERT IGNORE INTO {$table} ({$columns}) VALUES (" . implode( ', ', array_map( [ $this, 'literal' ], $values ) ) . ')';

		return 1 === $this->run( $sql ) ? $this->wpdb->insert_id : null;
	}

	/**
	 * Updates rows that still are as they were read. Returns whether one was, and no unique key stood in the way.
	 *
	 * @param string                        $table  Table.
	 * @param array<string,int|string|null> $values By column.
	 * @param array<string,int|string|null> $where  By column.
	 * @throws StorageFailed When the statement fails.
	 */
	public function update_if( string $table, array $values, array $where ): bool {
		return 1 === $this->run( "UPDATE IGNORE {$table} SET " . $this->assignments( $values ) . $this->where( $where ) );
	}

	/**
	 * Inserts rows, and leaves out those that a unique key stands in the way of.
	 *
	 * @param string                      $table   Table.
	 * @param list<string>                $columns Their names.
	 * @param list<list<int|string|null>> $rows    Values in the order of the columns.
	 * @throws StorageFailed When the statement fails.
	 */
	public function insert_new( string $table, array $columns, array $rows ): void {
		if ( [] !== $rows ) {
			$values = array_map( fn ( array $row ): string => '(' . implode( ', ', array_map( [ $this, 'literal' ], $row ) ) . ')', $rows );
			$this->run( "INSERT IGNORE INTO {$table} (" . implode( ', ', $columns ) . ') VALUES ' . implode( ', ', $values ) );
		}
	}

	/**
	 * Updates every row that is so. Returns how many were.
	 *
	 * @param string                        $table  Table.
	 * @param array<string,int|string|null> $values By column.
	 * @param array<string,int|string|null> $where  By column.
	 * @throws StorageFailed When the statement fails.
	 */
	public function update_all( string $table, array $values, array $where ): int {
		return $this->run( "UPDATE {$table} SET " . $this->assignments( $values ) . $this->where( $where ) );
	}

	/**
	 * Deletes rows that still are as they were read.
	 *
	 * @param string                        $table Table.
	 * @param array<string,int|string|null> $where By column.
	 * @throws StorageFailed When the statement fails.
	 */
	public function delete_if( string $table, array $where ): void {
		$this->run( "DELETE FROM {$table}" . $this->where( $where ) );
	}

	/**
	 * Returns what is set.
	 *
	 * @param array<string,int|string|null> $values By column.
	 */
	private function assignments( array $values ): string {
		$set = [];
		foreach ( $values as $column => $value ) {
			$set[] = $column . ' = ' . $this->literal( $value );
		}

		return implode( ', ', $set );
	}

	/**
	 * Returns a condition; null stands for NULL.
	 *
	 * @param array<string,int|string|null> $where By column.
	 */
	private function where( array $where ): string {
		$when = [];
		foreach ( $where as $column => $value ) {
			$when[] = $column . ( null === $value ? ' IS ' : ' = ' ) . $this->literal( $value );
		}

		return ' WHERE ' . implode( ' AND ', $when );
	}

	/**
	 * Returns rows as arrays of texts.
	 *
	 * @param literal-string   $sql    With placeholders of wpdb::prepare().
	 * @param list<int|string> $values For the placeholders.
	 * @return list<array<mixed>>
	 * @throws StorageFailed When the statement fails.
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
	 * Runs a statement and returns the number of rows it changed.
	 *
	 * @throws StorageFailed When it fails.
	 */
	private function run( string $sql ): int {
		$shown = $this->wpdb->suppress_errors( true );

		try {
			for ( $try = 1; $try <= self::DEADLOCK_TRIES; $try++ ) {
				// phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- Every value has passed literal().
				$changed = $this->wpdb->query( $sql );
				if ( is_int( $changed ) ) {
					return $changed;
				}
				if ( 1 !== preg_match( '/deadlock|lock wait|locked/i', $this->wpdb->last_error ) ) {
					break;
				}

				usleep( random_int( 5_000, 50_000 ) * $try );
			}
		} finally {
			$this->wpdb->suppress_errors( $shown );
		}

		throw new StorageFailed( 'Writing a payment link failed.' );
	}

	/**
	 * Returns a value as SQL.
	 */
	private function literal( int|string|null $value ): string {
		if ( null === $value ) {
			return 'NULL';
		}

		return is_int( $value ) ? (string) $value : (string) $this->wpdb->prepare( '%s', $value );
	}
}
