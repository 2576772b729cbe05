<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Application;

use Closure;
use DateInterval;
use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Batches\Domain\Batch;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchItem;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchStatus;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemOutcome;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemStatus;
use MultiSafepay\PaymentLinks\Batches\Storage\BatchItemTable;
use MultiSafepay\PaymentLinks\Batches\Storage\BatchTable;
use MultiSafepay\PaymentLinks\Batches\WooCommerce\BatchScheduler;
use MultiSafepay\PaymentLinks\MultiSafepay\Http\HttpPool;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;

final class RunBatch {

	/**
	 * How long a worker may hold claimed items. A use case takes at most 20 seconds; the items of one step run in
	 * parallel.
	 */
	private const LEASE_SECONDS = 120;

	/**
	 * After this delay, another run continues the work of an interrupted run.
	 */
	private const WATCHDOG_SECONDS = 130;

	private const POLL_SECONDS      = 5;
	private const MIN_PAUSE_SECONDS = 2;
	private const MAX_PAUSE_SECONDS = 300;

	public function __construct(
		private readonly BatchTable $batches,
		private readonly BatchItemTable $items,
		private readonly RunItem $run_item,
		private readonly HttpPool $http,
		private readonly BatchScheduler $scheduler,
		private readonly Clock $clock,
		private readonly SettingsStore $settings,
	) {}

	/**
	 * Processes a batch and schedules the next run if work remains. In a batch that has ended, only items of an
	 * interrupted worker are completed: a created link may still have to replace another one.
	 *
	 * @param float $seconds How long this run may start new items.
	 * @return int|null Seconds until the next run; null when no work remains.
	 */
	public function run( int $batch_id, float $seconds ): ?int {
		$batch = $this->batches->find( $batch_id );
		if ( null === $batch || ( BatchStatus::Running !== $batch->status && ! $this->batches->has_work( $batch ) ) ) {
			return null;
		}

		$this->scheduler->schedule( $batch, self::WATCHDOG_SECONDS );
		$until = $this->clock->monotonic() + $seconds;
		$wait  = 0;
		while ( 0 === $wait && $this->clock->monotonic() < $until ) {
			$wait  = $this->step( $batch );
			$batch = $this->batches->find( $batch_id ) ?? $batch;
		}

		if ( null !== $wait ) {
			$this->scheduler->schedule( $batch, $wait );
		}

		return $wait;
	}

	/**
	 * Processes the next items, or ends the batch. Returns the seconds until the next step; null when no work remains.
	 */
	private function step( Batch $batch ): ?int {
		$now        = $this->clock->now();
		$is_running = BatchStatus::Running === $batch->status;
		if ( $is_running && null !== $batch->paused_until && $batch->paused_until > $now ) {
			return max( 1, $batch->paused_until->getTimestamp() - $now->getTimestamp() );
		}

		// After failures, process fewer items in parallel: fewer requests to the provider, and fewer lost attempts.
		$limit = max( 1, $this->settings->load()->bulk_concurrency >> $batch->failure_count );
		$items = $this->items->claim(
			$batch,
			$limit,
			$now,
			$now->add( new DateInterval( 'PT' . self::LEASE_SECONDS . 'S' ) )
		);
		if ( [] !== $items ) {
			return $this->settle( $batch, $this->run_items( $batch, $items ) );
		}
		if ( $this->batches->has_work( $batch ) ) {
			// Other workers have claimed the remaining items, or another batch is processing the same orders.
			return $is_running ? self::POLL_SECONDS : self::WATCHDOG_SECONDS;
		}

		$this->batches->end( $batch, BatchStatus::Done );

		return null;
	}

	/**
	 * Processes items in parallel and stores each outcome as soon as it is known.
	 *
	 * @param list<BatchItem> $items Of different orders.
	 * @return list<ItemOutcome>
	 */
	private function run_items( Batch $batch, array $items ): array {
		$outcomes = $this->http->run(
			array_map(
				fn ( BatchItem $item ): Closure => function () use ( $batch, $item ): ItemOutcome {
					$outcome = $this->run_item->run( $batch, $item );
					$this->items->finish( $item, $outcome );

					return $outcome;
				},
				$items
			)
		);

		// Items whose outcome could not be stored are claimed again when their lease ends.
		return array_values( array_filter(
			$outcomes,
			static fn ( mixed $outcome ): bool => $outcome instanceof ItemOutcome
		) );
	}

	/**
	 * Stops, pauses or continues the batch after a step. Returns the seconds until the next step.
	 *
	 * @param list<ItemOutcome> $outcomes Outcomes of the step.
	 */
	private function settle( Batch $batch, array $outcomes ): int {
		$stopping = array_values( array_filter(
			$outcomes,
			static fn ( ItemOutcome $outcome ): bool => ItemStatus::Waiting === $outcome->status
				&& $outcome->reason->stops_batch()
		) );
		// Links may have been created with different API keys: while other items succeed, one rejected key does not
		// stop the batch.
		if (
			[] !== $stopping
			&& ! in_array(
				ItemStatus::Done,
				array_map( static fn ( ItemOutcome $outcome ): ItemStatus => $outcome->status, $outcomes ),
				true
			)
		) {
			$this->batches->end( $batch, BatchStatus::Stopped, $stopping[0]->reason );

			return 0;
		}

		$slowing = array_filter( $outcomes, static fn ( ItemOutcome $outcome ): bool => $outcome->slow_down );
		if ( [] !== $slowing ) {
			$retry_after = max( array_map( static fn ( ItemOutcome $outcome ): int => $outcome->seconds, $slowing ) );
			$pause       = max(
				$retry_after,
				min( self::MAX_PAUSE_SECONDS, self::MIN_PAUSE_SECONDS * 2 ** min( 10, $batch->failure_count ) )
			);
			$this->batches->pause( $batch, $this->seconds_from_now( $pause ), $batch->failure_count + 1 );

			return $pause;
		}
		if ( $batch->failure_count > 0 ) {
			$this->batches->pause( $batch, null, 0 );
		}

		return 0;
	}

	private function seconds_from_now( int $seconds ): DateTimeImmutable {
		return $this->clock->now()->add( new DateInterval( 'PT' . $seconds . 'S' ) );
	}
}
