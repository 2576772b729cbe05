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
use MultiSafepay\PaymentLinks\Domain\Batch\BatchAction;
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
	 * Tells whether another batch that ran at the same time made this link of an order.
	 */
	public function was_made_beside( Batch $batch, int $wc_order_id, int $link_id ): bool {
		return $this->is_beside( $batch, $wc_order_id, $link_id, 'b.action IN (%s, %s)', [ BatchAction::Create->value, BatchAction::Renew->value ] );
	}

	/**
	 * Tells whether another batch that ran at the same time sent this link of an order.
	 */
	public function was_sent_beside( Batch $batch, int $wc_order_id, int $link_id ): bool {
		return $this->is_beside( $batch, $wc_order_id, $link_id, 'i.mail_begun = %d', [ 1 ] );
	}

	/**
	 * Tells whether a batch has items that stand so, or so.
	 */
	public function has( Batch $batch, ItemStatus $status, ItemStatus $other ): bool {
		return [] !== $this->database->rows(
			'SELECT id FROM %i WHERE batch_id = %d AND status IN (%s, %s) LIMIT 1',
			[ $this->schema->batch_items(), $batch->id, $status->value, $other->value ]
		);
	}

	/**
	 * Counts items by status.
	 *
	 * @return array<string, int>
	 */
	public function counts( Batch $batch ): array {
		$counts = [];
		foreach ( $this->database->rows( 'SELECT status, COUNT(*) AS items FROM %i WHERE batch_id = %d GROUP BY status', [ $this->schema->batch_items(), $batch->id ] ) as $row ) {
			$columns                              = new Columns( $row );
			$counts[ $columns->text( 'status' ) ] = $columns->number( 'items' ) ?? 0;
		}

		return $counts;
	}

	/**
	 * Returns what did not go as wished; failures first.
	 *
	 * @return list<BatchItem>
	 */
	public function troubles( Batch $batch, int $limit ): array {
		return array_map(
			BatchRows::item( ... ),
			$this->database->rows(
				'SELECT * FROM %i WHERE batch_id = %d AND status IN (%s, %s, %s) ORDER BY status = %s, id LIMIT %d',
				[ $this->schema->batch_items(), $batch->id, ItemStatus::Failed->value, ItemStatus::MailFailed->value, ItemStatus::Skipped->value, ItemStatus::Skipped->value, $limit ]
			)
		);
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
	 * Tells whether another batch that ran at the same time has an item about this link of an order that is so.
	 *
	 * @param Batch            $batch       The batch that asks.
	 * @param int              $wc_order_id WooCommerce's id.
	 * @param int              $link_id     The link.
	 * @param literal-string   $condition   With placeholders.
	 * @param list<int|string> $values      For the placeholders.
	 */
	private function is_beside( Batch $batch, int $wc_order_id, int $link_id, string $condition, array $values ): bool {
		return [] !== $this->database->rows(
			'SELECT i.id FROM %i b JOIN %i i ON i.batch_id = b.id AND i.wc_order_id = %d WHERE b.id <> %d AND (b.status = %s OR b.finished_at >= %s) AND i.link_id = %d AND ' . $condition . ' LIMIT 1',
			[ $this->schema->batches(), $this->schema->batch_items(), $wc_order_id, $batch->id, BatchStatus::Running->value, LinkRow::time( $batch->created_at ), $link_id, ...$values ]
		);
	}

	/**
	 * Returns an item.
	 */
	private function find( int $id ): ?BatchItem {
		$rows = $this->database->rows( 'SELECT * FROM %i WHERE id = %d', [ $this->schema->batch_items(), $id ] );

		return [] === $rows ? null : BatchRows::item( $rows[0] );
	}
}
