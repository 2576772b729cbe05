<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;

/**
 * Reads pages and counts of the table of links. The cost does not depend on the number of links in the shop.
 */
final class LinkList {

	/**
	 * By sort: selected columns, descending order, ascending order.
	 */
	private const SORTS = [
		'created_at' => [ 'id', 'id DESC', 'id' ],
		'expires_at' => [ 'id, expires_at', 'expires_at DESC, id DESC', 'expires_at, id' ],
		'amount'     => [ 'id, amount', 'amount DESC, id DESC', 'amount, id' ],
	];

	/**
	 * The same orders as expressions, so that MySQL does not use an index for sorting. Matches of a search may all be
	 * old: reading the table in this order until a page is full could then read all rows.
	 */
	private const UNINDEXED_SORTS = [
		'created_at' => [ 'id', 'id + 0 DESC', 'id + 0' ],
		'expires_at' => [ 'id, expires_at', "COALESCE(expires_at, '') DESC, id DESC", "COALESCE(expires_at, ''), id" ],
	];

	/**
	 * Hint for lists with a filter. Every filter has an index that is also sorted by ID. MySQL may prefer to read the
	 * primary key in reverse, which reads most rows if all matches are old, such as those of a former site.
	 */
	private const IGNORE_PRIMARY_KEY = ' IGNORE INDEX FOR ORDER BY (PRIMARY)';

	public function __construct(
		private readonly Database $database,
		private readonly LinkTables $tables,
		private readonly LinkConditions $conditions,
	) {}

	/**
	 * @return list<int>
	 */
	public function ids( LinkQuery $query, DateTimeImmutable $now, int $offset, int $limit ): array {
		[ $sql, $values ] = $this->ids_sql( $query, $now, $offset, $limit );

		return array_map(
			static fn ( array $row ): int => ( new RowReader( $row ) )->number( 'id' ) ?? 0,
			$this->database->rows( $sql, $values )
		);
	}

	/**
	 * Returns the number of matching links, at most LinkQuery::MAX_COUNTED + 1.
	 */
	public function count( LinkQuery $query, DateTimeImmutable $now ): int {
		$parts  = [];
		$values = [];
		foreach ( $this->conditions->branches( $query, $now ) as [ $where, $where_values ] ) {
			$parts[] = 'SELECT id FROM (SELECT id FROM %i l WHERE ' . $where . ' LIMIT %d) branch';
			$values  = [ ...$values, $this->tables->links(), ...$where_values, LinkQuery::MAX_COUNTED + 1 ];
		}
		$rows = $this->database->rows(
			'SELECT COUNT(*) AS total FROM (' . implode( ' UNION ', $parts ) . ') found',
			$values
		);

		return min( LinkQuery::MAX_COUNTED + 1, ( new RowReader( $rows[0] ?? [] ) )->number( 'total' ) ?? 0 );
	}

	/**
	 * Returns the statement for the IDs of a page. Public because tests run EXPLAIN on it.
	 *
	 * @return array{literal-string, list<int|string>}
	 */
	public function ids_sql( LinkQuery $query, DateTimeImmutable $now, int $offset, int $limit ): array {
		$sort       = self::SORTS[ $query->orderby ] ?? self::SORTS['created_at'];
		$inner_sort = '' === $query->search && ! $query->stale
			? $sort
			: self::UNINDEXED_SORTS[ $query->orderby ] ?? $sort;
		$direction = $query->ascending ? 2 : 1;
		$parts     = [];
		$values    = [];
		$hint      = $this->conditions->matches_all( $query ) ? '' : self::IGNORE_PRIMARY_KEY;
		foreach ( $this->conditions->branches( $query, $now ) as [ $where, $where_values ] ) {
			$parts[] = 'SELECT '
				. $sort[0]
				. ' FROM (SELECT '
				. $sort[0]
				. ' FROM %i l'
				. $hint
				. ' WHERE '
				. $where
				. ' ORDER BY '
				. $inner_sort[ $direction ]
				. ' LIMIT %d) branch';
			$values = [ ...$values, $this->tables->links(), ...$where_values, $offset + $limit ];
		}

		return [
			'SELECT id FROM ('
				. implode( ' UNION ', $parts )
				. ') found ORDER BY '
				. $sort[ $direction ]
				. ' LIMIT %d OFFSET %d',
			[ ...$values, $limit, $offset ],
		];
	}

	/**
	 * @return array{literal-string, list<int|string>}
	 */
	public function before_statement( LinkQuery $query, DateTimeImmutable $now, ?int $before_id, int $limit ): array {
		[ $where, $values ] = $this->conditions->combined( $query, $now );

		return [
			'SELECT * FROM %i l WHERE id < %d AND ' . $where . ' ORDER BY id DESC LIMIT %d',
			[ $this->tables->links(), $before_id ?? PHP_INT_MAX, ...$values, $limit ],
		];
	}
}
