<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Application;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Batches\Domain\Batch;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchAction;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchItem;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchOptions;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchStatus;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemOutcome;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemReason;

/**
 * Stores batches and their items. Every write is a single conditional statement, so that of two concurrent workers only
 * one succeeds.
 */
interface BatchStore {

	public function find( int $id ): ?Batch;

	public function find_by_key( string $idempotency_key ): ?Batch;

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
	): Batch;

	/**
	 * Claims items for a worker.
	 *
	 * @param DateTimeImmutable $now UTC.
	 * @param DateTimeImmutable $until UTC; after that another worker may claim them.
	 * @return list<BatchItem>
	 */
	public function claim( Batch $batch, int $limit, DateTimeImmutable $now, DateTimeImmutable $until ): array;

	/**
	 * Records that the email of an item is about to be sent. Returns false when that was recorded before.
	 */
	public function start_email( BatchItem $item ): bool;

	/**
	 * Records that the email of an item was not sent.
	 */
	public function reset_email( BatchItem $item ): void;

	/**
	 * Stores the outcome of an item. Does nothing when this worker no longer has the item.
	 */
	public function finish( BatchItem $item, ItemOutcome $outcome ): void;

	/**
	 * Ends a running batch. Returns false when it is not running.
	 */
	public function end( Batch $batch, BatchStatus $status, ItemReason $reason = ItemReason::None ): bool;

	/**
	 * Pauses a running batch.
	 *
	 * @param DateTimeImmutable|null $until UTC; null ends the pause.
	 */
	public function pause( Batch $batch, ?DateTimeImmutable $until, int $failure_count ): void;

	/**
	 * Restarts a batch with its failed and unfinished items. Returns false when the batch is running or has no such
	 * items.
	 */
	public function reopen( Batch $batch ): bool;

	/**
	 * Whether any item is in progress or, if the batch is running, waiting.
	 */
	public function has_work( Batch $batch ): bool;

	/**
	 * Whether another batch that was running at the same time as this one created the link.
	 */
	public function created_by_concurrent_batch( Batch $batch, int $wc_order_id, int $link_id ): bool;

	/**
	 * Whether another batch that was running at the same time as this one sent the link.
	 */
	public function sent_by_concurrent_batch( Batch $batch, int $wc_order_id, int $link_id ): bool;

	/**
	 * Counts items by status.
	 *
	 * @return array<string, int>
	 */
	public function counts( Batch $batch ): array;

	/**
	 * Returns items that failed or were skipped, or whose email was not sent; skipped items last.
	 *
	 * @return list<BatchItem>
	 */
	public function issues( Batch $batch, int $limit ): array;

	/**
	 * Returns running batches, oldest first.
	 *
	 * @return list<Batch>
	 */
	public function running(): array;

	/**
	 * Deletes batches, with their items, that ended or were abandoned before the given time.
	 */
	public function prune( DateTimeImmutable $before ): void;

	/**
	 * Returns batches that are running or ended since the given time, newest first.
	 *
	 * @param int|null $user_id The user who started them; null for all users.
	 * @param DateTimeImmutable $since UTC.
	 * @return list<Batch>
	 */
	public function recent( ?int $user_id, DateTimeImmutable $since ): array;
}
