<?php
/**
 * Doing what a batch does to one order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Batch;

use MultiSafepay\PaymentLinks\Application\CreatePaymentLink;
use MultiSafepay\PaymentLinks\Application\DuplicateLink;
use MultiSafepay\PaymentLinks\Application\Port\BatchStore;
use MultiSafepay\PaymentLinks\Application\Port\FollowedLinks;
use MultiSafepay\PaymentLinks\Application\Port\OrderSource;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Application\RefreshLink;
use MultiSafepay\PaymentLinks\Application\RetireLink;
use MultiSafepay\PaymentLinks\Application\SendLink;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Batch\Batch;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchAction;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchItem;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemOutcome;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemPlan;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemReason;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemStatus;
use MultiSafepay\PaymentLinks\Domain\Exception\EmailFailed;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\OrderBrief;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use Throwable;

/**
 * Uses the same use cases as the panel, with the item's own idempotency key: whichever worker does it, and however
 * often, there is one link and one e-mail.
 */
final class RunItem {

	/**
	 * Takes the use cases.
	 */
	public function __construct(
		private readonly BatchStore $batches,
		private readonly PaymentLinkStore $links,
		private readonly FollowedLinks $fresh,
		private readonly OrderSource $orders,
		private readonly PlanItem $plan,
		private readonly CreatePaymentLink $create,
		private readonly DuplicateLink $duplicate,
		private readonly RetireLink $retire,
		private readonly RefreshLink $refresh,
		private readonly SendLink $send,
	) {}

	/**
	 * Does it and returns what became of it.
	 */
	public function run( Batch $batch, BatchItem $item ): ItemOutcome {
		try {
			return $this->attempt( $batch, $item );
		} catch ( Throwable $failure ) {
			return ( new ItemFailure() )->outcome( $failure, $item );
		}
	}

	/**
	 * Does it.
	 *
	 * @throws Throwable Whatever the use cases throw.
	 */
	private function attempt( Batch $batch, BatchItem $item ): ItemOutcome {
		// They may have been read earlier in the life of this process.
		$links = $this->fresh->fresh_of_order( $item->wc_order_id );

		$actor = 0 === $batch->created_by ? Actor::system() : Actor::staff( $batch->created_by );
		$made  = $batch->action->makes_links() ? $this->links->find_by_key( $item->idempotency_key( $batch ) ) : null;
		if ( null !== $made ) {
			// A worker that died got this far: what it began is finished, whatever the order looks like now.
			return $this->made( $batch, $item, new ItemPlan( ItemReason::None, $this->origin( $made ), $batch->options->send ? $made->details->customer->email : '' ), $actor );
		}

		$plan    = $this->plan->plan( $batch->action, $batch->options, $this->order( $item->wc_order_id ), $links, $item->target_id, $batch->created_at );
		$skipped = ItemReason::None === $plan->skipped ? $this->done_beside( $batch, $item, $plan ) : $plan->skipped;
		if ( ItemReason::BeingMade === $skipped ) {
			// Nobody knows yet whether the order will have a link then.
			return ( new ItemFailure() )->again( $item, $skipped );
		}
		if ( ItemReason::None !== $skipped ) {
			return new ItemOutcome( ItemReason::OrderGone === $skipped ? ItemStatus::Failed : ItemStatus::Skipped, $skipped, $item->link_id );
		}

		return match ( $batch->action ) {
			BatchAction::Create, BatchAction::Renew => $this->made( $batch, $item, $plan, $actor ),
			BatchAction::Email   => $this->mailed( $batch, $item, $plan->links[0]->id ?? 0, $plan->mail_to, $actor ),
			BatchAction::Retire  => $this->each( $plan->links, fn ( PaymentLink $link ): PaymentLink => $this->retire->retire( $link->id, $actor ) ),
			BatchAction::Refresh => $this->each( $plan->links, fn ( PaymentLink $link ): PaymentLink => $this->refresh->refresh( $link->id, $actor ) ),
		};
	}

	/**
	 * Reads the order, with all that is in it; null when it is gone.
	 */
	private function order( int $wc_order_id ): ?OrderBrief {
		try {
			return $this->orders->get( $wc_order_id )->brief();
		} catch ( OrderNotFound ) {
			return null;
		}
	}

	/**
	 * Tells whether another batch over the same orders was faster: a customer gets one new link, and one e-mail.
	 */
	private function done_beside( Batch $batch, BatchItem $item, ItemPlan $plan ): ItemReason {
		$link_id = $plan->links[0]->id ?? 0;

		return match ( true ) {
			BatchAction::Renew === $batch->action && $this->batches->was_made_beside( $batch, $item->wc_order_id, $link_id ) => ItemReason::RenewedAlready,
			BatchAction::Email === $batch->action && $this->batches->was_sent_beside( $batch, $item->wc_order_id, $link_id ) => ItemReason::SentAlready,
			default => ItemReason::None,
		};
	}

	/**
	 * Returns the link that a link replaces.
	 *
	 * @return list<PaymentLink> One, or none.
	 */
	private function origin( PaymentLink $link ): array {
		$origin = null === $link->duplicate_of ? null : $this->links->find( $link->duplicate_of );

		return null === $origin ? [] : [ $origin ];
	}

	/**
	 * Makes the link, or gets the one that was made before, and sends it where that is wanted.
	 */
	private function made( Batch $batch, BatchItem $item, ItemPlan $plan, Actor $actor ): ItemOutcome {
		$chosen = [
			'site'        => $batch->options->site_id,
			'days_active' => $batch->options->days_active,
		];
		$body   = array_filter( $chosen, static fn ( int|string|null $value ): bool => null !== $value ) + [ 'idempotency_key' => $item->idempotency_key( $batch ) ];
		$origin = $plan->links[0] ?? null;
		$made   = null === $origin
			? $this->create->create( $item->wc_order_id, $body, $actor )
			: $this->duplicate->duplicate( $origin->id, [ ...$body, 'renew' => true, 'retire_original' => true ], $actor );

		return $batch->options->send ? $this->mailed( $batch, $item, $made->link->id, $plan->mail_to, $actor ) : new ItemOutcome( ItemStatus::Done, ItemReason::None, $made->link->id );
	}

	/**
	 * Sends a link. Once begun it is not begun again, unless the mail server certainly did not take it.
	 */
	private function mailed( Batch $batch, BatchItem $item, int $link_id, string $to, Actor $actor ): ItemOutcome {
		if ( '' === $to ) {
			return new ItemOutcome( ItemStatus::MailFailed, ItemReason::NoEmail, $link_id );
		}
		if ( ! $this->batches->begin_mail( $item ) ) {
			return new ItemOutcome( ItemStatus::MailFailed, ItemReason::MailUnknown, $link_id );
		}

		try {
			$this->send->email( $link_id, $to, $batch->options->message, $actor );
		} catch ( EmailFailed $failure ) {
			$this->batches->undo_mail( $item );

			return new ItemOutcome( ItemStatus::MailFailed, $failure->is_switched_off ? ItemReason::MailOff : ItemReason::MailRefused, $link_id );
		} catch ( InvalidFields ) {
			$this->batches->undo_mail( $item );

			return new ItemOutcome( ItemStatus::MailFailed, ItemReason::NoEmail, $link_id );
		} catch ( LinkNotOpen | LinkNotFound | OrderNotFound $gone ) {
			throw $gone;
		} catch ( Throwable ) {
			// A plugin that broke in the middle may have handed it over before.
			return new ItemOutcome( ItemStatus::MailFailed, ItemReason::MailUnknown, $link_id );
		}

		return new ItemOutcome( ItemStatus::Done, ItemReason::None, $link_id );
	}

	/**
	 * Does something to each link.
	 *
	 * @param list<PaymentLink>                  $links Links of one order.
	 * @param callable(PaymentLink): PaymentLink $work  What to do.
	 */
	private function each( array $links, callable $work ): ItemOutcome {
		$last = 0;
		foreach ( $links as $link ) {
			$last = $work( $link )->id;
		}

		return new ItemOutcome( ItemStatus::Done, ItemReason::None, $last );
	}
}
