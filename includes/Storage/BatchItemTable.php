<?php
/**
 * The items of batches.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Domain\Batch\Batch;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchItem;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchStatus;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemOutcome;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemStatus;

/**
 * Hands items to workers, each to one, and no two of an order at the same time.
 */
final class BatchItemTable {

	private const CHUNK = 500;

	/**
	 * Takes the database.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly Schema $schema,
	) {}

	/**
	 * Writes the items of a batch; what is in there already stays as it is.
	 *
	 * @param int                   $batch_id Our id.
	 * @param list<array{int, int}> $targets  Order and link, or 0.
	 */
	public function add( int $batch_id, array $targets ): void {
		foreach ( array_chunk( $targets, self::CHUNK ) as $chunk ) {
			$this->database->insert_new(
				$this->schema->batch_items(),
				[ 'batch_id', 'wc_order_id', 'target_id', 'status' ],
				array_map( static fn ( array $target ): array => [ $batch_id, $target[0], $target[1], ItemStatus::Waiting->value ], $chunk )
			);
		}
	}

	/**
	 * Takes items.
	 *
	 * @return list<BatchItem>
	 */
	public function claim( Batch $batch, int $limit, DateTimeImmutable $now, DateTimeImmutable $until ): array {
		$claimed = [];
		foreach ( $this->candidates( $batch, $limit, $now ) as $item ) {
			$is_ours = $this->database->update_if(
				$this->schema->batch_items(),
				[
					'status'        => ItemStatus::Working->value,
					'claimed_until' => LinkRow::time( $until ),
					'busy_order'    => $item->wc_order_id,
					'tries'         => $item->tries + 1,
				],
				[
					'id'            => $item->id,
					'status'        => $item->status->value,
					'tries'         => $item->tries,
				]
			);
			$mine    = $is_ours ? $this->find( $item->id ) : null;
			if ( null !== $mine ) {
				$claimed[] = $mine;
			}
		}

		return $claimed;
	}

	/**
	 * Writes down that the e-mail of an item begins, or that it was certainly not handed over. False when it was so before.
	 */
	public function mark_mail( BatchItem $item, bool $has_begun ): bool {
		return $this->database->update_if( $this->schema->batch_items(), [ 'mail_begun' => $has_begun ? 1 : 0 ], [ 'id' => $item->id, 'mail_begun' => $has_begun ? 0 : 1 ] );
	}

	/**
	 * Writes down what became of an item, if this worker still has it.
	 */
	public function finish( BatchItem $item, ItemOutcome $outcome ): void {
		$this->database->update_if(
			$this->schema->batch_items(),
			[
				'status'        => $outcome->status->value,
				'reason'        => $outcome->reason->value,
				'error_code'    => $outcome->error_code,
				'link_id'       => 0 === $outcome->link_id ? $item->link_id : $outcome->link_id,
				'claimed_until' => null,
				'busy_order'    => null,
			],
			[
				'id'     => $item->id,
				'status' => ItemStatus::Working->value,
				'tries'  => $item->tries,
			]
		);
	}

	/**
	 * Has items that failed wait once more. The tries begin anew, and so does an e-mail that nobody knows of.
	 */
	public function reopen( Batch $batch ): void {
		foreach ( [ ItemStatus::Failed, ItemStatus::MailFailed ] as $status ) {
			$this->database->update_all(
				$this->schema->batch_items(),
				[
					'status'     => ItemStatus::Waiting->value,
					'reason'     => '',
					'error_code' => null,
					'mail_begun' => 0,
					'tries'      => 0,
				],
				[
					'batch_id' => $batch->id,
					'status'   => $status->value,
				]
			);
		}
	}

	/**
	 * Returns items that wait, or whose worker must have died; of each order one, since only one can be had. In a batch
	 * that has ended nothing is begun any more, but what was begun is finished.
	 *
	 * @return list<BatchItem>
	 */
	private function candidates( Batch $batch, int $limit, DateTimeImmutable $now ): array {
		$begins = BatchStatus::Running === $batch->status ? ItemStatus::Waiting : ItemStatus::Working;
		$items  = array_map(
			BatchRows::item( ... ),
			$this->database->rows(
				'SELECT * FROM %i WHERE batch_id = %d AND status IN (%s, %s) AND (status <> %s OR claimed_until <= %s) ORDER BY tries, id LIMIT %d',
				[ $this->schema->batch_items(), $batch->id, $begins->value, ItemStatus::Working->value, ItemStatus::Working->value, LinkRow::time( $now ), 2 * $limit ]
			)
		);
		$of_order = [];
		foreach ( $items as $item ) {
			$of_order[ $item->wc_order_id ] ??= $item;
		}

		return array_slice( array_values( $of_order ), 0, $limit );
	}

	/**
	 * Returns an item.
	 */
	private function find( int $id ): ?BatchItem {
		$rows = $this->database->rows( 'SELECT * FROM %i WHERE id = %d', [ $this->schema->batch_items(), $id ] );

		return [] === $rows ? null : BatchRows::item( $rows[0] );
	}
}
