<?php
/**
 * Taking over what the provider says.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;
use MultiSafepay\PaymentLinks\Domain\LinkAlarm;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;

/**
 * Moves a link to the state that the provider reports, when amount and currency are the link's own, and has its order
 * follow. Whoever learns something of the provider comes through here: notifications, refreshes, sweeps.
 */
final class ApplyProviderStatus {

	private const MAX_TRIES = 5;

	/**
	 * Takes its ports.
	 *
	 * @param PaymentLinkStore   $store  The links.
	 * @param Clock              $clock  The time.
	 * @param FollowPayment|null $follow The orders; null where only links are at hand.
	 */
	public function __construct(
		private readonly PaymentLinkStore $store,
		private readonly Clock $clock,
		private readonly ?FollowPayment $follow = null,
	) {}

	/**
	 * Returns the link as it then is. When somebody else moves it at the same moment, the report is applied to what they made of it.
	 *
	 * @throws StorageFailed When the link, or its order, could not take it over: to be tried again.
	 */
	public function apply( PaymentLink $link, ProviderOrder $found ): PaymentLink {
		$link = $this->take_over( $link, $found );

		return null === $this->follow ? $link : $this->follow->follow( $link, $found->amount );
	}

	/**
	 * Brings the row up to the report.
	 */
	private function take_over( PaymentLink $link, ProviderOrder $found ): PaymentLink {
		for ( $tries = 0; $tries < self::MAX_TRIES; $tries++ ) {
			$next = $this->next_status( $link, $found );
			if ( $this->is_second_payment( $link, $found ) ) {
				return $this->raise( $link, LinkAlarm::SecondPayment, LinkReason::SecondPayment, $found );
			}
			if ( null === $next ) {
				return $this->refunded_further( $link, $found );
			}
			if ( $next->was_paid() && ( null === $found->amount || ! $found->amount->equals( $link->details->amount ) ) ) {
				$is_other_currency = null !== $found->amount && ! $found->amount->currency->equals( $link->details->amount->currency );

				return $this->raise( $link, $is_other_currency ? LinkAlarm::CurrencyMismatch : LinkAlarm::AmountMismatch, LinkReason::AmountMismatch, $found );
			}

			if ( $next->was_paid() || LinkStatus::Uncleared === $next ) {
				$this->follow?->watch( $link );
			}
			$changed = $this->store->change( $link, $this->change( $link, $found, $next ) );
			if ( null !== $changed ) {
				return $changed;
			}

			$link = $this->store->find( $link->id ) ?? throw new StorageFailed( 'The link is gone.' );
		}

		throw new StorageFailed( 'The link moves too fast.' );
	}

	/**
	 * Tells whether the customer paid a link again that was paid already.
	 */
	private function is_second_payment( PaymentLink $link, ProviderOrder $found ): bool {
		return $link->status->was_paid()
			&& LinkStatus::Completed === $found->status
			&& null !== $link->transaction_id
			&& null !== $found->transaction_id
			&& $link->transaction_id !== $found->transaction_id;
	}

	/**
	 * Shows the link to a person, once.
	 */
	private function raise( PaymentLink $link, LinkAlarm $alarm, LinkReason $reason, ProviderOrder $found ): PaymentLink {
		if ( ! $alarm->outranks( $link->alarm ) ) {
			return $link;
		}

		$this->follow?->watch( $link );
		$amount = null === $found->amount ? '' : $found->amount->to_decimal() . ' ' . $found->amount->currency->code;

		return $this->store->raise_alarm( $link, $alarm, $reason, trim( $amount . ' ' . $found->transaction_id ) );
	}

	/**
	 * Takes over that more has gone back, which changes no state.
	 */
	private function refunded_further( PaymentLink $link, ProviderOrder $found ): PaymentLink {
		if ( ! $link->status->was_paid() || null === $found->refunded || $found->refunded->amount <= $link->refunded ) {
			return $link;
		}

		$this->follow?->watch( $link );

		return $this->store->add_refund( $link, $found->refunded );
	}

	/**
	 * Returns the state that the report leads to, or null when it changes nothing.
	 */
	private function next_status( PaymentLink $link, ProviderOrder $found ): ?LinkStatus {
		$next = $found->status;
		$now  = $this->clock->now();

		// One attempt that ran out does not end the link: its own deadline does.
		if ( LinkStatus::Expired === $next && null !== $link->expires_at && $link->expires_at > $now ) {
			$next = LinkStatus::Active;
		}
		if ( ( null === $next || LinkStatus::Active === $next ) && LinkStatus::Expired === $link->status_at( $now ) ) {
			$next = LinkStatus::Expired;
		}

		return null !== $next && $link->status->can_become( $next ) ? $next : null;
	}

	/**
	 * Returns the change to that state.
	 */
	private function change( PaymentLink $link, ProviderOrder $found, LinkStatus $next ): LinkChange {
		return new LinkChange(
			$next,
			LinkStatus::Expired === $next && LinkStatus::Expired !== $found->status ? LinkReason::Expired : LinkReason::ProviderStatus,
			Actor::provider(),
			// A chargeback that was won does not move the day of the payment.
			paid_at: $next->was_paid() && null === $link->paid_at ? $this->clock->now() : null,
			transaction_id: $found->transaction_id,
			payment_method: $found->payment_method,
			alarm: LinkStatus::Chargeback === $next && LinkAlarm::Chargeback->outranks( $link->alarm ) ? LinkAlarm::Chargeback : null,
			ends_alarm: LinkStatus::Completed === $next && LinkAlarm::Chargeback === $link->alarm,
			refunded: null === $found->refunded || ! $next->was_paid() ? null : max( $link->refunded, $found->refunded->amount ),
		);
	}
}
