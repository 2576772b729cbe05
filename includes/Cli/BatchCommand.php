<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Cli;

use MultiSafepay\PaymentLinks\Batches\Application\BatchRequest;
use MultiSafepay\PaymentLinks\Batches\Application\RunBatch;
use MultiSafepay\PaymentLinks\Batches\Application\StartBatch;
use MultiSafepay\PaymentLinks\Batches\BatchMessages;
use MultiSafepay\PaymentLinks\Batches\Domain\Batch;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchItem;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchStatus;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemDecision;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemReason;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemStatus;
use MultiSafepay\PaymentLinks\Batches\Storage\BatchItemTable;
use MultiSafepay\PaymentLinks\Batches\Storage\BatchTable;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use Throwable;

/**
 * Starts a batch for the selected orders, processes it and shows the progress. If the command is interrupted, the batch
 * continues in the background.
 */
final class BatchCommand {

	private const RUN_SECONDS       = 2.0;
	private const MAX_SLEEP_SECONDS = 5;

	public function __construct(
		private readonly Console $console,
		private readonly StartBatch $start,
		private readonly RunBatch $run,
		private readonly BatchTable $batches,
		private readonly BatchItemTable $items,
		private readonly LinkOutput $output,
		private readonly Clock $clock,
	) {}

	/**
	 * Starts a batch, or helps to process a running batch.
	 */
	public function batch( Input $input ): void {
		$action = $input->first();
		if ( 'work' === $action ) {
			$batch = $this->batches->find( $input->number( 'batch', 0 ) )
				?? $this->console->fail( __(
					'There is no such batch. Give its id with --batch.',
					'multisafepay-payment-links'
				) );
			$this->work( $input, $batch );

			return;
		}

		try {
			$request = $this->request( $input, $action );
			if ( $input->has( 'dry-run' ) ) {
				$this->preview( $input, $request );

				return;
			}
			$batch = $this->start->start(
				$request,
				$this->start->targets( $request ),
				get_current_user_id()
			)->batch;
		} catch ( Throwable $failure ) {
			$this->console->fail( $this->output->message( $failure ) );
		}
		$this->work( $input, $batch );
	}

	private function request( Input $input, string $action ): BatchRequest {
		$ids  = OrderSelection::ids( $input, $this->console, $this->clock->now() );
		$body = [
			'action'          => $action,
			'wc_order_ids'    => $ids,
			'send'            => $input->has( 'send' ),
			'message'         => $input->text( 'message' ),
			'site'            => $input->text( 'site' ),
			'idempotency_key' => wp_generate_uuid4(),
		];
		if ( [] === $ids ) {
			$this->console->fail( __( 'No order fits.', 'multisafepay-payment-links' ) );
		}

		return BatchRequest::read(
			'' === $input->text( 'days' ) ? $body : $body + [ 'days_active' => $input->number( 'days', 0 ) ],
			true
		);
	}

	private function preview( Input $input, BatchRequest $request ): void {
		$targets = $this->start->targets( $request );
		$rows    = array_map(
			static fn ( array $target, ItemDecision $decision ): array => [
				'order'    => $target[0],
				'outcome'  => ItemReason::None === $decision->skip_reason ? $request->action->value : 'skip',
				'link'     => [] === $decision->links ? '' : $decision->links[0]->order_id->value,
				'email_to' => ItemReason::None === $decision->skip_reason ? $decision->email_to : '',
				'message'  => BatchMessages::reason( $decision->skip_reason ),
			],
			$targets,
			$this->start->preview( $request, $targets )
		);
		$this->console->show( $input->format(), $rows, [ 'order', 'outcome', 'link', 'email_to', 'message' ] );
	}

	/**
	 * Processes the batch until it has ended, then shows a report.
	 */
	private function work( Input $input, Batch $batch ): void {
		$last_done = -1;
		do {
			$wait   = $this->run->run( $batch->id, self::RUN_SECONDS ) ?? 0;
			$batch  = $this->batches->find( $batch->id ) ?? $batch;
			$counts = $this->items->counts( $batch );
			$done   = array_sum( $counts )
				- ( $counts[ ItemStatus::Waiting->value ] ?? 0 )
				- ( $counts[ ItemStatus::Working->value ] ?? 0 );
			if ( $done !== $last_done ) {
				$this->console->progress(
					sprintf(
						/* translators: 1: ID of a batch, 2: its action, e.g. "Create payment links". */
						__( 'Batch %1$d: %2$s', 'multisafepay-payment-links' ),
						$batch->id,
						BatchMessages::action( $batch->action )
					),
					$done,
					array_sum( $counts )
				);
				$last_done = $done;
			}
			if ( BatchStatus::Running === $batch->status ) {
				// The batch is paused, or other workers process the remaining items.
				$this->clock->sleep( 1000 * min( self::MAX_SLEEP_SECONDS, $wait ) );
			}
		} while ( BatchStatus::Running === $batch->status );

		$this->report( $input, $batch, $counts );
	}

	/**
	 * Shows failed and skipped items and the totals.
	 *
	 * @param array<string, int> $counts Number of items by status.
	 */
	private function report( Input $input, Batch $batch, array $counts ): void {
		$issues = $this->items->issues( $batch, Batch::MAX_ITEMS );
		$is_table = 'table' === $input->format();
		// In JSON or CSV, also print an empty list.
		if ( [] !== $issues || ! $is_table ) {
			$this->console->show(
				$input->format(),
				array_map(
					static fn ( BatchItem $item ): array => [
						'order'   => $item->wc_order_id,
						'outcome' => $item->status->value,
						'message' => BatchMessages::reason( $item->reason, $item->error_code ),
					],
					$issues
				),
				[ 'order', 'outcome', 'message' ]
			);
		}

		$failed = ( $counts[ ItemStatus::Failed->value ] ?? 0 ) + ( $counts[ ItemStatus::EmailFailed->value ] ?? 0 );
		$message = sprintf(
			/* translators: 1: number of orders that were processed, 2: were skipped, 3: failed. */
			__( '%1$d done, %2$d left alone, %3$d failed.', 'multisafepay-payment-links' ),
			$counts[ ItemStatus::Done->value ] ?? 0,
			$counts[ ItemStatus::Skipped->value ] ?? 0,
			$failed
		);
		if ( BatchStatus::Stopped === $batch->status ) {
			$this->console->fail( $message . ' ' . BatchMessages::reason( $batch->reason ) );
		}
		if ( $failed > 0 ) {
			$this->console->fail( $message );
		}
		if ( $is_table ) {
			$this->console->succeed( $message );
		}
	}
}
