<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Application;

use MultiSafepay\PaymentLinks\Batches\Domain\Batch;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchAction;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchItem;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemDecision;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemOutcome;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemReason;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemStatus;
use MultiSafepay\PaymentLinks\Batches\Storage\BatchItemTable;
use MultiSafepay\PaymentLinks\Links\Application\Cancel\CancelLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLinkCommand;
use MultiSafepay\PaymentLinks\Links\Application\Create\DuplicateLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\DuplicateLinkCommand;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Links\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSummary;
use MultiSafepay\PaymentLinks\Payments\Application\RefreshLink;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Sharing\Application\SendLink;
use MultiSafepay\PaymentLinks\Sharing\Domain\EmailFailed;
use Throwable;

/**
 * Processes one item with the same use cases as the panel. The item's idempotency key ensures that repeated attempts by
 * any worker create one link and send one email.
 */
final class RunItem {

	public function __construct(
		private readonly BatchItemTable $items,
		private readonly LinkStore $links,
		private readonly OrderReader $orders,
		private readonly DecideItem $decide,
		private readonly CreateLink $create,
		private readonly DuplicateLink $duplicate,
		private readonly CancelLink $cancel,
		private readonly RefreshLink $refresh,
		private readonly SendLink $send,
	) {}

	public function run( Batch $batch, BatchItem $item ): ItemOutcome {
		try {
			return $this->attempt( $batch, $item );
		} catch ( Throwable $failure ) {
			return ( new ItemFailure() )->outcome( $failure, $item );
		}
	}

	/**
	 * @throws Throwable Any exception of the use cases.
	 */
	private function attempt( Batch $batch, BatchItem $item ): ItemOutcome {
		// Not from the cache: this process may have read the links earlier.
		$links = $this->links->fresh_of_order( $item->wc_order_id );

		$actor = 0 === $batch->created_by ? Actor::system() : Actor::staff( $batch->created_by );
		$created = $batch->action->creates_links()
			? $this->links->find_by_key( $item->idempotency_key( $batch ) )
			: null;
		if ( null !== $created ) {
			// An interrupted worker has already reserved the link: complete its work. CreateLink checks the order.
			return $this->create_link(
				$batch,
				$item,
				new ItemDecision(
					ItemReason::None,
					$this->original( $created ),
					$batch->options->send ? $created->details->customer->email : ''
				),
				$actor
			);
		}

		$decision = $this->decide->decide(
			$batch->action,
			$batch->options,
			$this->order( $item->wc_order_id ),
			$links,
			$item->target_id,
			$batch->created_at
		);
		$skip_reason = ItemReason::None === $decision->skip_reason
			? $this->concurrent_batch_reason( $batch, $item, $decision )
			: $decision->skip_reason;
		if ( ItemReason::BeingCreated === $skip_reason ) {
			// Another request is creating a link; its outcome is unknown.
			return ( new ItemFailure() )->retry_later( $item, $skip_reason );
		}
		if ( ItemReason::None !== $skip_reason ) {
			return new ItemOutcome(
				ItemReason::OrderGone === $skip_reason ? ItemStatus::Failed : ItemStatus::Skipped,
				$skip_reason,
				$item->link_id
			);
		}

		return match ( $batch->action ) {
			BatchAction::Create, BatchAction::Renew => $this->create_link( $batch, $item, $decision, $actor ),
			BatchAction::Email   => $this->send_email(
				$batch,
				$item,
				$decision->links[0]->id ?? 0,
				$decision->email_to,
				$actor
			),
			BatchAction::Cancel  => $this->each(
				$decision->links,
				fn ( PaymentLink $link ): PaymentLink => $this->cancel->cancel( $link->id, $actor )
			),
			BatchAction::Refresh => $this->each(
				$decision->links,
				fn ( PaymentLink $link ): PaymentLink => $this->refresh->refresh( $link->id, $actor )
			),
		};
	}

	/**
	 * Returns null when the order is deleted or in the trash.
	 */
	private function order( int $wc_order_id ): ?OrderSummary {
		try {
			// Not from the cache: this process may have read the order earlier.
			return $this->orders->reload( $wc_order_id )->summary();
		} catch ( OrderNotFound ) {
			return null;
		}
	}

	/**
	 * Returns the reason when a concurrent batch already renewed or sent the link: a customer gets only one new link
	 * and one email.
	 */
	private function concurrent_batch_reason( Batch $batch, BatchItem $item, ItemDecision $decision ): ItemReason {
		$link_id = $decision->links[0]->id ?? 0;

		return match ( true ) {
			BatchAction::Renew === $batch->action
				&& $this->items->created_by_concurrent_batch(
					$batch,
					$item->wc_order_id,
					$link_id
				) => ItemReason::AlreadyRenewed,
			BatchAction::Email === $batch->action
				&& $this->items->sent_by_concurrent_batch(
					$batch,
					$item->wc_order_id,
					$link_id
				) => ItemReason::AlreadySent,
			default => ItemReason::None,
		};
	}

	/**
	 * Returns the link that the given link replaces.
	 *
	 * @return list<PaymentLink> At most one.
	 */
	private function original( PaymentLink $link ): array {
		$original = null === $link->duplicate_of ? null : $this->links->find( $link->duplicate_of );

		return null === $original ? [] : [ $original ];
	}

	/**
	 * Creates the link, or gets the link that an earlier attempt created, and sends it if the batch has that option.
	 */
	private function create_link( Batch $batch, BatchItem $item, ItemDecision $decision, Actor $actor ): ItemOutcome {
		$days     = $batch->options->days_active;
		$input    = new LinkInput(
			site: $batch->options->site_id,
			seconds_active: null === $days ? null : $days * LinkDetails::SECONDS_PER_DAY,
			idempotency_key: $item->idempotency_key( $batch ),
		);
		$original = $decision->links[0] ?? null;
		$created  = null === $original
			? $this->create->create( new CreateLinkCommand( $item->wc_order_id, $input, $actor ) )
			: $this->duplicate->duplicate( new DuplicateLinkCommand(
				$original->id,
				$input,
				$actor,
				is_renewal: true,
				cancels_original: true,
			) );

		return $batch->options->send
			? $this->send_email( $batch, $item, $created->link->id, $decision->email_to, $actor )
			: new ItemOutcome( ItemStatus::Done, ItemReason::None, $created->link->id );
	}

	/**
	 * Emails a link. A started email is not sent again, unless it is certain that it was not sent.
	 */
	private function send_email( Batch $batch, BatchItem $item, int $link_id, string $to, Actor $actor ): ItemOutcome {
		if ( '' === $to ) {
			return new ItemOutcome( ItemStatus::EmailFailed, ItemReason::NoEmail, $link_id );
		}
		if ( ! $this->items->start_email( $item ) ) {
			return new ItemOutcome( ItemStatus::EmailFailed, ItemReason::EmailUnknown, $link_id );
		}

		try {
			$this->send->email( $link_id, $to, $batch->options->message, $actor );
		} catch ( EmailFailed $failure ) {
			$this->items->reset_email( $item );

			return new ItemOutcome(
				ItemStatus::EmailFailed,
				$failure->is_disabled ? ItemReason::EmailDisabled : ItemReason::EmailRefused,
				$link_id
			);
		} catch ( InvalidFields ) {
			$this->items->reset_email( $item );

			return new ItemOutcome( ItemStatus::EmailFailed, ItemReason::NoEmail, $link_id );
		} catch ( LinkNotOpen | LinkNotFound | OrderNotFound $failure ) {
			throw $failure;
		} catch ( Throwable ) {
			// Another plugin failed; the email may have been sent before.
			return new ItemOutcome( ItemStatus::EmailFailed, ItemReason::EmailUnknown, $link_id );
		}

		return new ItemOutcome( ItemStatus::Done, ItemReason::None, $link_id );
	}

	/**
	 * @param list<PaymentLink> $links Links of one order.
	 * @param callable(PaymentLink): PaymentLink $callback
	 */
	private function each( array $links, callable $callback ): ItemOutcome {
		$last_id = 0;
		foreach ( $links as $link ) {
			$last_id = $callback( $link )->id;
		}

		return new ItemOutcome( ItemStatus::Done, ItemReason::None, $last_id );
	}
}
