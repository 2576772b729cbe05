<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Rest;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Batches\BatchMessages;
use MultiSafepay\PaymentLinks\Batches\Domain\Batch;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchItem;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemDecision;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemReason;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemStatus;
use MultiSafepay\PaymentLinks\Batches\Storage\BatchItemTable;

/**
 * Builds the REST resources of batches and previews.
 */
final class BatchPresenter {

	private const MAX_ISSUES = 100;

	public function __construct( private readonly BatchItemTable $items ) {}

	/**
	 * @param bool $with_issues Whether to include items that failed or were skipped.
	 * @return array<string, mixed>
	 */
	public function one( Batch $batch, bool $with_issues ): array {
		$counts   = $this->items->counts( $batch ) + array_fill_keys(
			array_column( ItemStatus::cases(), 'value' ),
			0
		);
		$resource = [
			'id'           => $batch->id,
			'action'       => $batch->action->value,
			'title'        => BatchMessages::action( $batch->action ),
			'send'         => $batch->options->send,
			'status'       => $batch->status->value,
			'message'      => BatchMessages::reason( $batch->reason ),
			'total'        => array_sum( $counts ),
			'counts'       => $counts,
			'created_at'   => self::time( $batch->created_at ),
			'created_by'   => self::user( $batch->created_by ),
			'finished_at'  => null === $batch->finished_at ? null : self::time( $batch->finished_at ),
			'paused_until' => null === $batch->paused_until ? null : self::time( $batch->paused_until ),
		];

		return $with_issues
			? $resource + [
				'issues' => array_map( $this->issue( ... ), $this->items->issues( $batch, self::MAX_ISSUES ) ),
			]
			: $resource;
	}

	/**
	 * @param list<array{int, int}> $targets Order ID and link ID per item.
	 * @param list<ItemDecision> $decisions In the order of the targets.
	 * @param int $total Number of items of the batch, which may be more than the preview covers.
	 * @return array<string, mixed>
	 */
	public function preview( array $targets, array $decisions, int $total ): array {
		$items    = [];
		$eligible = 0;
		$emails   = 0;
		foreach ( $decisions as $index => $decision ) {
			$is_eligible = ItemReason::None === $decision->skip_reason;
			$eligible   += $is_eligible ? 1 : 0;
			$emails     += $is_eligible && '' !== $decision->email_to ? 1 : 0;
			$items[] = [
				'wc_order_id'     => $targets[ $index ][0] ?? 0,
				'wc_order_number' => $decision->number,
				'order_id'        => [] === $decision->links ? null : $decision->links[0]->order_id->value,
				'skip_reason'     => $is_eligible ? null : $decision->skip_reason->value,
				'message'         => BatchMessages::reason( $decision->skip_reason ),
				'email_to'        => $is_eligible ? $decision->email_to : '',
			];
		}

		return [
			'total'     => $total,
			'previewed' => count( $decisions ),
			'eligible'  => $eligible,
			'emails'    => $emails,
			'items'     => $items,
		];
	}

	/**
	 * @return array<string, mixed>
	 */
	private function issue( BatchItem $item ): array {
		$order = wc_get_order( $item->wc_order_id );

		return [
			'wc_order_id'     => $item->wc_order_id,
			'wc_order_number' => $order instanceof \WC_Order
				? (string) $order->get_order_number()
				: (string) $item->wc_order_id,
			'edit_url'        => $order instanceof \WC_Order ? $order->get_edit_order_url() : '',
			'link_id'         => 0 === $item->link_id ? null : $item->link_id,
			'status'          => $item->status->value,
			'reason'          => $item->reason->value,
			'message'         => BatchMessages::reason( $item->reason, $item->error_code ),
			'error_code'      => $item->error_code,
		];
	}

	/**
	 * @return array{id: int, name: string}
	 */
	private static function user( int $user_id ): array {
		$user = 0 === $user_id ? false : get_userdata( $user_id );

		return [
			'id'   => $user_id,
			'name' => false === $user ? '' : $user->display_name,
		];
	}

	/**
	 * Formats a UTC time as ISO 8601.
	 */
	private static function time( DateTimeImmutable $time ): string {
		return $time->format( 'Y-m-d\TH:i:s\Z' );
	}
}
