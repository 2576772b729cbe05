<?php
/**
 * Asking how a link stands.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkApi;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\Exception\SiteChanged;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;

/**
 * Asks MultiSafepay about a link and takes over what it says.
 */
final class RefreshLink {

	private const TIMEOUT = 10.0;

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly PaymentLinkStore $store,
		private readonly PaymentLinkApi $api,
		private readonly SiteRepository $sites,
		private readonly RetireLostLink $retire,
		private readonly ApplyProviderStatus $apply,
		private readonly Clock $clock,
	) {}

	/**
	 * Returns the link as MultiSafepay knows it now.
	 *
	 * @throws LinkNotFound        When there is no such link.
	 * @throws NotConfigured       When its site has no key any more.
	 * @throws SiteChanged         When its site has another key now.
	 * @throws ProviderRefused     When the provider says no.
	 * @throws ProviderUnavailable When there is no usable answer.
	 */
	public function refresh( int $link_id, Actor $actor ): PaymentLink {
		$link = $this->store->find( $link_id ) ?? throw new LinkNotFound();
		$site = $this->sites->for_link( $link );
		if ( null === $site ) {
			throw null === $this->sites->find( $link->site_id )?->api_key ? new NotConfigured() : new SiteChanged();
		}

		if ( $link->status_at( $this->clock->now() )->is_pending_creation() ) {
			$settled = $this->retire->settle( $link_id, $actor ) ?? $link;
			if ( LinkStatus::Unconfirmed === $settled->status ) {
				throw new ProviderUnavailable( true, 'the order ID could not be retired' );
			}

			return $settled;
		}

		$found = $this->api->find( $site, $link->order_id, self::TIMEOUT );

		// "Unknown" is also said of a link that nobody opened: it changes nothing but the deadline we keep ourselves.
		return $this->apply->apply( $link, $found ?? new ProviderOrder( null, null, null, null ) );
	}
}
