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
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Reads pages and counts of the table of links. What it costs does not grow with the shop.
 */
final class LinkList {

	/**
	 * Counting further would read more with every link of the shop.
	 */
	public const COUNTED = 10_000;

	/**
	 * Columns, and how they are ordered.
	 */
	private const SORTS = [
		'created_at' => [ 'id', 'id DESC', 'id' ],
		'expires_at' => [ 'id, expires_at', 'expires_at DESC, id DESC', 'expires_at, id' ],
		'amount'     => [ 'id, amount', 'amount DESC, id DESC', 'amount, id' ],
	];

	/**
	 * The same orders, but none that an index has. What is searched for is often made at one time, as neighbours in number
	 * are: a database that walks back in time until it has a page of them may walk through all the years.
	 */
	private const SORTS_OF_FOUND = [
		'created_at' => [ 'id', 'id + 0 DESC', 'id + 0' ],
		'expires_at' => [ 'id, expires_at', "COALESCE(expires_at, '') DESC, id DESC", "COALESCE(expires_at, ''), id" ],
	];

	/**
	 * For lists under a filter: each filter has an index in the order in which links were made. Walking through all links
	 * instead looks cheaper to a database, and reads years of them where a site, say, was given up long ago.
	 */
	private const BY_FILTER = ' IGNORE INDEX FOR ORDER BY (PRIMARY)';

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
		return $this->of_ids( $this->ids( $query, $now, $offset, $limit ) );
	}

	/**
	 * Returns only their ids.
	 *
	 * @return list<int>
	 */
	public function ids( LinkQuery $query, DateTimeImmutable $now, int $offset, int $limit ): array {
		[ $sql, $values ] = $this->ids_sql( $query, $now, $offset, $limit );

		return array_map( static fn ( array $row ): int => ( new Columns( $row ) )->number( 'id' ) ?? 0, $this->database->rows( $sql, $values ) );
	}

	/**
	 * Returns links in the order of their ids as given.
	 *
	 * @param list<int> $ids Those that are gone are left out.
	 * @return list<PaymentLink>
	 */
	public function of_ids( array $ids ): array {
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
			$parts[] = 'SELECT id FROM (SELECT id FROM %i l WHERE ' . $where . ' LIMIT %d) branch';
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
		$sort   = self::SORTS[ $query->orderby ] ?? self::SORTS['created_at'];
		$branch = '' === $query->search && ! $query->stale ? $sort : self::SORTS_OF_FOUND[ $query->orderby ] ?? $sort;
		$way    = $query->ascending ? 2 : 1;
		$parts  = [];
		$values = [];
		$hint   = $this->conditions->is_any( $query ) ? '' : self::BY_FILTER;
		foreach ( $this->conditions->branches( $query, $now ) as [ $where, $of_where ] ) {
			$parts[] = 'SELECT ' . $sort[0] . ' FROM (SELECT ' . $sort[0] . ' FROM %i l' . $hint . ' WHERE ' . $where . ' ORDER BY ' . $branch[ $way ] . ' LIMIT %d) branch';
			$values  = [ ...$values, $this->schema->links(), ...$of_where, $offset + $limit ];
		}

		return [
			'SELECT id FROM (' . implode( ' UNION ', $parts ) . ') found ORDER BY ' . $sort[ $way ] . ' LIMIT %d OFFSET %d',
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
			'SELECT * FROM %i l WHERE id < %d AND ' . $where . ' ORDER BY id DESC LIMIT %d',
			[ $this->schema->links(), $before_id ?? PHP_INT_MAX, ...$values, $limit ]
		);

		return array_map( $this->row->to_link( ... ), $rows );
	}
}
