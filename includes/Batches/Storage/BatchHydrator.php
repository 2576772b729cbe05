<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Batches\Domain\Batch;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchAction;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchItem;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchOptions;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchStatus;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemReason;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemStatus;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;

final class BatchHydrator {

	/**
	 * @param array<mixed> $row By column.
	 */
	public static function batch( array $row ): Batch {
		$columns = new RowReader( $row );
		$options = json_decode( $columns->text( 'options' ), true );

		return new Batch(
			$columns->number( 'id' ) ?? 0,
			$columns->text( 'idempotency_key' ),
			BatchAction::tryFrom( $columns->text( 'action' ) ) ?? BatchAction::Refresh,
			BatchOptions::from_array( is_array( $options ) ? $options : [] ),
			// A status written by a newer version of the plugin cannot be processed.
			BatchStatus::tryFrom( $columns->text( 'status' ) ) ?? BatchStatus::Stopped,
			ItemReason::tryFrom( $columns->text( 'reason' ) ) ?? ItemReason::Error,
			$columns->number( 'created_by' ) ?? 0,
			$columns->time( 'created_at' ) ?? new DateTimeImmutable( '@0' ),
			$columns->time( 'finished_at' ),
			$columns->time( 'paused_until' ),
			$columns->number( 'failure_count' ) ?? 0
		);
	}

	/**
	 * @param array<mixed> $row By column.
	 */
	public static function item( array $row ): BatchItem {
		$columns = new RowReader( $row );

		return new BatchItem(
			$columns->number( 'id' ) ?? 0,
			$columns->number( 'batch_id' ) ?? 0,
			$columns->number( 'wc_order_id' ) ?? 0,
			$columns->number( 'target_id' ) ?? 0,
			$columns->number( 'link_id' ) ?? 0,
			ItemStatus::tryFrom( $columns->text( 'status' ) ) ?? ItemStatus::Failed,
			ItemReason::tryFrom( $columns->text( 'reason' ) ) ?? ItemReason::Error,
			$columns->number( 'error_code' ),
			1 === $columns->number( 'email_started' ),
			$columns->number( 'attempts' ) ?? 0,
			$columns->time( 'claimed_until' )
		);
	}
}
