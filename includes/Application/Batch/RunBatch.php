<?php
/**
 * A worker of a batch.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Batch;

use Closure;
use DateInterval;
use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Application\Port\BatchSchedule;
use MultiSafepay\PaymentLinks\Application\Port\BatchStore;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\Parallel;
use MultiSafepay\PaymentLinks\Domain\Batch\Batch;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchItem;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchStatus;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemOutcome;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemStatus;

/**
 * Takes items in handfuls and does them side by side, for as long as one run may last; then the next run goes on.
 *
 * It may die anywhere: what it had is taken by another run once its time is up, under the same idempotency keys.
 */
final class RunBatch {

	/**
	 * A use case ends within 20 seconds; a handful of them side by side, with what is done in between, in this.
	 */
	private const LEASE_SECONDS = 120;

	/**
	 * When a run that died is followed by one that goes on.
	 */
	private const WATCHDOG_SECONDS = 130;

	private const NAP_SECONDS   = 5;
	private const FIRST_PAUSE   = 2;
	private const LONGEST_PAUSE = 300;

	/**
	 * Takes its ports.
	 *
	 * @param BatchStore     $batches     The batches.
	 * @param RunItem        $run_item    Does one of them.
	 * @param Parallel       $parallel    Does several side by side.
	 * @param BatchSchedule  $schedule    The next run.
	 * @param Clock          $clock       The time.
	 * @param Closure(): int $concurrency How many side by side.
	 */
	public function __construct(
		private readonly BatchStore $batches,
		private readonly RunItem $run_item,
		private readonly Parallel $parallel,
		private readonly BatchSchedule $schedule,
		private readonly Clock $clock,
		private readonly Closure $concurrency,
	) {}

	/**
	 * Works on a batch, and has the next run go on where something is left. Of a batch that has ended nothing is left but
	 * what a worker that died had begun: a link that was made may still have to replace another one.
	 *
	 * @param int   $batch_id Our id.
	 * @param float $seconds  How long this run may begin new work.
	 * @return int|null After how many seconds the next run goes on; null when nothing is left.
	 */
	public function run( int $batch_id, float $seconds ): ?int {
		$batch = $this->batches->find( $batch_id );
		if ( null === $batch || ( BatchStatus::Running !== $batch->status && ! $this->batches->has_work( $batch ) ) ) {
			return null;
		}

		$this->schedule->work( $batch, self::WATCHDOG_SECONDS );
		$until = $this->clock->monotonic() + $seconds;
		$wait  = 0;
		while ( 0 === $wait && $this->clock->monotonic() < $until ) {
			$wait  = $this->step( $batch );
			$batch = $this->batches->find( $batch_id ) ?? $batch;
		}

		if ( null !== $wait ) {
			$this->schedule->work( $batch, $wait );
		}

		return $wait;
	}

	/**
	 * Does a handful, or ends the batch. Returns after how many seconds there may be more to do; null when there is
	 * nothing more.
	 */
	private function step( Batch $batch ): ?int {
		$now  = $this->clock->now();
		$runs = BatchStatus::Running === $batch->status;
		if ( $runs && null !== $batch->paused_until && $batch->paused_until > $now ) {
			return max( 1, $batch->paused_until->getTimestamp() - $now->getTimestamp() );
		}

		// A provider in trouble is asked by few, and few lose a try.
		$handful = max( 1, ( $this->concurrency )() >> $batch->strikes );
		$items   = $this->batches->claim( $batch, $handful, $now, $now->add( new DateInterval( 'PT' . self::LEASE_SECONDS . 'S' ) ) );
		if ( [] !== $items ) {
			return $this->settle( $batch, $this->do_all( $batch, $items ) );
		}
		if ( $this->batches->has_work( $batch ) ) {
			// Other workers have the rest, or another batch works on the same orders.
			return $runs ? self::NAP_SECONDS : self::WATCHDOG_SECONDS;
		}

		$this->batches->end( $batch, BatchStatus::Done );

		return null;
	}

	/**
	 * Does items side by side and writes down what became of each as soon as it is known.
	 *
	 * @param Batch           $batch The batch.
	 * @param list<BatchItem> $items Of different orders.
	 * @return list<ItemOutcome>
	 */
	private function do_all( Batch $batch, array $items ): array {
		$outcomes = $this->parallel->run(
			array_map(
				fn ( BatchItem $item ): Closure => function () use ( $batch, $item ): ItemOutcome {
					$outcome = $this->run_item->run( $batch, $item );
					$this->batches->finish( $item, $outcome );

					return $outcome;
				},
				$items
			)
		);

		// What could not even be written down is taken again when its time is up.
		return array_values( array_filter( $outcomes, static fn ( mixed $outcome ): bool => $outcome instanceof ItemOutcome ) );
	}

	/**
	 * Draws the conclusions for the batch. Returns after how many seconds it goes on.
	 *
	 * @param Batch             $batch    The batch.
	 * @param list<ItemOutcome> $outcomes What became of a handful.
	 */
	private function settle( Batch $batch, array $outcomes ): int {
		$stopping = array_values( array_filter( $outcomes, static fn ( ItemOutcome $outcome ): bool => ItemStatus::Waiting === $outcome->status && $outcome->reason->stops_batch() ) );
		// Links are as old as the keys that they were made with: one that is refused says nothing of those that were not.
		if ( [] !== $stopping && ! in_array( ItemStatus::Done, array_map( static fn ( ItemOutcome $outcome ): ItemStatus => $outcome->status, $outcomes ), true ) ) {
			$this->batches->end( $batch, BatchStatus::Stopped, $stopping[0]->reason );

			return 0;
		}

		$slowing = array_filter( $outcomes, static fn ( ItemOutcome $outcome ): bool => $outcome->slow_down );
		if ( [] !== $slowing ) {
			$wished = max( array_map( static fn ( ItemOutcome $outcome ): int => $outcome->seconds, $slowing ) );
			$pause  = max( $wished, min( self::LONGEST_PAUSE, self::FIRST_PAUSE * 2 ** min( 10, $batch->strikes ) ) );
			$this->batches->pause( $batch, $this->later( $pause ), $batch->strikes + 1 );

			return $pause;
		}
		if ( $batch->strikes > 0 ) {
			$this->batches->pause( $batch, null, 0 );
		}

		return 0;
	}

	/**
	 * Returns a moment so many seconds from now.
	 */
	private function later( int $seconds ): DateTimeImmutable {
		return $this->clock->now()->add( new DateInterval( 'PT' . $seconds . 'S' ) );
	}
}
