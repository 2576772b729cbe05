<?php
/**
 * Where batches are kept.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Domain\Batch\Batch;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchAction;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchItem;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchOptions;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchStatus;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemOutcome;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemReason;

/**
 * Keeps batches and their items. Every write is a single conditional statement, so that two workers cannot both win.
 */
interface BatchStore {

	/**
	 * Returns a batch, or null.
	 */
	public function find( int $id ): ?Batch;

	/**
	 * Returns the batch that a key started, or null.
	 */
	public function find_by_key( string $idempotency_key ): ?Batch;

	/**
	 * Starts a batch with all of its items, or returns the one that the key started.
	 *
	 * @param string                $idempotency_key Made by the browser.
	 * @param BatchAction           $action          What it does.
	 * @param BatchOptions          $options         How.
	 * @param list<array{int, int}> $targets         WooCommerce's id of each order, and our id of the link that is meant, or 0.
	 * @param int                   $user_id         Who starts it.
	 */
	public function start( string $idempotency_key, BatchAction $action, BatchOptions $options, array $targets, int $user_id ): Batch;

	/**
	 * Takes items that wait, or whose worker must have died; of a batch that has ended only the latter. At most one item
	 * of all batches works on an order at a time.
	 *
	 * @param Batch             $batch The batch.
	 * @param int               $limit At most so many.
	 * @param DateTimeImmutable $now   UTC.
	 * @param DateTimeImmutable $until UTC; after that another worker may take them.
	 * @return list<BatchItem>
	 */
	public function claim( Batch $batch, int $limit, DateTimeImmutable $now, DateTimeImmutable $until ): array;

	/**
	 * Notes that the e-mail of an item begins. False when it has begun before.
	 */
	public function begin_mail( BatchItem $item ): bool;

	/**
	 * Notes that the e-mail of an item was certainly not handed over.
	 */
	public function undo_mail( BatchItem $item ): void;

	/**
	 * Writes down what became of an item that this worker has.
	 */
	public function finish( BatchItem $item, ItemOutcome $outcome ): void;

	/**
	 * Ends a running batch. False when it does not run any more.
	 */
	public function end( Batch $batch, BatchStatus $status, ItemReason $reason = ItemReason::None ): bool;

	/**
	 * Has workers leave a running batch alone for a while; null lets them go on.
	 */
	public function pause( Batch $batch, ?DateTimeImmutable $until, int $strikes ): void;

	/**
	 * Has what failed, and what was left, done once more. False when the batch runs, or nothing is left to do.
	 */
	public function reopen( Batch $batch ): bool;

	/**
	 * Tells whether items are being worked on, or wait while the batch runs.
	 */
	public function has_work( Batch $batch ): bool;

	/**
	 * Tells whether another batch made this link of an order while this one ran, or still ran when this one began.
	 */
	public function was_made_beside( Batch $batch, int $wc_order_id, int $link_id ): bool;

	/**
	 * Tells whether another batch sent this link of an order while this one ran, or still ran when this one began.
	 */
	public function was_sent_beside( Batch $batch, int $wc_order_id, int $link_id ): bool;

	/**
	 * Counts items by status.
	 *
	 * @return array<string, int>
	 */
	public function counts( Batch $batch ): array;

	/**
	 * Returns items that failed, were skipped or had no e-mail, oldest first.
	 *
	 * @return list<BatchItem>
	 */
	public function troubles( Batch $batch, int $limit ): array;

	/**
	 * Returns running batches, oldest first.
	 *
	 * @return list<Batch>
	 */
	public function running(): array;

	/**
	 * Deletes batches, and their items, that ended before a moment, or were never begun.
	 */
	public function forget( DateTimeImmutable $before ): void;

	/**
	 * Returns running batches and those that ended lately, newest first.
	 *
	 * @param int|null          $user_id Of whom; null for everybody.
	 * @param DateTimeImmutable $since   UTC.
	 * @return list<Batch>
	 */
	public function recent( ?int $user_id, DateTimeImmutable $since ): array;
}
