<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Batches\Domain\Batch;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchAction;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchOptions;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchStatus;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemReason;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemStatus;
use MultiSafepay\PaymentLinks\Batches\Domain\StartedBatch;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;

/**
 * Stores batches. Every write is a single conditional statement, so that of two concurrent workers only one succeeds.
 */
final class BatchTable {

	private const MAX_LISTED = 20;

	/**
	 * Maximum per run; the next nightly run deletes the rest.
	 */
	private const MAX_PRUNED = 100;

	public function __construct(
		private readonly Database $database,
		private readonly BatchTables $tables,
		private readonly BatchItemTable $items,
		private readonly Clock $clock,
	) {}

	public function find( int $id ): ?Batch {
		return $this->first( 'SELECT * FROM %i WHERE id = %d', $id );
	}

	public function find_by_key( string $idempotency_key ): ?Batch {
		return $this->first( 'SELECT * FROM %i WHERE idempotency_key = %s', $idempotency_key );
	}

	/**
	 * Starts a batch with its items, or returns the batch that was started with the key before.
	 *
	 * @param list<array{int, int}> $targets WooCommerce order ID and link ID per item; link ID 0 for no specific link.
	 */
	public function start(
		string $idempotency_key,
		BatchAction $action,
		BatchOptions $options,
		array $targets,
		int $user_id,
	): StartedBatch {
		$id    = $this->database->insert(
			$this->tables->batches(),
			[
				'idempotency_key' => $idempotency_key,
				'action'          => $action->value,
				'options'         => (string) wp_json_encode( $options->to_array() ),
				'status'          => BatchStatus::Preparing->value,
				'created_by'      => $user_id,
				'created_at'      => SqlTime::format( $this->clock->now() ),
			]
		);
		$batch = $this->find_by_key( $idempotency_key ) ?? throw new StorageFailed( 'A batch could not be written.' );
		if ( BatchStatus::Preparing !== $batch->status ) {
			return new StartedBatch( $batch, null !== $id );
		}

		// Also for a repeated key: the first request may have been interrupted before all items were stored.
		$this->items->add( $batch->id, $targets );
		$this->database->update_if(
			$this->tables->batches(),
			[ 'status' => BatchStatus::Running->value ],
			[
				'id'     => $batch->id,
				'status' => BatchStatus::Preparing->value,
			]
		);

		return new StartedBatch( $this->find( $batch->id ) ?? $batch, null !== $id );
	}

	/**
	 * Ends a running batch. Returns false when it is not running.
	 */
	public function end( Batch $batch, BatchStatus $status, ItemReason $reason = ItemReason::None ): bool {
		return $this->database->update_if(
			$this->tables->batches(),
			[
				'status'       => $status->value,
				'reason'       => $reason->value,
				'finished_at'  => SqlTime::format( $this->clock->now() ),
				'paused_until' => null,
			],
			[
				'id'     => $batch->id,
				'status' => BatchStatus::Running->value,
			]
		);
	}

	/**
	 * Pauses a running batch.
	 *
	 * @param DateTimeImmutable|null $until UTC; null ends the pause.
	 */
	public function pause( Batch $batch, ?DateTimeImmutable $until, int $failure_count ): void {
		$this->database->update_if(
			$this->tables->batches(),
			[
				'paused_until' => null === $until ? null : SqlTime::format( $until ),
				'failure_count' => $failure_count,
			],
			[
				'id'     => $batch->id,
				'status' => BatchStatus::Running->value,
			]
		);
	}

	/**
	 * Restarts a batch that has ended with its failed and unfinished items. Returns false when the batch has not ended
	 * or has no such items.
	 */
	public function reopen( Batch $batch ): bool {
		if ( ! $batch->status->has_ended() ) {
			return false;
		}

		$this->items->reopen( $batch );

		return $this->items->has( $batch, ItemStatus::Waiting, ItemStatus::Working ) && $this->database->update_if(
			$this->tables->batches(),
			[
				'status'       => BatchStatus::Running->value,
				'reason'       => '',
				'finished_at'  => null,
				'paused_until' => null,
				'failure_count' => 0,
			],
			[
				'id'     => $batch->id,
				'status' => $batch->status->value,
			]
		);
	}

	/**
	 * Whether any item is in progress or, if the batch is running, waiting.
	 */
	public function has_work( Batch $batch ): bool {
		return $this->items->has(
			$batch,
			ItemStatus::Working,
			BatchStatus::Running === $batch->status ? ItemStatus::Waiting : ItemStatus::Working
		);
	}

	/**
	 * Returns running batches, oldest first.
	 *
	 * @return list<Batch>
	 */
	public function running(): array {
		return array_map(
			BatchHydrator::batch( ... ),
			$this->database->rows(
				'SELECT * FROM %i WHERE status = %s ORDER BY id',
				[ $this->tables->batches(), BatchStatus::Running->value ]
			)
		);
	}

	/**
	 * Deletes batches, with their items, that ended or were abandoned before the given time.
	 */
	public function prune( DateTimeImmutable $before ): void {
		foreach ( $this->database->rows(
			'SELECT id FROM %i WHERE status <> %s AND COALESCE(finished_at, created_at) < %s ORDER BY id LIMIT %d',
			[ $this->tables->batches(), BatchStatus::Running->value, SqlTime::format( $before ), self::MAX_PRUNED ]
		) as $row ) {
			$id = ( new RowReader( $row ) )->number( 'id' ) ?? 0;
			// The batch last: if this is interrupted, the next run finds the batch again.
			$this->database->delete_if( $this->tables->items(), [ 'batch_id' => $id ] );
			$this->database->delete_if( $this->tables->batches(), [ 'id' => $id ] );
		}
	}

	/**
	 * Returns batches that are running or ended since the given time, newest first.
	 *
	 * @param int|null $user_id The user who started them; null for all users.
	 * @param DateTimeImmutable $since UTC.
	 * @return list<Batch>
	 */
	public function recent( ?int $user_id, DateTimeImmutable $since ): array {
		return array_map(
			BatchHydrator::batch( ... ),
			$this->database->rows(
				'SELECT * FROM %i WHERE (status = %s OR finished_at >= %s) AND (%d = -1 OR created_by = %d)
				ORDER BY id DESC LIMIT %d',
				[
					$this->tables->batches(),
					BatchStatus::Running->value,
					SqlTime::format( $since ),
					$user_id ?? -1,
					$user_id ?? -1,
					self::MAX_LISTED,
				]
			)
		);
	}

	/**
	 * @param literal-string $sql With placeholders for the table and the value.
	 */
	private function first( string $sql, int|string $value ): ?Batch {
		$rows = $this->database->rows( $sql, [ $this->tables->batches(), $value ] );

		return [] === $rows ? null : BatchHydrator::batch( $rows[0] );
	}
}
