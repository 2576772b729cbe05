<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Cancel;

use MultiSafepay\PaymentLinks\Links\Application\LinkApi;
use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Application\ProviderStatusHandler;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteChanged;

/**
 * Cancels a link at MultiSafepay, so that it can no longer be paid and no reminder is sent.
 */
final class CancelLink {

	private const TIMEOUT = 10.0;

	public function __construct(
		private readonly LinkStore $store,
		private readonly LinkApi $api,
		private readonly LinkSites $sites,
		private readonly ProviderStatusHandler $handler,
	) {}

	/**
	 * Returns the updated link. For a link that is already cancelled, sends no request.
	 *
	 * @param string $detail For the event log, at most 255 characters.
	 * @throws LinkNotFound
	 * @throws LinkNotOpen If the link was paid or its creation failed. Contains the current link.
	 * @throws NotConfigured If the site has no key.
	 * @throws SiteChanged If the link's key is no longer known.
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable The link may still be open.
	 */
	public function cancel(
		int $link_id,
		Actor $actor,
		LinkReason $reason = LinkReason::Cancelled,
		string $detail = '',
	): PaymentLink {
		$link = $this->store->find( $link_id ) ?? throw new LinkNotFound();
		if ( LinkStatus::Cancelled === $link->status ) {
			return $link;
		}
		if ( ! $link->status->is_cancellable() ) {
			throw new LinkNotOpen( $link );
		}

		$site = $this->sites->get( $link );
		if ( ! $this->api->cancel( $site, $link->order_id, self::TIMEOUT ) ) {
			// MultiSafepay also refuses to cancel a link that has just been paid.
			$found   = $this->api->find( $site, $link->order_id, self::TIMEOUT );
			$current = null === $found ? $link : $this->handler->apply( $link, $found );
			if ( $current->status->has_payment() ) {
				throw new LinkNotOpen( $current );
			}
			$link = $current;
		}

		return $this->store->change( $link, new LinkChange( LinkStatus::Cancelled, $reason, $actor, detail: $detail ) )
			?? $this->concurrent_result( $link_id );
	}

	/**
	 * Returns the link after a concurrent change by another process.
	 *
	 * @throws LinkNotOpen If the other process did not cancel it.
	 */
	private function concurrent_result( int $link_id ): PaymentLink {
		$link = $this->store->find( $link_id ) ?? throw new LinkNotFound();
		if ( LinkStatus::Cancelled === $link->status ) {
			return $link;
		}

		throw new LinkNotOpen( $link );
	}
}
