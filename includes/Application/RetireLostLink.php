<?php
/**
 * Cleaning up after a lost answer.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkApi;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Application\Port\Schedule;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * Retires the order ID of a creation whose outcome is unknown, so that no order that nobody knows stays payable.
 */
final class RetireLostLink {

	private const SOON_SECONDS  = 30;
	private const LATER_SECONDS = 300;
	private const MOST_SECONDS  = 3600;
	private const TIMEOUT       = 8.0;

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly PaymentLinkStore $store,
		private readonly PaymentLinkApi $api,
		private readonly SiteRepository $sites,
		private readonly Schedule $schedule,
		private readonly Clock $clock,
		private readonly ApplyProviderStatus $apply,
	) {}

	/**
	 * Asks the provider to cancel it. False when there was no answer: the scheduler keeps at it.
	 */
	public function ask( Site $site, PaymentLink $link, float $timeout ): bool {
		try {
			if ( ! $this->api->cancel( $site, $link->order_id, $timeout ) ) {
				// The create call may still be on its way inside the provider: ask once more when it must have arrived.
				$this->schedule->settle_later( $link, self::LATER_SECONDS );
			}

			return true;
		} catch ( ProviderRefused | ProviderUnavailable ) {
			$this->try_again( $link );

			return false;
		}
	}

	/**
	 * Settles a creation later, outside the request that began it, and returns the link as it then is.
	 */
	public function settle( int $link_id, Actor $actor ): ?PaymentLink {
		$link = $this->store->find( $link_id );
		$site = null === $link ? null : $this->sites->for_link( $link );
		if ( null === $link || null === $site ) {
			return $link;
		}

		if ( LinkStatus::Failed === $link->status && LinkReason::NoAnswerRetired === $link->reason ) {
			// A second look after an "unknown order", which is also said of an order that was paid meanwhile.
			$paid = $this->payment_of( $site, $link, self::TIMEOUT );
			if ( null === $paid ) {
				$this->cancel_quietly( $site, $link );
			}

			return $paid ?? $link;
		}
		if ( $link->is_abandoned_at( $this->clock->now() ) ) {
			$link = $this->store->change( $link, new LinkChange( LinkStatus::Unconfirmed, LinkReason::NoAnswer, $actor ) ) ?? $link;
		}
		if ( LinkStatus::Unconfirmed !== $link->status ) {
			return $link;
		}

		$paid = $this->payment_of( $site, $link, self::TIMEOUT );
		if ( null !== $paid || ! $this->ask( $site, $link, self::TIMEOUT ) ) {
			return $paid ?? $link;
		}

		return $this->store->change( $link, new LinkChange( LinkStatus::Failed, LinkReason::NoAnswerRetired, $actor ) ) ?? $this->store->find( $link_id );
	}

	/**
	 * Returns the link when a reminder of the provider got it paid before it could be retired; null otherwise.
	 *
	 * @param Site        $site    The site it was made on.
	 * @param PaymentLink $link    A link whose creation was not confirmed.
	 * @param float       $timeout Seconds.
	 */
	public function payment_of( Site $site, PaymentLink $link, float $timeout ): ?PaymentLink {
		try {
			$found = $this->api->find( $site, $link->order_id, $timeout );
		} catch ( ProviderRefused | ProviderUnavailable ) {
			return null;
		}
		if ( null === $found || null === $found->status || ! ( $found->status->was_paid() || LinkStatus::Uncleared === $found->status ) ) {
			return null;
		}

		return $this->apply->apply( $link, $found );
	}

	/**
	 * Cancels without a further look.
	 */
	private function cancel_quietly( Site $site, PaymentLink $link ): void {
		try {
			$this->api->cancel( $site, $link->order_id, self::TIMEOUT );
		} catch ( ProviderRefused | ProviderUnavailable ) {
			$this->try_again( $link );
		}
	}

	/**
	 * Keeps at it, ever more slowly, until the link would have ended by itself.
	 */
	private function try_again( PaymentLink $link ): void {
		$age = $this->clock->now()->getTimestamp() - $link->created_at->getTimestamp();
		if ( $age <= $link->details->seconds_active ) {
			$this->schedule->settle_later( $link, min( self::MOST_SECONDS, max( self::SOON_SECONDS, $age ) ) );
		}
	}
}
