<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Batches\Domain\Batch;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchAction;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchItem;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchStatus;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemOutcome;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemStatus;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;

/**
 * Stores the items of batches and assigns them to workers: an item to one worker at a time, and only one item per order
 * at a time. Every write is a single conditional statement, so that of two concurrent workers only one succeeds.
 */
final class BatchItemTable {

	private const CHUNK_SIZE = 500;

	public function __construct(
		private readonly Database $database,
		private readonly BatchTables $tables,
	) {}

	/**
	 * Stores the items of a batch; existing items are not changed.
	 *
	 * @param list<array{int, int}> $targets Order ID and link ID per item; link ID 0 for no specific link.
	 */
	public function add( int $batch_id, array $targets ): void {
		foreach ( array_chunk( $targets, self::CHUNK_SIZE ) as $chunk ) {
			$this->database->insert_missing(
				$this->tables->items(),
				[ 'batch_id', 'wc_order_id', 'target_id', 'status' ],
				array_map(
					static fn ( array $target ): array => [
						$batch_id,
						$target[0],
						$target[1],
						ItemStatus::Waiting->value,
					],
					$chunk
				)
			);
		}
	}

	/**
	 * Claims items for a worker.
	 *
	 * @param DateTimeImmutable $now UTC.
	 * @param DateTimeImmutable $until UTC; after that another worker may claim them.
	 * @return list<BatchItem>
	 */
	public function claim( Batch $batch, int $limit, DateTimeImmutable $now, DateTimeImmutable $until ): array {
		$claimed = [];
		foreach ( $this->candidates( $batch, $limit, $now ) as $item ) {
			$is_claimed = $this->database->update_if(
				$this->tables->items(),
				[
					'status'          => ItemStatus::Working->value,
					'claimed_until'   => SqlTime::format( $until ),
					'locked_order_id' => $item->wc_order_id,
					'attempts'        => $item->attempts + 1,
				],
				[
					'id'       => $item->id,
					'status'   => $item->status->value,
					'attempts' => $item->attempts,
				]
			);
			$claimed_item = $is_claimed ? $this->find( $item->id ) : null;
			if ( null !== $claimed_item ) {
				$claimed[] = $claimed_item;
			}
		}

		return $claimed;
	}

	/**
	 * Records that the email of an item is about to be sent. Returns false when that was recorded before.
	 */
	public function start_email( BatchItem $item ): bool {
		return $this->mark_email( $item, true );
	}

	/**
	 * Records that the email of an item was not sent.
	 */
	public function reset_email( BatchItem $item ): void {
		$this->mark_email( $item, false );
	}

	/**
	 * Stores the outcome of an item, if no other worker has claimed it since.
	 */
	public function finish( BatchItem $item, ItemOutcome $outcome ): void {
		$this->database->update_if(
			$this->tables->items(),
			[
				'status'          => $outcome->status->value,
				'reason'          => $outcome->reason->value,
				'error_code'      => $outcome->error_code,
				'link_id'         => 0 === $outcome->link_id ? $item->link_id : $outcome->link_id,
				'claimed_until'   => null,
				'locked_order_id' => null,
			],
			[
				'id'       => $item->id,
				'status'   => ItemStatus::Working->value,
				'attempts' => $item->attempts,
			]
		);
	}

	/**
	 * Sets failed items to waiting and resets their attempts. An email with an unknown outcome is sent again.
	 */
	public function reopen( Batch $batch ): void {
		foreach ( [ ItemStatus::Failed, ItemStatus::EmailFailed ] as $status ) {
			$this->database->update_all(
				$this->tables->items(),
				[
					'status'        => ItemStatus::Waiting->value,
					'reason'        => '',
					'error_code'    => null,
					'email_started' => 0,
					'attempts'      => 0,
				],
				[
					'batch_id' => $batch->id,
					'status'   => $status->value,
				]
			);
		}
	}

	/**
	 * Whether a batch has items with one of two statuses.
	 */
	public function has( Batch $batch, ItemStatus $status, ItemStatus $other ): bool {
		return [] !== $this->database->rows(
			'SELECT id FROM %i WHERE batch_id = %d AND status IN (%s, %s) LIMIT 1',
			[ $this->tables->items(), $batch->id, $status->value, $other->value ]
		);
	}

	/**
	 * Counts items by status.
	 *
	 * @return array<string, int>
	 */
	public function counts( Batch $batch ): array {
		$counts = [];
		foreach ( $this->database->rows(
			'SELECT status, COUNT(*) AS items FROM %i WHERE batch_id = %d GROUP BY status',
			[ $this->tables->items(), $batch->id ]
		) as $row ) {
			$columns                              = new RowReader( $row );
			$counts[ $columns->text( 'status' ) ] = $columns->number( 'items' ) ?? 0;
		}

		return $counts;
	}

	/**
	 * Returns items that failed or were skipped, or whose email was not sent; skipped items last.
	 *
	 * @return list<BatchItem>
	 */
	public function issues( Batch $batch, int $limit ): array {
		return array_map(
			BatchHydrator::item( ... ),
			$this->database->rows(
				'SELECT * FROM %i WHERE batch_id = %d AND status IN (%s, %s, %s) ORDER BY status = %s, id LIMIT %d',
				[
					$this->tables->items(),
					$batch->id,
					ItemStatus::Failed->value,
					ItemStatus::EmailFailed->value,
					ItemStatus::Skipped->value,
					ItemStatus::Skipped->value,
					$limit,
				]
			)
		);
	}

	/**
	 * Whether another batch that was running at the same time as this one created the link.
	 */
	public function created_by_concurrent_batch( Batch $batch, int $wc_order_id, int $link_id ): bool {
		return $this->has_concurrent_item(
			$batch,
			$wc_order_id,
			$link_id,
			'b.action IN (%s, %s)',
			[ BatchAction::Create->value, BatchAction::Renew->value ]
		);
	}

	/**
	 * Whether another batch that was running at the same time as this one sent the link.
	 */
	public function sent_by_concurrent_batch( Batch $batch, int $wc_order_id, int $link_id ): bool {
		return $this->has_concurrent_item( $batch, $wc_order_id, $link_id, 'i.email_started = %d', [ 1 ] );
	}

	private function mark_email( BatchItem $item, bool $is_started ): bool {
		return $this->database->update_if(
			$this->tables->items(),
			[ 'email_started' => $is_started ? 1 : 0 ],
			[ 'id' => $item->id, 'email_started' => $is_started ? 0 : 1 ]
		);
	}

	/**
	 * Returns waiting items and items whose lease has ended, one per order because only one can be claimed. In a batch
	 * that has ended, no waiting items are returned.
	 *
	 * @return list<BatchItem>
	 */
	private function candidates( Batch $batch, int $limit, DateTimeImmutable $now ): array {
		$status = BatchStatus::Running === $batch->status ? ItemStatus::Waiting : ItemStatus::Working;
		$items  = array_map(
			BatchHydrator::item( ... ),
			$this->database->rows(
				'SELECT * FROM %i WHERE batch_id = %d AND status IN (%s, %s) AND (status <> %s OR claimed_until <= %s)
				ORDER BY attempts, id LIMIT %d',
				[
					$this->tables->items(),
					$batch->id,
					$status->value,
					ItemStatus::Working->value,
					ItemStatus::Working->value,
					SqlTime::format( $now ),
					2 * $limit,
				]
			)
		);
		$by_order = [];
		foreach ( $items as $item ) {
			$by_order[ $item->wc_order_id ] ??= $item;
		}

		return array_slice( array_values( $by_order ), 0, $limit );
	}

	private function find( int $id ): ?BatchItem {
		$rows = $this->database->rows( 'SELECT * FROM %i WHERE id = %d', [ $this->tables->items(), $id ] );

		return [] === $rows ? null : BatchHydrator::item( $rows[0] );
	}

	/**
	 * Whether a concurrent batch has a matching item for the link. A batch is concurrent when it is running, or ended
	 * after this batch was created.
	 *
	 * @param literal-string $condition SQL with placeholders.
	 * @param list<int|string> $values Values of the placeholders.
	 */
	private function has_concurrent_item(
		Batch $batch,
		int $wc_order_id,
		int $link_id,
		string $condition,
		array $values,
	): bool {
		return [] !== $this->database->rows(
			'SELECT i.id FROM %i b JOIN %i i ON i.batch_id = b.id AND i.wc_order_id = %d
				WHERE b.id <> %d AND (b.status = %s OR b.finished_at >= %s) AND i.link_id = %d AND '
				. $condition
				. ' LIMIT 1',
			[
				$this->tables->batches(),
				$this->tables->items(),
				$wc_order_id,
				$batch->id,
				BatchStatus::Running->value,
				SqlTime::format( $batch->created_at ),
				$link_id,
				...$values,
			]
		);
	}
}
