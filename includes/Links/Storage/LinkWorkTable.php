<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Application\LinkWorkQueue;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\Placeholders;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;
use MultiSafepay\PaymentLinks\Sites\Application\KeyUsage;

/**
 * The column `check_at` is both the planned time and the claim: the process that changes it first has claimed the link.
 */
final class LinkWorkTable implements LinkWorkQueue, KeyUsage {

	public function __construct(
		private readonly Database $database,
		private readonly LinkTables $tables,
		private readonly LinkHydrator $hydrator,
	) {}

	public function due( DateTimeImmutable $now, int $limit ): array {
		return $this->links(
			'SELECT * FROM %i WHERE check_at <= %s ORDER BY check_at, id LIMIT %d',
			[ $this->tables->links(), SqlTime::format( $now ), $limit ]
		);
	}

	public function claim( PaymentLink $link, DateTimeImmutable $until ): bool {
		return null !== $link->check_at && $this->database->update_if(
			$this->tables->links(),
			[ 'check_at' => SqlTime::format( $until ) ],
			[
				'id'       => $link->id,
				'check_at' => SqlTime::format( $link->check_at ),
			]
		);
	}

	public function plan(
		int $link_id,
		DateTimeImmutable $claimed,
		?DateTimeImmutable $checked_at,
		?DateTimeImmutable $next,
	): void {
		if ( null !== $checked_at ) {
			$this->database->update_if(
				$this->tables->links(),
				[ 'checked_at' => SqlTime::format( $checked_at ) ],
				[ 'id' => $link_id ]
			);
		}

		// If the status changed, LinkTable::change() has already planned the next check, and this update does nothing.
		$this->database->update_if(
			$this->tables->links(),
			[ 'check_at' => SqlTime::format_or_null( $next ) ],
			[
				'id'       => $link_id,
				'check_at' => SqlTime::format( $claimed ),
			]
		);
	}

	public function add_unplanned( DateTimeImmutable $now, int $limit ): int {
		$statuses = LinkStatus::values( LinkStatus::UNFINISHED );
		$count    = 0;
		foreach ( $this->ids(
			'SELECT id FROM %i WHERE check_at IS NULL AND status IN (' . Placeholders::for( $statuses ) . ')
			ORDER BY id LIMIT %d',
			[ $this->tables->links(), ...$statuses, $limit ]
		) as $id ) {
			$values = [ 'check_at' => SqlTime::format( $now ) ];
			$count += $this->database->update_if( $this->tables->links(), $values, [ 'id' => $id ] ) ? 1 : 0;
		}

		return $count;
	}

	public function unfinished( int $after_id, int $limit ): array {
		$statuses = LinkStatus::values( LinkStatus::UNFINISHED );

		return $this->links(
			'SELECT * FROM %i WHERE id > %d AND status IN (' . Placeholders::for( $statuses ) . ')
			ORDER BY id LIMIT %d',
			[ $this->tables->links(), $after_id, ...$statuses, $limit ]
		);
	}

	/**
	 * Reads only IDs, by the index on the order: the query runs for every order that is paid at the checkout.
	 */
	public function open_of_order( int $wc_order_id ): array {
		$statuses = LinkStatus::values( LinkStatus::MAY_BE_OPEN );

		return $this->ids(
			'SELECT id FROM %i WHERE wc_order_id = %d AND status IN (' . Placeholders::for( $statuses ) . ')
			ORDER BY id',
			[ $this->tables->links(), $wc_order_id, ...$statuses ]
		);
	}

	public function has_payment( int $wc_order_id ): bool {
		$received = LinkStatus::values( LinkStatus::RECEIVED );

		return [] !== $this->ids(
			'SELECT id FROM %i WHERE wc_order_id = %d AND status IN (' . Placeholders::for( $received ) . ') LIMIT 1',
			[ $this->tables->links(), $wc_order_id, ...$received ]
		);
	}

	public function with_alert( int $wc_order_id ): array {
		return $this->ids(
			'SELECT id FROM %i WHERE wc_order_id = %d AND alert IS NOT NULL ORDER BY id',
			[ $this->tables->links(), $wc_order_id ]
		);
	}

	public function is_awaiting_payment( int $wc_order_id, DateTimeImmutable $now ): bool {
		$awaiting = LinkStatus::values( LinkStatus::AWAITING_PAYMENT );
		$open     = LinkStatus::values( LinkStatus::OPEN );

		return [] !== $this->ids(
			'SELECT id FROM %i WHERE wc_order_id = %d AND status IN (' . Placeholders::for( $awaiting ) . ')
			AND (status NOT IN (' . Placeholders::for( $open ) . ') OR expires_at IS NULL OR expires_at > %s) LIMIT 1',
			[ $this->tables->links(), $wc_order_id, ...$awaiting, ...$open, SqlTime::format( $now ) ]
		);
	}

	public function fingerprints_needed( DateTimeImmutable $changed_after ): array {
		$statuses = LinkStatus::values( LinkStatus::UNFINISHED );

		return array_map(
			static fn ( array $row ): string => ( new RowReader( $row ) )->text( 'key_fingerprint' ),
			$this->database->rows(
				'SELECT DISTINCT key_fingerprint FROM %i
				WHERE status IN (' . Placeholders::for( $statuses ) . ') OR changed_at >= %s',
				[ $this->tables->links(), ...$statuses, SqlTime::format( $changed_after ) ]
			)
		);
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
	 * @param literal-string $sql
	 * @param list<int|string> $values
	 * @return list<int>
	 */
	private function ids( string $sql, array $values ): array {
		return array_map(
			static fn ( array $row ): int => ( new RowReader( $row ) )->number( 'id' ) ?? 0,
			$this->database->rows( $sql, $values )
		);
	}
}
