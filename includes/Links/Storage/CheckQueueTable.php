<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Application\CheckQueue;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;

/**
 * The column `check_at` is both the planned time and the claim: the process that changes it first has claimed the link.
 */
final class CheckQueueTable implements CheckQueue {

	public function __construct(
		private readonly Database $database,
		private readonly LinkTables $tables,
		private readonly LinkHydrator $hydrator,
	) {}

	public function due( DateTimeImmutable $now, int $limit ): array {
		return array_map(
			$this->hydrator->to_link( ... ),
			$this->database->rows(
				'SELECT * FROM %i WHERE check_at <= %s ORDER BY check_at, id LIMIT %d',
				[ $this->tables->links(), SqlTime::format( $now ), $limit ]
			)
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
			[ 'check_at' => null === $next ? null : SqlTime::format( $next ) ],
			[
				'id'       => $link_id,
				'check_at' => SqlTime::format( $claimed ),
			]
		);
	}

	public function add_unplanned( DateTimeImmutable $now, int $limit ): int {
		$rows = $this->database->rows(
			'SELECT id FROM %i WHERE check_at IS NULL AND status IN (%s, %s, %s, %s, %s) ORDER BY id LIMIT %d',
			[
				$this->tables->links(),
				LinkStatus::Creating->value,
				LinkStatus::Unconfirmed->value,
				LinkStatus::Active->value,
				LinkStatus::Declined->value,
				LinkStatus::Uncleared->value,
				$limit,
			]
		);

		$count = 0;
		foreach ( $rows as $row ) {
			$id = ( new RowReader( $row ) )->number( 'id' ) ?? 0;
			$values = [ 'check_at' => SqlTime::format( $now ) ];
			$count += $this->database->update_if( $this->tables->links(), $values, [ 'id' => $id ] ) ? 1 : 0;
		}

		return $count;
	}
}
