<?php
/**
 * Deciding what a batch does with one order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Batch;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\OrderLinkFacts;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchAction;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchOptions;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemPlan;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\OrderBrief;
use MultiSafepay\PaymentLinks\Domain\OrderDebt;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * The preview and the worker ask the same: what is to be done as things stand now, and who gets mail.
 */
final class PlanItem {

	/**
	 * States of orders that are over without being paid.
	 */
	private const ENDED = [ 'cancelled', 'refunded' ];

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly OrderLinkFacts $facts,
		private readonly Clock $clock,
	) {}

	/**
	 * Returns what is to be done.
	 *
	 * @param BatchAction            $action    What the batch does.
	 * @param BatchOptions           $options   How.
	 * @param OrderBrief|null        $order     Null when it is gone.
	 * @param list<PaymentLink>      $of_order  All links of the order, newest first.
	 * @param int                    $target_id The link that is meant; 0 for whatever the order has.
	 * @param DateTimeImmutable|null $begun_at  When the batch began; null for a preview.
	 */
	public function plan( BatchAction $action, BatchOptions $options, ?OrderBrief $order, array $of_order, int $target_id, ?DateTimeImmutable $begun_at = null ): ItemPlan {
		$links = array_values( array_filter( $of_order, static fn ( PaymentLink $link ): bool => LinkStatus::Failed !== $link->status && ( 0 === $target_id || $link->id === $target_id ) ) );
		if ( null === $order ) {
			// Links of an order that is gone can still be retired, and asked about.
			return $action->makes_links() || BatchAction::Email === $action || [] === $links ? new ItemPlan( ItemReason::OrderGone ) : $this->about_links( $action, $links, '' );
		}

		return match ( $action ) {
			BatchAction::Create => $this->creation( $order, $of_order, $options ),
			BatchAction::Renew  => $this->renewal( $order, $links, $options, $begun_at ),
			BatchAction::Email  => $this->mail( $order, $links ),
			default             => $this->about_links( $action, $links, $order->number ),
		};
	}

	/**
	 * A link for an order that has none which can be paid. One that no longer fits is renewed.
	 *
	 * @param OrderBrief        $order   The order.
	 * @param list<PaymentLink> $links   All of it, newest first.
	 * @param BatchOptions      $options Of the batch.
	 */
	private function creation( OrderBrief $order, array $links, BatchOptions $options ): ItemPlan {
		$open    = $this->open( $links );
		$refused = $this->refusal( $order );
		$stale   = array_values( array_filter( $open, fn ( PaymentLink $link ): bool => $this->is_stale( $link, $order->debt ) ) );
		if ( ItemReason::None === $refused ) {
			$refused = count( $open ) > count( $stale ) ? ItemReason::HasOpenLink : $this->in_flight( $links );
		}

		return new ItemPlan( $refused, array_slice( $stale, 0, 1 ), $options->send ? $order->email : '', $order->number );
	}

	/**
	 * A new link for what the order owes now, then the old one is retired.
	 *
	 * @param OrderBrief             $order    The order.
	 * @param list<PaymentLink>      $links    Newest first.
	 * @param BatchOptions           $options  Of the batch.
	 * @param DateTimeImmutable|null $begun_at When the batch began.
	 */
	private function renewal( OrderBrief $order, array $links, BatchOptions $options, ?DateTimeImmutable $begun_at ): ItemPlan {
		$link    = $links[0] ?? null;
		$status  = $link?->status_at( $this->clock->now() );
		$refused = $this->refusal( $order );
		if ( ItemReason::None === $refused ) {
			$refused = match ( true ) {
				null === $link || null === $status => ItemReason::NoLink,
				! $status->is_open() && LinkStatus::Expired !== $status => ItemReason::NotOpen,
				// Another batch over the same orders was faster.
				null !== $begun_at && $link->created_at > $begun_at => ItemReason::RenewedAlready,
				default => ItemReason::None,
			};
		}

		return new ItemPlan( $refused, null === $link ? [] : [ $link ], $options->send ? $order->email : '', $order->number );
	}

	/**
	 * An e-mail with the newest link that can be paid.
	 *
	 * @param OrderBrief        $order The order.
	 * @param list<PaymentLink> $links Newest first.
	 */
	private function mail( OrderBrief $order, array $links ): ItemPlan {
		$link  = $this->open( $links )[0] ?? null;
		$email = $link->details->customer->email ?? '';
		$email = '' === $email ? $order->email : $email;

		return new ItemPlan(
			match ( true ) {
				null === $link => [] === $links ? ItemReason::NoLink : ItemReason::NotOpen,
				'' === $email  => ItemReason::NoEmail,
				default        => ItemReason::None,
			},
			null === $link ? [] : [ $link ],
			$email,
			$order->number
		);
	}

	/**
	 * Retiring, or asking about, links.
	 *
	 * @param BatchAction       $action What the batch does.
	 * @param list<PaymentLink> $links  Newest first.
	 * @param string            $number Of the order.
	 */
	private function about_links( BatchAction $action, array $links, string $number ): ItemPlan {
		$meant = BatchAction::Retire === $action ? $this->open( $links ) : array_slice( $links, 0, 1 );

		return new ItemPlan(
			match ( true ) {
				[] !== $meant => ItemReason::None,
				[] === $links => ItemReason::NoLink,
				default       => ItemReason::NotOpen,
			},
			$meant,
			'',
			$number
		);
	}

	/**
	 * Tells why nobody should be asked to pay the order.
	 */
	private function refusal( OrderBrief $order ): ItemReason {
		if ( $order->is_paid ) {
			return ItemReason::OrderPaid;
		}
		if ( in_array( $order->status, self::ENDED, true ) ) {
			return ItemReason::OrderEnded;
		}
		if ( ! $order->debt->currency->is_known_to_provider() ) {
			return ItemReason::WrongCurrency;
		}

		return 0 === $order->debt->due?->amount ? ItemReason::NothingDue : ItemReason::None;
	}

	/**
	 * Tells whether a link no longer asks what the order owes.
	 */
	private function is_stale( PaymentLink $link, OrderDebt $debt ): bool {
		$owed = $debt->owed( $this->facts->paid_total( $debt->id, $debt->currency, $link->environment ) );

		return null === $owed || ! $owed->equals( $link->details->amount );
	}

	/**
	 * Tells whether a payment of an order is being reviewed, or a link of it being made.
	 *
	 * @param list<PaymentLink> $links All of it.
	 */
	private function in_flight( array $links ): ItemReason {
		$statuses = array_map( static fn ( PaymentLink $link ): LinkStatus => $link->status, $links );

		return match ( true ) {
			in_array( LinkStatus::Uncleared, $statuses, true ) => ItemReason::HasOpenLink,
			in_array( LinkStatus::Creating, $statuses, true ), in_array( LinkStatus::Unconfirmed, $statuses, true ) => ItemReason::BeingMade,
			default => ItemReason::None,
		};
	}

	/**
	 * Returns those that a customer can pay now.
	 *
	 * @param list<PaymentLink> $links Links.
	 * @return list<PaymentLink>
	 */
	private function open( array $links ): array {
		$now = $this->clock->now();

		return array_values( array_filter( $links, static fn ( PaymentLink $link ): bool => $link->status_at( $now )->is_open() ) );
	}
}
