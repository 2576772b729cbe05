<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Application;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchAction;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchOptions;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemDecision;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemReason;
use MultiSafepay\PaymentLinks\Links\Application\Balances;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSummary;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;

/**
 * Decides what a batch does with an order or link, based on their current status. Used by the preview and the worker.
 */
final class DecideItem {

	/**
	 * Statuses of orders that ended without a payment.
	 */
	private const ENDED_STATUSES = [ 'cancelled', 'refunded' ];

	public function __construct(
		private readonly Balances $balances,
		private readonly Clock $clock,
	) {}

	/**
	 * @param OrderSummary|null $order Null when it is deleted or in the trash.
	 * @param list<PaymentLink> $order_links All links of the order, newest first.
	 * @param int $target_id Only this link; 0 for all links of the order.
	 * @param DateTimeImmutable|null $started_at UTC; when the batch started; null for a preview.
	 */
	public function decide(
		BatchAction $action,
		BatchOptions $options,
		?OrderSummary $order,
		array $order_links,
		int $target_id,
		?DateTimeImmutable $started_at = null,
	): ItemDecision {
		$links = array_values( array_filter(
			$order_links,
			static fn ( PaymentLink $link ): bool => LinkStatus::Failed !== $link->status
				&& ( 0 === $target_id || $link->id === $target_id )
		) );
		if ( null === $order ) {
			// Links of a deleted order can still be cancelled and refreshed.
			return $action->creates_links() || BatchAction::Email === $action || [] === $links
				? new ItemDecision( ItemReason::OrderGone )
				: $this->decide_links( $action, $links, '' );
		}

		return match ( $action ) {
			BatchAction::Create => $this->decide_creation( $order, $order_links, $options ),
			BatchAction::Renew  => $this->decide_renewal( $order, $links, $options, $started_at ),
			BatchAction::Email  => $this->decide_email( $order, $links ),
			default             => $this->decide_links( $action, $links, $order->number ),
		};
	}

	/**
	 * Creates a link for an order without an open link. An open link with an outdated amount is renewed.
	 *
	 * @param list<PaymentLink> $links All links of the order, newest first.
	 */
	private function decide_creation( OrderSummary $order, array $links, BatchOptions $options ): ItemDecision {
		$open        = $this->open( $links );
		$skip_reason = $this->skip_reason( $order );
		$outdated    = array_values( array_filter(
			$open,
			fn ( PaymentLink $link ): bool => $link->is_stale(
				$this->balances->of( $order->payment, $link->environment )->due,
				$this->clock->now()
			)
		) );
		if ( ItemReason::None === $skip_reason ) {
			$skip_reason = count( $open ) > count( $outdated )
				? ItemReason::HasOpenLink
				: $this->pending_reason( $links );
		}

		return new ItemDecision(
			$skip_reason,
			array_slice( $outdated, 0, 1 ),
			$options->send ? $order->email : '',
			$order->number
		);
	}

	/**
	 * Creates a new link with the current amount due, then cancels the old link.
	 *
	 * @param list<PaymentLink> $links Newest first.
	 */
	private function decide_renewal(
		OrderSummary $order,
		array $links,
		BatchOptions $options,
		?DateTimeImmutable $started_at,
	): ItemDecision {
		$link        = $links[0] ?? null;
		$status      = $link?->status_at( $this->clock->now() );
		$skip_reason = $this->skip_reason( $order );
		if ( ItemReason::None === $skip_reason ) {
			$skip_reason = match ( true ) {
				null === $link || null === $status => ItemReason::NoLink,
				! $status->is_cancellable() => ItemReason::NotOpen,
				// Created after the batch started, e.g. by a concurrent batch.
				null !== $started_at && $link->created_at > $started_at => ItemReason::AlreadyRenewed,
				default => ItemReason::None,
			};
		}

		return new ItemDecision(
			$skip_reason,
			null === $link ? [] : [ $link ],
			$options->send ? $order->email : '',
			$order->number
		);
	}

	/**
	 * Emails the newest open link.
	 *
	 * @param list<PaymentLink> $links Newest first.
	 */
	private function decide_email( OrderSummary $order, array $links ): ItemDecision {
		$link  = $this->open( $links )[0] ?? null;
		$email = $link->details->customer->email ?? '';
		$email = '' === $email ? $order->email : $email;

		return new ItemDecision(
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
	 * Cancels all open links, or refreshes the newest link.
	 *
	 * @param list<PaymentLink> $links Newest first.
	 */
	private function decide_links( BatchAction $action, array $links, string $number ): ItemDecision {
		$targets = BatchAction::Cancel === $action ? $this->open( $links ) : array_slice( $links, 0, 1 );

		return new ItemDecision(
			match ( true ) {
				[] !== $targets => ItemReason::None,
				[] === $links => ItemReason::NoLink,
				default       => ItemReason::NotOpen,
			},
			$targets,
			'',
			$number
		);
	}

	/**
	 * Returns why no link is created for the order.
	 */
	private function skip_reason( OrderSummary $order ): ItemReason {
		$balance = $this->balances->of( $order->payment );

		return match ( true ) {
			$balance->is_paid => ItemReason::OrderPaid,
			in_array( $order->payment->status, self::ENDED_STATUSES, true ) => ItemReason::OrderEnded,
			! $order->payment->currency->is_known_to_provider() => ItemReason::WrongCurrency,
			! $balance->is_collectible => ItemReason::NothingDue,
			default => ItemReason::None,
		};
	}

	/**
	 * Returns the reason when a payment is under review or a link is being created.
	 *
	 * @param list<PaymentLink> $links All links of the order.
	 */
	private function pending_reason( array $links ): ItemReason {
		$reason = ItemReason::None;
		foreach ( $links as $link ) {
			if ( LinkStatus::Uncleared === $link->status ) {
				return ItemReason::HasOpenLink;
			}
			if ( $link->status->is_pending_creation() ) {
				$reason = ItemReason::BeingCreated;
			}
		}

		return $reason;
	}

	/**
	 * @param list<PaymentLink> $links
	 * @return list<PaymentLink>
	 */
	private function open( array $links ): array {
		$now = $this->clock->now();

		return array_values( array_filter(
			$links,
			static fn ( PaymentLink $link ): bool => $link->status_at( $now )->is_open()
		) );
	}
}
