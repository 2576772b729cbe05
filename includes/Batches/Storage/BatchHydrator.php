<?php
/**
 * Rows of batches.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Domain\Batch\Batch;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchAction;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchItem;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchOptions;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchStatus;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemReason;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemStatus;

/**
 * Turns rows of the two tables into what they stand for.
 */
final class BatchRows {

	/**
	 * Returns the batch of a row.
	 *
	 * @param array<mixed> $row By column.
	 */
	public static function batch( array $row ): Batch {
		$columns = new Columns( $row );
		$options = json_decode( $columns->text( 'options' ), true );

		return new Batch(
			$columns->number( 'id' ) ?? 0,
			$columns->text( 'idempotency_key' ),
			BatchAction::tryFrom( $columns->text( 'action' ) ) ?? BatchAction::Refresh,
			BatchOptions::from_array( is_array( $options ) ? $options : [] ),
			// What a newer version wrote is nothing that this one could work on.
			BatchStatus::tryFrom( $columns->text( 'status' ) ) ?? BatchStatus::Stopped,
			ItemReason::tryFrom( $columns->text( 'reason' ) ) ?? ItemReason::Error,
			$columns->number( 'created_by' ) ?? 0,
			$columns->time( 'created_at' ) ?? new DateTimeImmutable( '@0' ),
			$columns->time( 'finished_at' ),
			$columns->time( 'paused_until' ),
			$columns->number( 'strikes' ) ?? 0
		);
	}

	/**
	 * Returns the item of a row.
	 *
	 * @param array<mixed> $row By column.
	 */
	public static function item( array $row ): BatchItem {
		$columns = new Columns( $row );

		return new BatchItem(
			$columns->number( 'id' ) ?? 0,
			$columns->number( 'batch_id' ) ?? 0,
			$columns->number( 'wc_order_id' ) ?? 0,
			$columns->number( 'target_id' ) ?? 0,
			$columns->number( 'link_id' ) ?? 0,
			ItemStatus::tryFrom( $columns->text( 'status' ) ) ?? ItemStatus::Failed,
			ItemReason::tryFrom( $columns->text( 'reason' ) ) ?? ItemReason::Error,
			$columns->number( 'error_code' ),
			1 === $columns->number( 'mail_begun' ),
			$columns->number( 'tries' ) ?? 0,
			$columns->time( 'claimed_until' )
		);
	}
}
