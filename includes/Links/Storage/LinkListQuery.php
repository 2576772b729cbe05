<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\NewestLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\Placeholders;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;

/**
 * Reads many links at once: pages, counts and totals of filtered lists, and links of many orders. The number of
 * statements, and the cost of a page, do not depend on the number of links in the shop.
 *
 * @phpstan-import-type Condition from LinkConditions
 * @phpstan-type Total array{state: string, environment: string, currency: string, count: int, amount: int}
 */
final class LinkListQuery {

	private const MAX_IDS = 1000;

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
		private readonly LinkHydrator $hydrator,
		private readonly LinkConditions $conditions,
	) {}

	/**
	 * @return list<int> In the order of the query.
	 */
	public function ids( LinkQuery $query, DateTimeImmutable $now, int $offset, int $limit ): array {
		[ $sql, $values ] = $this->ids_sql( $query, $now, $offset, $limit );

		return array_map(
			static fn ( array $row ): int => ( new RowReader( $row ) )->number( 'id' ) ?? 0,
			$this->database->rows( $sql, $values )
		);
	}

	/**
	 * @param list<int> $ids
	 * @return list<PaymentLink> In the order of the IDs.
	 */
	public function by_ids( array $ids ): array {
		if ( [] === $ids ) {
			return [];
		}

		$links = [];
		foreach ( $this->links(
			'SELECT * FROM %i WHERE id IN (' . Placeholders::for( $ids ) . ')',
			[ $this->tables->links(), ...$ids ]
		) as $link ) {
			$links[ $link->id ] = $link;
		}

		return array_values( array_filter( array_map(
			static fn ( int $id ): ?PaymentLink => $links[ $id ] ?? null,
			$ids
		) ) );
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
	 * Returns matching links that were created before another link, newest first.
	 *
	 * @return list<PaymentLink>
	 */
	public function before( LinkQuery $query, DateTimeImmutable $now, ?int $before_id, int $limit ): array {
		[ $where, $values ] = $this->conditions->combined( $query, $now );

		return $this->links(
			'SELECT * FROM %i l WHERE id < %d AND ' . $where . ' ORDER BY id DESC LIMIT %d',
			[ $this->tables->links(), $before_id ?? PHP_INT_MAX, ...$values, $limit ]
		);
	}

	/**
	 * Returns the number and sum of open, paid and expired links, per environment and currency.
	 *
	 * @return list<Total>
	 */
	public function totals( LinkQuery $query, DateTimeImmutable $now ): array {
		[ $sql, $values ] = $this->totals_sql( $query, $now );

		return array_map( self::total( ... ), $this->database->rows( $sql, $values ) );
	}

	/**
	 * Returns the newest link of each order that has one. Failed links do not count.
	 *
	 * @param list<int> $wc_order_ids
	 * @return array<int, NewestLink> By order.
	 */
	public function newest_of_orders( array $wc_order_ids ): array {
		if ( [] === $wc_order_ids ) {
			return [];
		}

		$newest = [];
		foreach ( $this->database->rows(
			'SELECT l.*, n.any_alert FROM %i l JOIN (
				SELECT MAX(id) AS newest_id, MAX(alert) AS any_alert FROM %i
				WHERE wc_order_id IN (' . Placeholders::for( $wc_order_ids ) . ') AND status <> %s
				GROUP BY wc_order_id
			) n ON n.newest_id = l.id',
			[ $this->tables->links(), $this->tables->links(), ...$wc_order_ids, LinkStatus::Failed->value ]
		) as $row ) {
			$link                         = $this->hydrator->to_link( $row );
			$newest[ $link->wc_order_id ] = new NewestLink(
				$link,
				$link->alert ?? PaymentAlert::tryFrom( ( new RowReader( $row ) )->text( 'any_alert' ) )
			);
		}

		return $newest;
	}

	/**
	 * @param string $status Empty for every status.
	 * @param int $wc_order_id 0 for every order.
	 * @return list<PaymentLink> Newest first.
	 */
	public function newest( int $limit, string $status, int $wc_order_id ): array {
		return $this->links(
			"SELECT * FROM %i WHERE (%s = '' OR status = %s) AND (%d = 0 OR wc_order_id = %d)
			ORDER BY id DESC LIMIT %d",
			[ $this->tables->links(), $status, $status, $wc_order_id, $wc_order_id, $limit ]
		);
	}

	/**
	 * @param list<int> $link_ids
	 * @return array<int, int> Order by link, without links that do not exist.
	 */
	public function order_ids( array $link_ids ): array {
		$orders = [];
		foreach ( array_chunk( $link_ids, self::MAX_IDS ) as $chunk ) {
			foreach ( $this->database->rows(
				'SELECT id, wc_order_id FROM %i WHERE id IN (' . Placeholders::for( $chunk ) . ')',
				[ $this->tables->links(), ...$chunk ]
			) as $row ) {
				$reader                                 = new RowReader( $row );
				$orders[ $reader->number( 'id' ) ?? 0 ] = $reader->number( 'wc_order_id' ) ?? 0;
			}
		}

		return $orders;
	}

	/**
	 * @return list<PaymentLink> Oldest first.
	 */
	public function of_email( string $email, int $after_id, int $limit ): array {
		return $this->links(
			'SELECT * FROM %i WHERE email = %s AND id > %d ORDER BY id LIMIT %d',
			[ $this->tables->links(), $email, $after_id, $limit ]
		);
	}

	/**
	 * Returns the statement for the IDs of a page. Public because tests run EXPLAIN on it.
	 *
	 * @return Condition
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
			$parts[] = 'SELECT ' . $sort[0] . ' FROM (SELECT ' . $sort[0] . ' FROM %i l' . $hint . ' WHERE ' . $where
				. ' ORDER BY ' . $inner_sort[ $direction ] . ' LIMIT %d) branch';
			$values  = [ ...$values, $this->tables->links(), ...$where_values, $offset + $limit ];
		}

		return [
			'SELECT id FROM (' . implode( ' UNION ', $parts ) . ') found ORDER BY ' . $sort[ $direction ]
				. ' LIMIT %d OFFSET %d',
			[ ...$values, $limit, $offset ],
		];
	}

	/**
	 * Each status is a separate part of the statement, so that MySQL can read it from an index without reading the
	 * rows; see LinkTableGroup. Public because tests run EXPLAIN on the statement.
	 *
	 * @return Condition
	 */
	public function totals_sql( LinkQuery $query, DateTimeImmutable $now ): array {
		[ $parts, $values ] = '' === $query->search
			? $this->totals_by_state( $query, $now )
			: $this->totals_of_search( $query, $now );

		return [
			'SELECT state, environment, currency, SUM(links) AS links, SUM(amount) AS amount FROM (' . $parts . ') parts
			WHERE state <> %s GROUP BY state, environment, currency ORDER BY state, environment, currency',
			[ ...$values, '' ],
		];
	}

	/**
	 * Returns one part per status.
	 *
	 * @return Condition
	 */
	private function totals_by_state( LinkQuery $query, DateTimeImmutable $now ): array {
		[ $where, $where_values ] = $this->conditions->combined( $query, $now );
		$parts                    = [];
		$values                   = [];
		foreach ( self::states( $now ) as [ $state, $condition, $condition_values ] ) {
			$parts[] = 'SELECT %s AS state, environment, currency, COUNT(*) AS links, SUM(amount) AS amount
				FROM %i l WHERE ' . $condition . ' AND ' . $where . ' GROUP BY environment, currency';
			$values  = [ ...$values, $state, $this->tables->links(), ...$condition_values, ...$where_values ];
		}

		return [ implode( ' UNION ALL ', $parts ), $values ];
	}

	/**
	 * Returns one part for a search. The UNION of its branches ensures that each link counts once.
	 *
	 * @return Condition
	 */
	private function totals_of_search( LinkQuery $query, DateTimeImmutable $now ): array {
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
			'SELECT CASE ' . implode( ' ', $cases ) . ' ELSE %s END AS state, environment, currency,
				COUNT(*) AS links, SUM(amount) AS amount
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
		$open = LinkStatus::values( LinkStatus::OPEN );
		$in   = 'status IN (' . Placeholders::for( $open ) . ')';

		return [
			[ 'open', $in . ' AND (expires_at IS NULL OR expires_at > %s)', [ ...$open, $time ] ],
			...array_map(
				static fn ( string $status ): array => [ 'paid', 'status = %s', [ $status ] ],
				LinkStatus::values( LinkStatus::RECEIVED )
			),
			[ 'expired', 'status = %s', [ LinkStatus::Expired->value ] ],
			[ 'expired', $in . ' AND expires_at <= %s', [ ...$open, $time ] ],
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

	/**
	 * @param literal-string $sql
	 * @param list<int|string> $values
	 * @return list<PaymentLink>
	 */
	private function links( string $sql, array $values ): array {
		return array_map( $this->hydrator->to_link( ... ), $this->database->rows( $sql, $values ) );
	}
}
