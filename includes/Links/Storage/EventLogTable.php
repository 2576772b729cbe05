<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Application\EventLog;
use MultiSafepay\PaymentLinks\Links\Domain\LinkEvent;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;

final class EventLogTable implements EventLog {

	public function __construct(
		private readonly Database $database,
		private readonly LinkTables $tables,
	) {}

	/**
	 * @param DateTimeImmutable $at UTC.
	 * @param LinkStatus|null $from Null for the first event.
	 * @param string $detail Cut to 255 characters.
	 */
	public function append(
		int $link_id,
		DateTimeImmutable $at,
		Actor $actor,
		?LinkStatus $from,
		LinkStatus $to,
		LinkReason $reason,
		?int $error_code,
		string $detail = '',
	): void {
		$this->database->insert(
			$this->tables->events(),
			[
				'link_id'     => $link_id,
				'at'          => SqlTime::format( $at ),
				'source'      => $actor->source,
				'user_id'     => $actor->user_id,
				'from_status' => $from?->value,
				'to_status'   => $to->value,
				'reason'      => $reason->value,
				'error_code'  => $error_code,
				'detail'      => mb_substr( $detail, 0, 255 ),
			]
		);
	}

	/**
	 * Skips rows that this version cannot read.
	 */
	public function of_link( int $link_id ): array {
		$events = [];
		foreach ( $this->database->rows(
			'SELECT * FROM %i WHERE link_id = %d ORDER BY id DESC',
			[ $this->tables->events(), $link_id ]
		) as $row ) {
			$columns = new RowReader( $row );
			$to      = LinkStatus::tryFrom( $columns->text( 'to_status' ) );
			$reason  = LinkReason::tryFrom( $columns->text( 'reason' ) );
			$at      = $columns->time( 'at' );
			if ( null === $to || null === $reason || null === $at ) {
				continue;
			}

			$events[] = new LinkEvent(
				$at,
				Actor::from_log( $columns->text( 'source' ), $columns->number( 'user_id' ) ?? 0 ),
				LinkStatus::tryFrom( $columns->text( 'from_status' ) ),
				$to,
				$reason,
				$columns->number( 'error_code' ),
				$columns->text( 'detail' )
			);
		}

		return $events;
	}

	public function contains( int $link_id, LinkReason $reason, string $detail ): bool {
		return [] !== $this->database->rows(
			'SELECT id FROM %i WHERE link_id = %d AND reason = %s AND detail = %s LIMIT 1',
			[ $this->tables->events(), $link_id, $reason->value, mb_substr( $detail, 0, 255 ) ]
		);
	}

	/**
	 * Removes the details of a link's events, which may contain an email address. The details of pending cancellations
	 * and of alerts are codes and are kept.
	 */
	public function erase_details( int $link_id ): void {
		$rows = $this->database->rows(
			"SELECT id FROM %i WHERE link_id = %d AND detail <> '' AND reason NOT IN (%s, %s)",
			[
				$this->tables->events(),
				$link_id,
				LinkReason::CancelPending->value,
				LinkReason::AlertRaised->value,
			]
		);
		foreach ( $rows as $row ) {
			$this->database->update_if(
				$this->tables->events(),
				[ 'detail' => '' ],
				[ 'id' => ( new RowReader( $row ) )->number( 'id' ) ?? 0 ]
			);
		}
	}
}
