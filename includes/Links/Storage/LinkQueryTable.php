<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Application\LinkQueries;
use MultiSafepay\PaymentLinks\Links\Domain\LinkFilter;
use MultiSafepay\PaymentLinks\Links\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\NewestLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;

final class LinkQueryTable implements LinkQueries {

	private const MAX_IDS = 1000;

	public function __construct(
		private readonly Database $database,
		private readonly LinkTables $tables,
		private readonly LinkHydrator $hydrator,
		private readonly LinkList $list,
		private readonly LinkTotals $totals,
		private readonly OrderFilterSql $order_filter,
	) {}

	public function page( LinkQuery $query, DateTimeImmutable $now, int $offset, int $limit ): array {
		return $this->by_ids( $this->ids( $query, $now, $offset, $limit ) );
	}

	public function ids( LinkQuery $query, DateTimeImmutable $now, int $offset, int $limit ): array {
		return $this->list->ids( $query, $now, $offset, $limit );
	}

	public function by_ids( array $ids ): array {
		if ( [] === $ids ) {
			return [];
		}

		$links = [];
		foreach ( $this->links(
			'SELECT * FROM %i WHERE id IN (' . self::placeholders( $ids ) . ')',
			[ $this->tables->links(), ...$ids ]
		) as $link ) {
			$links[ $link->id ] = $link;
		}

		return array_values( array_filter( array_map(
			static fn ( int $id ): ?PaymentLink => $links[ $id ] ?? null,
			$ids
		) ) );
	}

	public function count( LinkQuery $query, DateTimeImmutable $now ): int {
		return $this->list->count( $query, $now );
	}

	public function before( LinkQuery $query, DateTimeImmutable $now, ?int $before_id, int $limit ): array {
		return $this->links( ...$this->list->before_statement( $query, $now, $before_id, $limit ) );
	}

	public function totals( LinkQuery $query, DateTimeImmutable $now ): array {
		return $this->totals->of( $query, $now );
	}

	public function newest_of_orders( array $wc_order_ids ): array {
		if ( [] === $wc_order_ids ) {
			return [];
		}

		$newest = [];
		foreach ( $this->database->rows(
			'SELECT l.*, n.any_alert FROM %i l JOIN (
				SELECT MAX(id) AS newest_id, MAX(alert) AS any_alert FROM %i
				WHERE wc_order_id IN (' . self::placeholders( $wc_order_ids ) . ') AND status <> %s
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

	public function newest( int $limit, string $status = '', int $wc_order_id = 0 ): array {
		return $this->links(
			"SELECT * FROM %i WHERE (%s = '' OR status = %s) AND (%d = 0 OR wc_order_id = %d)
			ORDER BY id DESC LIMIT %d",
			[ $this->tables->links(), $status, $status, $wc_order_id, $wc_order_id, $limit ]
		);
	}

	public function unfinished( int $after_id, int $limit ): array {
		return $this->links(
			'SELECT * FROM %i WHERE id > %d AND status IN (%s, %s, %s, %s, %s) ORDER BY id LIMIT %d',
			[
				$this->tables->links(),
				$after_id,
				LinkStatus::Creating->value,
				LinkStatus::Unconfirmed->value,
				LinkStatus::Active->value,
				LinkStatus::Declined->value,
				LinkStatus::Uncleared->value,
				$limit,
			]
		);
	}

	public function order_ids( array $link_ids ): array {
		$orders = [];
		foreach ( array_chunk( $link_ids, self::MAX_IDS ) as $chunk ) {
			foreach ( $this->database->rows(
				'SELECT id, wc_order_id FROM %i WHERE id IN (' . self::placeholders( $chunk ) . ')',
				[ $this->tables->links(), ...$chunk ]
			) as $row ) {
				$reader                                 = new RowReader( $row );
				$orders[ $reader->number( 'id' ) ?? 0 ] = $reader->number( 'wc_order_id' ) ?? 0;
			}
		}

		return $orders;
	}

	public function of_email( string $email, int $after_id, int $limit ): array {
		return $this->links(
			'SELECT * FROM %i WHERE email = %s AND id > %d ORDER BY id LIMIT %d',
			[ $this->tables->links(), $email, $after_id, $limit ]
		);
	}

	public function order_condition(
		LinkFilter $filter,
		string $table,
		string $column,
		DateTimeImmutable $now,
	): string {
		return $this->order_filter->where( $filter, $table, $column, $now );
	}

	/**
	 * @param literal-string $sql
	 * @param list<int|string> $values
	 * @return list<PaymentLink>
	 */
	private function links( string $sql, array $values ): array {
		return array_map( $this->hydrator->to_link( ... ), $this->database->rows( $sql, $values ) );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return literal-string
	 */
	private static function placeholders( array $ids ): string {
		return implode( ', ', array_fill( 0, count( $ids ), '%d' ) );
	}
}
