<?php
/**
 * Starting, previewing, cancelling and retrying batches.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Batch;

use MultiSafepay\PaymentLinks\Application\ChosenSite;
use MultiSafepay\PaymentLinks\Application\Port\BatchSchedule;
use MultiSafepay\PaymentLinks\Application\Port\BatchStore;
use MultiSafepay\PaymentLinks\Application\Port\LinkOrders;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\Batch\Batch;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchStatus;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemPlan;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;

/**
 * Checks a wish as a whole before anything begins.
 */
final class StartBatch {

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly BatchStore $batches,
		private readonly LinkOrders $links,
		private readonly SiteRepository $sites,
		private readonly PreviewBatch $preview,
		private readonly BatchSchedule $schedule,
	) {}

	/**
	 * Starts a batch, or returns the one that the key started.
	 *
	 * @param BatchRequest          $request Checked wish.
	 * @param list<array{int, int}> $targets Order and link, or 0, of each that the person may touch.
	 * @param int                   $user_id Who starts it; 0 for the shop itself.
	 * @throws NotConfigured When the site of the links has no key.
	 * @throws InvalidValue  When the site is unknown, or the key started another batch.
	 */
	public function start( BatchRequest $request, array $targets, int $user_id ): Batch {
		$held = $this->batches->find_by_key( $request->idempotency_key );
		if ( null !== $held && ( $held->action !== $request->action || $held->created_by !== $user_id ) ) {
			throw new InvalidValue( 'idempotency_key', 'invalid_idempotency_key' );
		}
		if ( null === $held ) {
			$this->check_site( $request );
		}

		$batch = $this->batches->start( $request->idempotency_key, $request->action, $request->options, $targets, $user_id );
		if ( BatchStatus::Running === $batch->status ) {
			$this->schedule->work( $batch, 0 );
		}

		return $batch;
	}

	/**
	 * Returns what would be done with each.
	 *
	 * @param BatchRequest          $request Checked wish.
	 * @param list<array{int, int}> $targets Order and link, or 0, of each.
	 * @return list<ItemPlan> In the same order.
	 * @throws NotConfigured When the site of the links has no key.
	 * @throws InvalidValue  When the site is unknown.
	 */
	public function preview( BatchRequest $request, array $targets ): array {
		$this->check_site( $request );

		return $this->preview->plans( $request, $targets );
	}

	/**
	 * Ends a batch: what is in flight is finished, and nothing new begun. One that has ended stays as it is.
	 */
	public function cancel( Batch $batch ): void {
		$this->batches->end( $batch, BatchStatus::Cancelled );
	}

	/**
	 * Has what failed, and what was left, done once more.
	 */
	public function retry( Batch $batch ): void {
		if ( $this->batches->reopen( $batch ) ) {
			$this->schedule->work( $batch, 0 );
		}
	}

	/**
	 * Returns order and link of each; order 0 for a link that does not exist.
	 *
	 * @return list<array{int, int}>
	 */
	public function targets( BatchRequest $request ): array {
		$targets = array_map( static fn ( int $id ): array => [ $id, 0 ], $request->wc_order_ids );
		$orders  = $this->links->orders_of( $request->link_ids );
		foreach ( $request->link_ids as $id ) {
			$targets[] = [ $orders[ $id ] ?? 0, $id ];
		}

		return $targets;
	}

	/**
	 * Without a key nothing begins.
	 */
	private function check_site( BatchRequest $request ): void {
		if ( $request->action->asks_provider() ) {
			( new ChosenSite( $this->sites ) )->of( $request->action->makes_links() ? $request->options->site_id : null );
		}
	}
}
