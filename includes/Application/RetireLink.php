<?php
/**
 * Retiring a link.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkApi;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\Exception\SiteChanged;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Cancels a link at MultiSafepay, so that nobody can pay it any more and no reminder goes out.
 */
final class RetireLink {

	private const TIMEOUT = 10.0;

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly PaymentLinkStore $store,
		private readonly PaymentLinkApi $api,
		private readonly SiteRepository $sites,
		private readonly ApplyProviderStatus $apply,
	) {}

	/**
	 * Returns the link as it then is. A link that is retired already stays so, without a call.
	 *
	 * @param int        $link_id Our id.
	 * @param Actor      $actor   Who asks.
	 * @param LinkReason $reason  Why, for the history.
	 * @throws LinkNotFound        When there is no such link.
	 * @throws LinkNotOpen         When it was paid, or never came to be; it comes along as it is now.
	 * @throws NotConfigured       When its site has no key.
	 * @throws SiteChanged         When its key is gone.
	 * @throws ProviderRefused     When the provider says no.
	 * @throws ProviderUnavailable When there is no usable answer: the link may still be open.
	 */
	public function retire( int $link_id, Actor $actor, LinkReason $reason = LinkReason::Retired ): PaymentLink {
		$link = $this->store->find( $link_id ) ?? throw new LinkNotFound();
		if ( LinkStatus::Cancelled === $link->status ) {
			return $link;
		}
		// Expired by our clock alone is retired as well: the provider's clock may be behind.
		if ( ! $link->status->is_open() && LinkStatus::Expired !== $link->status ) {
			throw new LinkNotOpen( $link );
		}

		$site = $this->sites->for_link( $link ) ?? $this->no_site( $link );
		if ( ! $this->api->cancel( $site, $link->order_id, self::TIMEOUT ) ) {
			// "Unknown or no longer open" is also the answer about a link that was paid a moment ago.
			$found = $this->api->find( $site, $link->order_id, self::TIMEOUT );
			$now   = null === $found ? $link : $this->apply->apply( $link, $found );
			if ( $now->status->was_paid() || LinkStatus::Uncleared === $now->status ) {
				throw new LinkNotOpen( $now );
			}
			$link = $now;
		}

		return $this->store->change( $link, new LinkChange( LinkStatus::Cancelled, $reason, $actor ) ) ?? $this->moved( $link_id );
	}

	/**
	 * Returns what somebody else made of the link at the same moment.
	 */
	private function moved( int $link_id ): PaymentLink {
		$link = $this->store->find( $link_id ) ?? throw new LinkNotFound();
		if ( LinkStatus::Cancelled === $link->status ) {
			return $link;
		}

		throw new LinkNotOpen( $link );
	}

	/**
	 * Says why the provider cannot be asked.
	 */
	private function no_site( PaymentLink $link ): never {
		throw null === $this->sites->find( $link->site_id )?->api_key ? new NotConfigured() : new SiteChanged();
	}
}
