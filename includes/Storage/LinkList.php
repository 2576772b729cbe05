<?php
/**
 * Lists of links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Reads pages, counts and sums of the table of links. What it costs does not grow with the shop, but for the sums.
 *
 * @phpstan-type Total array{state: string, environment: string, currency: string, count: int, amount: int}
 */
final class LinkList {

	/**
	 * Counting further would read more with every link of the shop.
	 */
	public const COUNTED = 10_000;

	private const SORTS = [
		'created_at' => [ 'id', 'id DESC', 'id' ],
		'expires_at' => [ 'id, expires_at', 'expires_at DESC, id DESC', 'expires_at, id' ],
		'amount'     => [ 'id, amount', 'amount DESC, id DESC', 'amount, id' ],
	];

	/**
	 * Takes the database, the conditions and the codec of rows.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly Schema $schema,
		private readonly LinkConditions $conditions,
		private readonly LinkRow $row,
	) {}

	/**
	 * Returns links of the query, from one place on, in its order.
	 *
	 * @return list<PaymentLink>
	 */
	public function links( LinkQuery $query, DateTimeImmutable $now, int $offset, int $limit ): array {
		[ $sql, $values ] = $this->ids_sql( $query, $now, $offset, $limit );
		$ids              = array_map( static fn ( array $row ): int => ( new Columns( $row ) )->number( 'id' ) ?? 0, $this->database->rows( $sql, $values ) );
		if ( [] === $ids ) {
			return [];
		}

		$links = [];
		foreach ( $this->database->rows( 'SELECT * FROM %i WHERE id IN (' . implode( ', ', array_fill( 0, count( $ids ), '%d' ) ) . ')', [ $this->schema->links(), ...$ids ] ) as $row ) {
			$link               = $this->row->to_link( $row );
			$links[ $link->id ] = $link;
		}

		return array_values( array_filter( array_map( static fn ( int $id ): ?PaymentLink => $links[ $id ] ?? null, $ids ) ) );
	}

	/**
	 * Returns how many links the query is about, at most one more than are counted.
	 */
	public function count( LinkQuery $query, DateTimeImmutable $now ): int {
		$parts  = [];
		$values = [];
		foreach ( $this->conditions->branches( $query, $now ) as [ $where, $of_where ] ) {
			$parts[] = 'SELECT id FROM (SELECT id FROM %i WHERE ' . $where . ' LIMIT %d) branch';
			$values  = [ ...$values, $this->schema->links(), ...$of_where, self::COUNTED + 1 ];
		}
		$rows = $this->database->rows( 'SELECT COUNT(*) AS total FROM (' . implode( ' UNION ', $parts ) . ') found', $values );

		return min( self::COUNTED + 1, ( new Columns( $rows[0] ?? [] ) )->number( 'total' ) ?? 0 );
	}

	/**
	 * Returns the statement for the ids of a page, which `EXPLAIN` is asked about in tests.
	 *
	 * @return array{literal-string, list<int|string>}
	 */
	public function ids_sql( LinkQuery $query, DateTimeImmutable $now, int $offset, int $limit ): array {
		[ $columns, $descending, $ascending ] = self::SORTS[ $query->orderby ] ?? self::SORTS['created_at'];
		$order  = ' ORDER BY ' . ( $query->ascending ? $ascending : $descending );
		$parts  = [];
		$values = [];
		foreach ( $this->conditions->branches( $query, $now ) as [ $where, $of_where ] ) {
			$parts[] = 'SELECT ' . $columns . ' FROM (SELECT ' . $columns . ' FROM %i WHERE ' . $where . $order . ' LIMIT %d) branch';
			$values  = [ ...$values, $this->schema->links(), ...$of_where, $offset + $limit ];
		}

		return [
			'SELECT id FROM (' . implode( ' UNION ', $parts ) . ') found' . $order . ' LIMIT %d OFFSET %d',
			[ ...$values, $limit, $offset ],
		];
	}

	/**
	 * Returns links behind one, newest first: a walk that costs the same at its end as at its beginning.
	 *
	 * @param LinkQuery         $query     Which links.
	 * @param DateTimeImmutable $now       UTC.
	 * @param int|null          $before_id Null to begin.
	 * @param int               $limit     At most so many.
	 * @return list<PaymentLink>
	 */
	public function batch( LinkQuery $query, DateTimeImmutable $now, ?int $before_id, int $limit ): array {
		[ $where, $values ] = $this->conditions->whole( $query, $now );
		$rows               = $this->database->rows(
			'SELECT * FROM %i WHERE id < %d AND ' . $where . ' ORDER BY id DESC LIMIT %d',
			[ $this->schema->links(), $before_id ?? PHP_INT_MAX, ...$values, $limit ]
		);

		return array_map( $this->row->to_link( ... ), $rows );
	}

	/**
	 * Returns number and sum of what is open, paid and expired. Test money and live money are never added up.
	 *
	 * @return list<Total>
	 */
	public function totals( LinkQuery $query, DateTimeImmutable $now ): array {
		[ $where, $values ] = $this->conditions->whole( $query, $now );
		$time               = LinkRow::time( $now );
		$open               = LinkStatus::open();
		$rows               = $this->database->rows(
			'SELECT state, environment, currency, COUNT(*) AS links, SUM(amount) AS amount FROM (
				SELECT environment, currency, amount, CASE
					WHEN status IN (%s, %s) AND (expires_at IS NULL OR expires_at > %s) THEN %s
					WHEN status IN (%s, %s) THEN %s
					WHEN status IN (%s, %s, %s) THEN %s
				END AS state FROM %i WHERE ' . $where . '
			) found WHERE state IS NOT NULL GROUP BY state, environment, currency ORDER BY state, environment, currency',
			[
				...$open,
				$time,
				'open',
				LinkStatus::Completed->value,
				LinkStatus::PartiallyRefunded->value,
				'paid',
				LinkStatus::Expired->value,
				...$open,
				'expired',
				$this->schema->links(),
				...$values,
			]
		);

		return array_map( self::total( ... ), $rows );
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
