<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;

/**
 * Adds up the matching links of a query. Each status is a separate part of the statement, so that MySQL can read it
 * from an index without reading the rows; see LinkTables.
 *
 * @phpstan-import-type Condition from LinkConditions
 * @phpstan-type Total array{state: string, environment: string, currency: string, count: int, amount: int}
 */
final class LinkTotals {

	public function __construct(
		private readonly Database $database,
		private readonly LinkTables $tables,
		private readonly LinkConditions $conditions,
	) {}

	/**
	 * Returns the number and sum of open, paid and expired links, per environment and currency.
	 *
	 * @return list<Total>
	 */
	public function of( LinkQuery $query, DateTimeImmutable $now ): array {
		[ $sql, $values ] = $this->sql( $query, $now );

		return array_map( self::total( ... ), $this->database->rows( $sql, $values ) );
	}

	/**
	 * Public because tests run EXPLAIN on the statement.
	 *
	 * @return array{literal-string, list<int|string>}
	 */
	public function sql( LinkQuery $query, DateTimeImmutable $now ): array {
		[ $parts, $values ] = '' === $query->search
			? $this->by_state( $query, $now )
			: $this->by_search( $query, $now );

		return [
			'SELECT state, environment, currency, SUM(links) AS links, SUM(amount) AS amount FROM ('
				. $parts
				. ') parts WHERE state <> %s
				GROUP BY state, environment, currency ORDER BY state, environment, currency',
			[ ...$values, '' ],
		];
	}

	/**
	 * Returns one part per status.
	 *
	 * @return Condition
	 */
	private function by_state( LinkQuery $query, DateTimeImmutable $now ): array {
		[ $where, $where_values ] = $this->conditions->combined( $query, $now );
		$parts                    = [];
		$values                   = [];
		foreach ( self::states( $now ) as [ $state, $condition, $condition_values ] ) {
			$parts[] = 'SELECT %s AS state, environment, currency, COUNT(*) AS links, SUM(amount) AS amount
				FROM %i l WHERE '
				. $condition
				. ' AND '
				. $where
				. ' GROUP BY environment, currency';
			$values = [ ...$values, $state, $this->tables->links(), ...$condition_values, ...$where_values ];
		}

		return [ implode( ' UNION ALL ', $parts ), $values ];
	}

	/**
	 * Returns one part for a search. The UNION of its branches ensures that each link counts once.
	 *
	 * @return Condition
	 */
	private function by_search( LinkQuery $query, DateTimeImmutable $now ): array {
		$cases  = [];
		$values = [];
		foreach ( self::states( $now ) as [ $state, $condition, $condition_values ] ) {
			$cases[] = 'WHEN ' . $condition . ' THEN %s';
			$values  = [ ...$values, ...$condition_values, $state ];
		}
		$values[] = '';

		$branches = [];
		foreach ( $this->conditions->branches( $query, $now ) as [ $where, $where_values ] ) {
			$branches[] = 'SELECT id FROM %i l WHERE ' . $where;
			$values     = [ ...$values, $this->tables->links(), ...$where_values ];
		}

		return [
			'SELECT CASE '
				. implode( ' ', $cases )
				. ' ELSE %s END AS state, environment, currency, COUNT(*) AS links, SUM(amount) AS amount
			FROM (' . implode( ' UNION ', $branches ) . ') found JOIN %i l ON l.id = found.id GROUP BY 1, 2, 3',
			[ ...$values, $this->tables->links() ],
		];
	}

	/**
	 * Returns the conditions of each state of a total. Open links after their expiry count as expired.
	 *
	 * @return list<array{string, literal-string, list<string>}>
	 */
	private static function states( DateTimeImmutable $now ): array {
		$time = SqlTime::format( $now );
		$open = LinkStatus::open();

		return [
			[ 'open', 'status IN (%s, %s) AND (expires_at IS NULL OR expires_at > %s)', [ ...$open, $time ] ],
			[ 'paid', 'status = %s', [ LinkStatus::Completed->value ] ],
			[ 'paid', 'status = %s', [ LinkStatus::PartiallyRefunded->value ] ],
			[ 'expired', 'status = %s', [ LinkStatus::Expired->value ] ],
			[ 'expired', 'status IN (%s, %s) AND expires_at <= %s', [ ...$open, $time ] ],
		];
	}

	/**
	 * @param array<mixed> $row By column.
	 * @return Total
	 */
	private static function total( array $row ): array {
		$columns = new RowReader( $row );

		return [
			'state'       => $columns->text( 'state' ),
			'environment' => $columns->text( 'environment' ),
			'currency'    => $columns->text( 'currency' ),
			'count'       => $columns->number( 'links' ) ?? 0,
			'amount'      => $columns->number( 'amount' ) ?? 0,
		];
	}
}
