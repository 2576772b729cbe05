<?php
/**
 * Sums of links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;

/**
 * Adds up what a query is about. Each state is a part of its own, so that an index answers it group by group without
 * reading a link; see ListIndexes.
 *
 * @phpstan-import-type Condition from LinkConditions
 * @phpstan-type Total array{state: string, environment: string, currency: string, count: int, amount: int}
 */
final class LinkTotals {

	/**
	 * Takes the database and the conditions.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly Schema $schema,
		private readonly LinkConditions $conditions,
	) {}

	/**
	 * Returns number and sum of what is open, paid and expired. Test money and live money are never added up.
	 *
	 * @return list<Total>
	 */
	public function of( LinkQuery $query, DateTimeImmutable $now ): array {
		[ $sql, $values ] = $this->sql( $query, $now );

		return array_map( self::total( ... ), $this->database->rows( $sql, $values ) );
	}

	/**
	 * Returns the statement, which `EXPLAIN` is asked about in tests.
	 *
	 * @return array{literal-string, list<int|string>}
	 */
	public function sql( LinkQuery $query, DateTimeImmutable $now ): array {
		[ $parts, $values ] = '' === $query->search ? $this->by_state( $query, $now ) : $this->of_found( $query, $now );

		return [
			'SELECT state, environment, currency, SUM(links) AS links, SUM(amount) AS amount FROM (' . $parts . ') parts WHERE state <> %s GROUP BY state, environment, currency ORDER BY state, environment, currency',
			[ ...$values, '' ],
		];
	}

	/**
	 * Returns a part for each state.
	 *
	 * @return Condition
	 */
	private function by_state( LinkQuery $query, DateTimeImmutable $now ): array {
		[ $where, $of_where ] = $this->conditions->whole( $query, $now );
		$parts                = [];
		$values               = [];
		foreach ( self::states( $now ) as [ $state, $is_so, $of_is_so ] ) {
			$parts[] = 'SELECT %s AS state, environment, currency, COUNT(*) AS links, SUM(amount) AS amount FROM %i l WHERE ' . $is_so . ' AND ' . $where . ' GROUP BY environment, currency';
			$values  = [ ...$values, $state, $this->schema->links(), ...$of_is_so, ...$of_where ];
		}

		return [ implode( ' UNION ALL ', $parts ), $values ];
	}

	/**
	 * Returns one part for what is searched for: several indexes find it, each link counts once.
	 *
	 * @return Condition
	 */
	private function of_found( LinkQuery $query, DateTimeImmutable $now ): array {
		$cases  = [];
		$values = [];
		foreach ( self::states( $now ) as [ $state, $is_so, $of_is_so ] ) {
			$cases[] = 'WHEN ' . $is_so . ' THEN %s';
			$values  = [ ...$values, ...$of_is_so, $state ];
		}
		$values[] = '';

		$found = [];
		foreach ( $this->conditions->branches( $query, $now ) as [ $where, $of_where ] ) {
			$found[] = 'SELECT id FROM %i l WHERE ' . $where;
			$values  = [ ...$values, $this->schema->links(), ...$of_where ];
		}

		return [
			'SELECT CASE ' . implode( ' ', $cases ) . ' ELSE %s END AS state, environment, currency, COUNT(*) AS links, SUM(amount) AS amount
			FROM (' . implode( ' UNION ', $found ) . ') found JOIN %i l ON l.id = found.id GROUP BY 1, 2, 3',
			[ ...$values, $this->schema->links() ],
		];
	}

	/**
	 * Returns which links have which state; what is open and past its time reads as expired.
	 *
	 * @return list<array{string, literal-string, list<string>}>
	 */
	private static function states( DateTimeImmutable $now ): array {
		$time = LinkRow::time( $now );
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
	 * Returns a total of a row.
	 *
	 * @param array<mixed> $row By column.
	 * @return Total
	 */
	private static function total( array $row ): array {
		$columns = new Columns( $row );

		return [
			'state'       => $columns->text( 'state' ),
			'environment' => $columns->text( 'environment' ),
			'currency'    => $columns->text( 'currency' ),
			'count'       => $columns->number( 'links' ) ?? 0,
			'amount'      => $columns->number( 'amount' ) ?? 0,
		];
	}
}
