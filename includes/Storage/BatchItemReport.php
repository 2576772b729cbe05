<?php
/**
 * How the items of batches stand.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use MultiSafepay\PaymentLinks\Domain\Batch\Batch;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchAction;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchItem;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchStatus;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemStatus;

/**
 * Reads what BatchItemTable writes.
 */
final class BatchItemReport {

	/**
	 * Takes the database.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly Schema $schema,
	) {}

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
}
