<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Application\Cancel\ResolveUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Application\LinkApi;
use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Application\ProviderStatusHandler;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteChanged;

/**
 * Fetches a link's order from MultiSafepay and applies its status.
 */
final class RefreshLink {

	private const TIMEOUT_SECONDS = 10.0;

	public function __construct(
		private readonly LinkStore $store,
		private readonly LinkApi $api,
		private readonly LinkSites $sites,
		private readonly ResolveUnconfirmed $unconfirmed,
		private readonly ProviderStatusHandler $handler,
		private readonly SyncOrder $sync,
		private readonly Clock $clock,
	) {}

	/**
	 * Returns the refreshed link.
	 *
	 * @throws LinkNotFound When the link does not exist.
	 * @throws NotConfigured When the link's site no longer has an API key.
	 * @throws SiteChanged When the link's site now has another API key.
	 * @throws ProviderRefused When the provider rejects the request.
	 * @throws ProviderUnavailable When there is no usable response.
	 */
	public function refresh( int $link_id, Actor $actor ): PaymentLink {
		$link = $this->store->find( $link_id ) ?? throw new LinkNotFound();
		$site = $this->sites->get( $link );

		if ( $link->status_at( $this->clock->now() )->is_pending_creation() ) {
			$resolved = $this->unconfirmed->resolve( $link_id, $actor ) ?? $link;
			if ( LinkStatus::Unconfirmed === $resolved->status ) {
				throw new ProviderUnavailable( true, 'the order ID could not be cancelled' );
			}

			return $resolved;
		}

		$found = $this->api->find( $site, $link->order_id, self::TIMEOUT_SECONDS );

		// MultiSafepay also returns "not found" for a link that no customer has opened. Only the expiry applies then.
		return $this->sync->retry_alert( $this->handler->apply( $link, $found ?? new ProviderOrder() ) );
	}
}
