<?php
/**
 * The table of batches.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Application\Port\BatchStore;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Domain\Batch\Batch;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchAction;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchItem;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchOptions;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchStatus;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemOutcome;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemReason;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemStatus;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;

/**
 * Keeps batches; what each of them is about is in a table of its own.
 */
final class BatchTable implements BatchStore {

	private const MAX_LISTED = 20;

	/**
	 * In one night; more waits for the next one.
	 */
	private const MAX_FORGOTTEN = 100;

	/**
	 * Takes the database, the items, how they stand, and the clock.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly Schema $schema,
		private readonly BatchItemTable $items,
		private readonly BatchItemReport $report,
		private readonly Clock $clock,
	) {}

	/**
	 * {@inheritDoc}
	 */
	public function find( int $id ): ?Batch {
		return $this->first( 'SELECT * FROM %i WHERE id = %d', $id );
	}

	/**
	 * {@inheritDoc}
	 */
	public function find_by_key( string $idempotency_key ): ?Batch {
		return $this->first( 'SELECT * FROM %i WHERE idempotency_key = %s', $idempotency_key );
	}

	/**
	 * {@inheritDoc}
	 */
	public function start( string $idempotency_key, BatchAction $action, BatchOptions $options, array $targets, int $user_id ): Batch {
		$this->database->insert_unless_taken(
			$this->schema->batches(),
			[
				'idempotency_key' => $idempotency_key,
				'action'          => $action->value,
				'options'         => (string) wp_json_encode( $options->to_array() ),
				'status'          => BatchStatus::Preparing->value,
				'created_by'      => $user_id,
				'created_at'      => LinkRow::time( $this->clock->now() ),
			]
		);
		$batch = $this->find_by_key( $idempotency_key ) ?? throw new StorageFailed( 'A batch could not be written.' );
		if ( BatchStatus::Preparing !== $batch->status ) {
			return $batch;
		}

		// Also for a key that comes again: the first request may have died among the items.
		$this->items->add( $batch->id, $targets );
		$this->database->update_if(
			$this->schema->batches(),
			[ 'status' => BatchStatus::Running->value ],
			[
				'id'     => $batch->id,
				'status' => BatchStatus::Preparing->value,
			]
		);

		return $this->find( $batch->id ) ?? $batch;
	}

	/**
	 * {@inheritDoc}
	 */
	public function claim( Batch $batch, int $limit, DateTimeImmutable $now, DateTimeImmutable $until ): array {
		return $this->items->claim( $batch, $limit, $now, $until );
	}

	/**
	 * {@inheritDoc}
	 */
	public function begin_mail( BatchItem $item ): bool {
		return $this->items->mark_mail( $item, true );
	}

	/**
	 * {@inheritDoc}
	 */
	public function undo_mail( BatchItem $item ): void {
		$this->items->mark_mail( $item, false );
	}

	/**
	 * {@inheritDoc}
	 */
	public function finish( BatchItem $item, ItemOutcome $outcome ): void {
		$this->items->finish( $item, $outcome );
	}

	/**
	 * {@inheritDoc}
	 */
	public function end( Batch $batch, BatchStatus $status, ItemReason $reason = ItemReason::None ): bool {
		return $this->database->update_if(
			$this->schema->batches(),
			[
				'status'       => $status->value,
				'reason'       => $reason->value,
				'finished_at'  => LinkRow::time( $this->clock->now() ),
				'paused_until' => null,
			],
			[
				'id'     => $batch->id,
				'status' => BatchStatus::Running->value,
			]
		);
	}

	/**
	 * {@inheritDoc}
	 */
	public function pause( Batch $batch, ?DateTimeImmutable $until, int $strikes ): void {
		$this->database->update_if(
			$this->schema->batches(),
			[
				'paused_until' => null === $until ? null : LinkRow::time( $until ),
				'strikes'      => $strikes,
			],
			[
				'id'     => $batch->id,
				'status' => BatchStatus::Running->value,
			]
		);
	}

	/**
	 * {@inheritDoc}
	 */
	public function reopen( Batch $batch ): bool {
		if ( BatchStatus::Running === $batch->status ) {
			return false;
		}

		$this->items->reopen( $batch );

		return $this->report->has( $batch, ItemStatus::Waiting, ItemStatus::Working ) && $this->database->update_if(
			$this->schema->batches(),
			[
				'status'       => BatchStatus::Running->value,
				'reason'       => '',
				'finished_at'  => null,
				'paused_until' => null,
				'strikes'      => 0,
			],
			[
				'id'     => $batch->id,
				'status' => $batch->status->value,
			]
		);
	}

	/**
	 * {@inheritDoc}
	 */
	public function has_work( Batch $batch ): bool {
		return $this->report->has( $batch, ItemStatus::Working, BatchStatus::Running === $batch->status ? ItemStatus::Waiting : ItemStatus::Working );
	}

	/**
	 * {@inheritDoc}
	 */
	public function was_made_beside( Batch $batch, int $wc_order_id, int $link_id ): bool {
		return $this->report->was_made_beside( $batch, $wc_order_id, $link_id );
	}

	/**
	 * {@inheritDoc}
	 */
	public function was_sent_beside( Batch $batch, int $wc_order_id, int $link_id ): bool {
		return $this->report->was_sent_beside( $batch, $wc_order_id, $link_id );
	}

	/**
	 * {@inheritDoc}
	 */
	public function counts( Batch $batch ): array {
		return $this->report->counts( $batch );
	}

	/**
	 * {@inheritDoc}
	 */
	public function troubles( Batch $batch, int $limit ): array {
		return $this->report->troubles( $batch, $limit );
	}

	/**
	 * {@inheritDoc}
	 */
	public function running(): array {
		return array_map( BatchRows::batch( ... ), $this->database->rows( 'SELECT * FROM %i WHERE status = %s ORDER BY id', [ $this->schema->batches(), BatchStatus::Running->value ] ) );
	}

	/**
	 * {@inheritDoc}
	 */
	public function forget( DateTimeImmutable $before ): void {
		foreach ( $this->database->rows(
			'SELECT id FROM %i WHERE status <> %s AND COALESCE(finished_at, created_at) < %s ORDER BY id LIMIT %d',
			[ $this->schema->batches(), BatchStatus::Running->value, LinkRow::time( $before ), self::MAX_FORGOTTEN ]
		) as $row ) {
			$id = ( new Columns( $row ) )->number( 'id' ) ?? 0;
			// The batch last: should this die in between, the next night finds it again.
			$this->database->delete_if( $this->schema->batch_items(), [ 'batch_id' => $id ] );
			$this->database->delete_if( $this->schema->batches(), [ 'id' => $id ] );
		}
	}

	/**
	 * {@inheritDoc}
	 */
	public function recent( ?int $user_id, DateTimeImmutable $since ): array {
		return array_map(
			BatchRows::batch( ... ),
			$this->database->rows(
				'SELECT * FROM %i WHERE (status = %s OR finished_at >= %s) AND (%d = -1 OR created_by = %d) ORDER BY id DESC LIMIT %d',
				[ $this->schema->batches(), BatchStatus::Running->value, LinkRow::time( $since ), $user_id ?? -1, $user_id ?? -1, self::MAX_LISTED ]
			)
		);
	}

	/**
	 * Returns the first row.
	 *
	 * @param literal-string $sql With a placeholder for the table and one for the value.
	 */
	private function first( string $sql, int|string $value ): ?Batch {
		$rows = $this->database->rows( $sql, [ $this->schema->batches(), $value ] );

		return [] === $rows ? null : BatchRows::batch( $rows[0] );
	}
}
