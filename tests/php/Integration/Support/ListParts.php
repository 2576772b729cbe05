<?php
/**
 * Lists and sums of links over any tables.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Storage\Columns;
use MultiSafepay\PaymentLinks\Storage\Database;
use MultiSafepay\PaymentLinks\Storage\DetailsJson;
use MultiSafepay\PaymentLinks\Storage\LinkConditions;
use MultiSafepay\PaymentLinks\Storage\LinkList;
use MultiSafepay\PaymentLinks\Storage\LinkRow;
use MultiSafepay\PaymentLinks\Storage\LinkTotals;
use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\WooCommerce\StaleInOrders;
use wpdb;

/**
 * Asks the database how it reads them, and counts what it read.
 */
final class ListParts {

	public readonly LinkList $list;

	public readonly LinkTotals $totals;

	public readonly LinkConditions $conditions;

	public function __construct( private readonly wpdb $wpdb ) {
		$schema           = new Schema( $wpdb );
		$database         = new Database( $wpdb );
		$this->conditions = new LinkConditions( new StaleInOrders( $wpdb ), $schema );
		$this->list       = new LinkList( $database, $schema, $this->conditions, new LinkRow( new DetailsJson() ) );
		$this->totals     = new LinkTotals( $database, $schema, $this->conditions );
	}

	/**
	 * @return list<PlanStep>
	 */
	public function plan( LinkQuery $query, DateTimeImmutable $now ): array {
		[ $sql, $values ] = $this->list->ids_sql( $query, $now, $query->offset(), $query->per_page );

		return $this->explained( $sql, $values );
	}

	/**
	 * @return list<PlanStep>
	 */
	public function plan_of_totals( LinkQuery $query, DateTimeImmutable $now ): array {
		[ $sql, $values ] = $this->totals->sql( $query, $now );

		return $this->explained( $sql, $values );
	}

	public function forget_reads(): void {
		$this->wpdb->query( 'FLUSH STATUS' );
	}

	/**
	 * How many rows and entries of indexes this connection has read since, temporary tables among them.
	 */
	public function reads(): int {
		return (int) array_sum( array_map( 'intval', $this->wpdb->get_col( "SHOW SESSION STATUS LIKE 'Handler_read%'", 1 ) ) );
	}

	/**
	 * Leaves out what is read from the parts of the statement itself.
	 *
	 * @param literal-string   $sql    With placeholders.
	 * @param list<int|string> $values For them.
	 * @return list<PlanStep>
	 */
	private function explained( string $sql, array $values ): array {
		$steps = [];
		foreach ( (array) $this->wpdb->get_results( (string) $this->wpdb->prepare( 'EXPLAIN ' . $sql, $values ), 'ARRAY_A' ) as $row ) {
			$columns = new Columns( is_array( $row ) ? $row : [] );
			$table   = $columns->text( 'table' );
			if ( $table !== '' && ! str_starts_with( $table, '<' ) ) {
				$steps[] = new PlanStep( $table, $columns->text( 'type' ), $columns->text( 'key' ), $columns->number( 'rows' ) ?? 0, $columns->text( 'Extra' ) );
			}
		}

		return $steps;
	}
}
