<?php
/**
 * Batches on the command line.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Cli;

use MultiSafepay\PaymentLinks\Application\Batch\BatchRequest;
use MultiSafepay\PaymentLinks\Application\Batch\RunBatch;
use MultiSafepay\PaymentLinks\Application\Batch\StartBatch;
use MultiSafepay\PaymentLinks\Application\Port\BatchStore;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Domain\Batch\Batch;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchItem;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchStatus;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemPlan;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemReason;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemStatus;
use MultiSafepay\PaymentLinks\Rest\BatchWords;
use Throwable;

/**
 * Starts a batch for the orders that fit, works on it in this process and shows how far it is. Interrupted, it goes on
 * in the background.
 */
final class BatchCommand {

	private const RUN_SECONDS = 2.0;
	private const LONGEST_NAP = 5;

	/**
	 * Takes the use cases.
	 */
	public function __construct(
		private readonly Console $console,
		private readonly StartBatch $start,
		private readonly RunBatch $run,
		private readonly BatchStore $batches,
		private readonly BatchWords $words,
		private readonly LinkOutput $output,
		private readonly Clock $clock,
	) {}

	/**
	 * Does the same to many orders, or helps with a batch that runs.
	 */
	public function batch( Input $input ): void {
		$action = $input->word();
		if ( 'work' === $action ) {
			$batch = $this->batches->find( $input->number( 'batch', 0 ) ) ?? $this->console->fail( __( 'There is no such batch. Give its id with --batch.', 'multisafepay-payment-links' ) );
			$this->work( $input, $batch );

			return;
		}

		try {
			$request = $this->request( $input, $action );
			if ( $input->has( 'dry-run' ) ) {
				$this->preview( $input, $request );

				return;
			}
			$batch = $this->start->start( $request, $this->start->targets( $request ), get_current_user_id() );
		} catch ( Throwable $failure ) {
			$this->console->fail( $this->output->words( $failure ) );
		}
		$this->work( $input, $batch );
	}

	/**
	 * Reads what was typed.
	 */
	private function request( Input $input, string $action ): BatchRequest {
		$ids  = OrderChoice::ids( $input, $this->console, $this->clock->now() );
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

		return BatchRequest::read( '' === $input->text( 'days' ) ? $body : $body + [ 'days_active' => $input->number( 'days', 0 ) ], true );
	}

	/**
	 * Shows what would be done.
	 */
	private function preview( Input $input, BatchRequest $request ): void {
		$targets = $this->start->targets( $request );
		$rows    = array_map(
			fn ( array $target, ItemPlan $plan ): array => [
				'order'   => $target[0],
				'outcome' => ItemReason::None === $plan->skipped ? $request->action->value : 'skip',
				'link'    => [] === $plan->links ? '' : $plan->links[0]->order_id->value,
				'mail_to' => ItemReason::None === $plan->skipped ? $plan->mail_to : '',
				'message' => $this->words->of( $plan->skipped ),
			],
			$targets,
			$this->start->preview( $request, $targets )
		);
		$this->console->show( $input->format(), $rows, [ 'order', 'outcome', 'link', 'mail_to', 'message' ] );
	}

	/**
	 * Works until the batch has ended, and shows what did not go as wished.
	 */
	private function work( Input $input, Batch $batch ): void {
		$shown = -1;
		do {
			$wait   = $this->run->run( $batch->id, self::RUN_SECONDS ) ?? 0;
			$now    = $this->batches->find( $batch->id ) ?? $batch;
			$counts = $this->batches->counts( $now );
			$over   = array_sum( $counts ) - ( $counts[ ItemStatus::Waiting->value ] ?? 0 ) - ( $counts[ ItemStatus::Working->value ] ?? 0 );
			if ( $over !== $shown ) {
				/* translators: 1: id of a batch, 2: what it does, e.g. "Create payment links". */
				$this->console->progress( sprintf( __( 'Batch %1$d: %2$s', 'multisafepay-payment-links' ), $batch->id, $this->words->action( $batch->action ) ), $over, array_sum( $counts ) );
				$shown = $over;
			}
			if ( BatchStatus::Running === $now->status ) {
				// Paused, or others have the rest; somebody may cancel it meanwhile.
				$this->clock->sleep( 1000 * min( self::LONGEST_NAP, $wait ) );
			}
		} while ( BatchStatus::Running === $now->status );

		$this->report( $input, $now, $counts );
	}

	/**
	 * Shows what did not go as wished, and how many did.
	 *
	 * @param Input              $input  What was typed.
	 * @param Batch              $batch  The batch.
	 * @param array<string, int> $counts Items by status.
	 */
	private function report( Input $input, Batch $batch, array $counts ): void {
		$troubles = $this->batches->troubles( $batch, Batch::MAX_ITEMS );
		$is_table = 'table' === $input->format();
		// Whoever reads JSON reads an empty list, too.
		if ( [] !== $troubles || ! $is_table ) {
			$this->console->show(
				$input->format(),
				array_map(
					fn ( BatchItem $item ): array => [
						'order'   => $item->wc_order_id,
						'outcome' => $item->status->value,
						'message' => $this->words->of( $item->reason, $item->error_code ),
					],
					$troubles
				),
				[ 'order', 'outcome', 'message' ]
			);
		}

		$failed = ( $counts[ ItemStatus::Failed->value ] ?? 0 ) + ( $counts[ ItemStatus::MailFailed->value ] ?? 0 );
		/* translators: 1: how many were done, 2: were left alone, 3: failed. */
		$words = sprintf( __( '%1$d done, %2$d left alone, %3$d failed.', 'multisafepay-payment-links' ), $counts[ ItemStatus::Done->value ] ?? 0, $counts[ ItemStatus::Skipped->value ] ?? 0, $failed );
		if ( BatchStatus::Stopped === $batch->status ) {
			$this->console->fail( $words . ' ' . $this->words->of( $batch->reason ) );
		}
		if ( $failed > 0 ) {
			$this->console->fail( $words );
		}
		if ( $is_table ) {
			$this->console->succeed( $words );
		}
	}
}
