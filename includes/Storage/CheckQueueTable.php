<?php
/**
 * When links are looked at, in the table.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Application\Port\CheckQueue;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * One column, `check_at`, is both the plan and the claim: whoever moves it on has the link.
 */
final class CheckQueueTable implements CheckQueue {

	/**
	 * Takes the database and the codec of rows.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly Schema $schema,
		private readonly LinkRow $row,
	) {}

	/**
	 * {@inheritDoc}
	 */
	public function due( DateTimeImmutable $now, int $limit ): array {
		return array_map(
			$this->row->to_link( ... ),
			$this->database->rows( 'SELECT * FROM %i WHERE check_at <= %s ORDER BY check_at, id LIMIT %d', [ $this->schema->links(), LinkRow::time( $now ), $limit ] )
		);
	}

	/**
	 * {@inheritDoc}
	 */
	public function claim( PaymentLink $link, DateTimeImmutable $until ): bool {
		return null !== $link->check_at && $this->database->update_if(
			$this->schema->links(),
			[ 'check_at' => LinkRow::time( $until ) ],
			[
				'id'       => $link->id,
				'check_at' => LinkRow::time( $link->check_at ),
			]
		);
	}

	/**
	 * {@inheritDoc}
	 */
	public function plan( int $link_id, DateTimeImmutable $claimed, ?DateTimeImmutable $checked_at, ?DateTimeImmutable $next ): void {
		if ( null !== $checked_at ) {
			$this->database->update_if( $this->schema->links(), [ 'checked_at' => LinkRow::time( $checked_at ) ], [ 'id' => $link_id ] );
		}

		// A change of state has planned the next look itself.
		$this->database->update_if(
			$this->schema->links(),
			[ 'check_at' => null === $next ? null : LinkRow::time( $next ) ],
			[
				'id'       => $link_id,
				'check_at' => LinkRow::time( $claimed ),
			]
		);
	}

	/**
	 * {@inheritDoc}
	 */
	public function adopt( DateTimeImmutable $now, int $limit ): int {
		$rows = $this->database->rows(
			'SELECT id FROM %i WHERE check_at IS NULL AND status IN (%s, %s, %s, %s, %s) ORDER BY id LIMIT %d',
			[
				$this->schema->links(),
				LinkStatus::Creating->value,
				LinkStatus::Unconfirmed->value,
				LinkStatus::Active->value,
				LinkStatus::Declined->value,
				LinkStatus::Uncleared->value,
				$limit,
			]
		);

		$adopted = 0;
		foreach ( $rows as $row ) {
			$id = ( new Columns( $row ) )->number( 'id' ) ?? 0;
			if ( $this->database->update_if( $this->schema->links(), [ 'check_at' => LinkRow::time( $now ) ], [ 'id' => $id ] ) ) {
				++$adopted;
			}
		}

		return $adopted;
	}
}
