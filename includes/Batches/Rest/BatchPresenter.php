<?php
/**
 * Batches as resources.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Application\Port\BatchStore;
use MultiSafepay\PaymentLinks\Domain\Batch\Batch;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchItem;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemPlan;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemReason;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemStatus;

/**
 * Shows how far a batch is, and what did not go as wished.
 */
final class BatchPresenter {

	private const MAX_TROUBLES = 100;

	/**
	 * Takes the batches and the words.
	 */
	public function __construct(
		private readonly BatchStore $batches,
		private readonly BatchWords $words,
	) {}

	/**
	 * Returns the resource.
	 *
	 * @param Batch $batch         The batch.
	 * @param bool  $with_troubles Whether what did not go as wished comes along.
	 * @return array<string, mixed>
	 */
	public function one( Batch $batch, bool $with_troubles ): array {
		$counts   = $this->batches->counts( $batch ) + array_fill_keys( array_column( ItemStatus::cases(), 'value' ), 0 );
		$resource = [
			'id'           => $batch->id,
			'action'       => $batch->action->value,
			'title'        => $this->words->action( $batch->action ),
			'send'         => $batch->options->send,
			'status'       => $batch->status->value,
			'message'      => $this->words->of( $batch->reason ),
			'total'        => array_sum( $counts ),
			'counts'       => $counts,
			'created_at'   => self::time( $batch->created_at ),
			'created_by'   => self::person( $batch->created_by ),
			'finished_at'  => null === $batch->finished_at ? null : self::time( $batch->finished_at ),
			'paused_until' => null === $batch->paused_until ? null : self::time( $batch->paused_until ),
		];

		return $with_troubles ? $resource + [ 'troubles' => array_map( $this->trouble( ... ), $this->batches->troubles( $batch, self::MAX_TROUBLES ) ) ] : $resource;
	}

	/**
	 * Returns what would be done.
	 *
	 * @param list<array{int, int}> $targets Order and link of each.
	 * @param list<ItemPlan>        $plans   In the same order.
	 * @param int                   $total   Of the whole batch.
	 * @return array<string, mixed>
	 */
	public function preview( array $targets, array $plans, int $total ): array {
		$items = [];
		$todo  = 0;
		$mails = 0;
		foreach ( $plans as $place => $plan ) {
			$is_done = ItemReason::None === $plan->skipped;
			$todo   += $is_done ? 1 : 0;
			$mails  += $is_done && '' !== $plan->mail_to ? 1 : 0;
			$items[] = [
				'wc_order_id'     => $targets[ $place ][0] ?? 0,
				'wc_order_number' => $plan->number,
				'order_id'        => [] === $plan->links ? null : $plan->links[0]->order_id->value,
				'skipped'         => $is_done ? null : $plan->skipped->value,
				'message'         => $this->words->of( $plan->skipped ),
				'mail_to'         => $is_done ? $plan->mail_to : '',
			];
		}

		return [
			'total'  => $total,
			'looked' => count( $plans ),
			'todo'   => $todo,
			'mails'  => $mails,
			'items'  => $items,
		];
	}

	/**
	 * Returns an item that did not go as wished.
	 *
	 * @return array<string, mixed>
	 */
	private function trouble( BatchItem $item ): array {
		$order = wc_get_order( $item->wc_order_id );

		return [
			'wc_order_id'     => $item->wc_order_id,
			'wc_order_number' => $order instanceof \WC_Order ? (string) $order->get_order_number() : (string) $item->wc_order_id,
			'edit_url'        => $order instanceof \WC_Order ? $order->get_edit_order_url() : '',
			'link_id'         => 0 === $item->link_id ? null : $item->link_id,
			'status'          => $item->status->value,
			'reason'          => $item->reason->value,
			'message'         => $this->words->of( $item->reason, $item->error_code ),
			'error_code'      => $item->error_code,
		];
	}

	/**
	 * Returns a user's id and name.
	 *
	 * @return array{id: int, name: string}
	 */
	private static function person( int $user_id ): array {
		$user = 0 === $user_id ? false : get_userdata( $user_id );

		return [
			'id'   => $user_id,
			'name' => false === $user ? '' : $user->display_name,
		];
	}

	/**
	 * Returns a time as ISO 8601 in UTC.
	 */
	private static function time( DateTimeImmutable $time ): string {
		return $time->format( 'Y-m-d\TH:i:s\Z' );
	}
}
