<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Application;

use MultiSafepay\PaymentLinks\Batches\Domain\Batch;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchStatus;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemDecision;
use MultiSafepay\PaymentLinks\Batches\Domain\StartedBatch;
use MultiSafepay\PaymentLinks\Batches\Storage\BatchTable;
use MultiSafepay\PaymentLinks\Batches\WooCommerce\BatchScheduler;
use MultiSafepay\PaymentLinks\Links\Application\LinkQueries;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderSummaries;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Application\SiteSelector;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;

/**
 * Previews, starts, cancels and retries batches.
 */
final class StartBatch {

	/**
	 * Number of items whose orders and links are read at once for a preview.
	 */
	private const PREVIEW_CHUNK_SIZE = 500;

	public function __construct(
		private readonly BatchTable $batches,
		private readonly LinkQueries $queries,
		private readonly LinkStore $links,
		private readonly OrderSummaries $orders,
		private readonly SiteSelector $sites,
		private readonly DecideItem $decide,
		private readonly BatchScheduler $scheduler,
	) {}

	/**
	 * Starts a batch, or returns the batch that was started with the key before.
	 *
	 * @param list<array{int, int}> $targets Order ID and link ID per item; link ID 0 for no specific link. The caller
	 * has checked that the user may edit the orders.
	 * @param int $user_id The user who starts the batch; 0 for the shop.
	 * @throws NotConfigured When the site has no API key.
	 * @throws InvalidValue When the site is unknown, or the idempotency key was used for another batch.
	 */
	public function start( BatchRequest $request, array $targets, int $user_id ): StartedBatch {
		$existing = $this->batches->find_by_key( $request->idempotency_key );
		if ( null !== $existing && ( $existing->action !== $request->action || $existing->created_by !== $user_id ) ) {
			throw new InvalidValue( 'idempotency_key', 'invalid_idempotency_key' );
		}
		if ( null === $existing ) {
			$this->check_site( $request );
		}

		$started = $this->batches->start(
			$request->idempotency_key,
			$request->action,
			$request->options,
			$targets,
			$user_id
		);
		if ( BatchStatus::Running === $started->batch->status ) {
			$this->scheduler->schedule( $started->batch, 0 );
		}

		return $started;
	}

	/**
	 * Previews a batch without requests to MultiSafepay and with few queries.
	 *
	 * @param list<array{int, int}> $targets Order ID and link ID per item; link ID 0 for no specific link.
	 * @return list<ItemDecision> In the order of the targets.
	 * @throws NotConfigured When the site has no API key.
	 * @throws InvalidValue When the site is unknown.
	 */
	public function preview( BatchRequest $request, array $targets ): array {
		$this->check_site( $request );

		$decisions = [];
		foreach ( array_chunk( $targets, self::PREVIEW_CHUNK_SIZE ) as $chunk ) {
			$ids = array_column( $chunk, 0 );
			$this->links->preload( $ids );
			$orders = $this->orders->summaries( $ids );
			foreach ( $chunk as [ $id, $link_id ] ) {
				$decisions[] = $this->decide->decide(
					$request->action,
					$request->options,
					$orders[ $id ] ?? null,
					$this->links->of_order( $id ),
					$link_id
				);
			}
		}

		return $decisions;
	}

	/**
	 * Ends a running batch: items in progress are completed, no new items are started.
	 */
	public function cancel( Batch $batch ): void {
		$this->batches->end( $batch, BatchStatus::Cancelled );
	}

	/**
	 * Restarts a batch with its failed and unfinished items.
	 */
	public function retry( Batch $batch ): void {
		if ( $this->batches->reopen( $batch ) ) {
			$this->scheduler->schedule( $batch, 0 );
		}
	}

	/**
	 * @return list<array{int, int}> Order ID and link ID per item; order ID 0 for a link that does not exist.
	 */
	public function targets( BatchRequest $request ): array {
		$targets = array_map( static fn ( int $id ): array => [ $id, 0 ], $request->wc_order_ids );
		$orders  = $this->queries->order_ids( $request->link_ids );
		foreach ( $request->link_ids as $id ) {
			$targets[] = [ $orders[ $id ] ?? 0, $id ];
		}

		return $targets;
	}

	/**
	 * Fails early when the site has no API key or is unknown.
	 */
	private function check_site( BatchRequest $request ): void {
		if ( $request->action->calls_provider() ) {
			$this->sites->select( $request->action->creates_links() ? $request->options->site_id : null );
		}
	}
}
