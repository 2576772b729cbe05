<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Links\Storage\LinkConditions;
use MultiSafepay\PaymentLinks\Links\Storage\LinkListQuery;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use wpdb;

/**
 * Returns execution plans of the list and totals queries and counts the rows that they read.
 */
final class ListParts {

	public readonly LinkListQuery $list;

	public readonly LinkConditions $conditions;

	public function __construct( private readonly wpdb $wpdb ) {
		$container        = Plugin::container( [ wpdb::class => static fn (): wpdb => $wpdb ] );
		$this->conditions = $container->get( LinkConditions::class );
		$this->list       = $container->get( LinkListQuery::class );
	}

	/**
	 * @return list<PlanStep>
	 */
	public function plan( LinkQuery $query, DateTimeImmutable $now ): array {
		[ $sql, $values ] = $this->list->ids_sql( $query, $now, $query->offset(), $query->per_page );

		return $this->explain( $sql, $values );
	}

	/**
	 * @return list<PlanStep>
	 */
	public function plan_of_totals( LinkQuery $query, DateTimeImmutable $now ): array {
		[ $sql, $values ] = $this->list->totals_sql( $query, $now );

		return $this->explain( $sql, $values );
	}

	public function reset_reads(): void {
		$this->wpdb->query( 'FLUSH STATUS' );
	}

	/**
	 * Returns the number of rows and index entries that this connection has read since the reset, including temporary
	 * tables.
	 */
	public function reads(): int {
		return (int) array_sum( array_map(
			'intval',
			$this->wpdb->get_col( "SHOW SESSION STATUS LIKE 'Handler_read%'", 1 )
		) );
	}

	/**
	 * Returns the execution plan without the steps that read derived tables of the statement itself.
	 *
	 * @param literal-string   $sql    SQL with placeholders.
	 * @param list<int|string> $values Values of the placeholders.
	 * @return list<PlanStep>
	 */
	private function explain( string $sql, array $values ): array {
		$steps = [];
		foreach ( (array) $this->wpdb->get_results(
			(string) $this->wpdb->prepare( 'EXPLAIN ' . $sql, $values ),
			'ARRAY_A'
		) as $row ) {
			$columns = new RowReader( is_array( $row ) ? $row : [] );
			$table   = $columns->text( 'table' );
			if ( $table !== '' && ! str_starts_with( $table, '<' ) ) {
				$steps[] = new PlanStep(
					$table,
					$columns->text( 'type' ),
					$columns->text( 'key' ),
					$columns->number( 'rows' ) ?? 0,
					$columns->text( 'Extra' )
				);
			}
		}

		return $steps;
	}
}
