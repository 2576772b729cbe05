<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Storage;

use MultiSafepay\PaymentLinks\Batches\Domain\Batch;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchAction;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchItem;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchStatus;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemStatus;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;

/**
 * Read queries on the items that BatchItemTable writes.
 */
final class BatchItemReport {

	public function __construct(
		private readonly Database $database,
		private readonly BatchTables $tables,
	) {}

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
	 * @return array<string, int> Number of items by status.
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

	public function created_by_concurrent_batch( Batch $batch, int $wc_order_id, int $link_id ): bool {
		return $this->has_concurrent_item(
			$batch,
			$wc_order_id,
			$link_id,
			'b.action IN (%s, %s)',
			[ BatchAction::Create->value, BatchAction::Renew->value ]
		);
	}

	public function sent_by_concurrent_batch( Batch $batch, int $wc_order_id, int $link_id ): bool {
		return $this->has_concurrent_item( $batch, $wc_order_id, $link_id, 'i.email_started = %d', [ 1 ] );
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
