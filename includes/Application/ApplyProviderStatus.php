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
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;

/**
 * Moves a link to the state that the provider reports, when amount and currency are the link's own.
 */
final class ApplyProviderStatus {

	private const MAX_TRIES = 3;

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly PaymentLinkStore $store,
		private readonly Clock $clock,
	) {}

	/**
	 * Returns the link as it then is. When somebody else moves it at the same moment, the report is applied to what they made of it.
	 */
	public function apply( PaymentLink $link, ProviderOrder $found ): PaymentLink {
		for ( $tries = 0; $tries < self::MAX_TRIES; $tries++ ) {
			$next = $this->next_status( $link, $found );
			if ( null === $next ) {
				return $link;
			}
			if ( $next->was_paid() && ( null === $found->amount || ! $found->amount->equals( $link->details->amount ) ) ) {
				$this->store->note( $link, LinkReason::AmountMismatch, Actor::provider() );

				return $link;
			}

			$changed = $this->store->change( $link, $this->change( $link, $found, $next ) );
			if ( null !== $changed ) {
				return $changed;
			}

			$link = $this->store->find( $link->id ) ?? $link;
		}

		return $link;
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
		);
	}
}
