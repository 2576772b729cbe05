<?php
/**
 * The sites of the shop.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Application\Port\LinkDefaults;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\OrderIdTemplate;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * Sites and defaults as the settings are now: nothing is kept from one call to the next.
 */
final class SiteResolver implements SiteRepository, LinkDefaults {

	/**
	 * Takes the settings and the other places of keys; without those that are known besides, only links made with
	 * the sites' own keys have a site.
	 */
	public function __construct(
		private readonly SettingsStore $store,
		private readonly SiteKeys $keys,
		private readonly ?KnownKeys $known = null,
	) {}

	/**
	 * Returns every site, the default one first.
	 *
	 * @return non-empty-list<Site>
	 */
	public function all(): array {
		$sites = array_map( static fn ( ResolvedSite $resolved ): Site => $resolved->site, $this->keys->resolve( $this->store->load() ) );
		usort( $sites, static fn ( Site $a, Site $b ): int => $b->is_default <=> $a->is_default );

		return $sites;
	}

	/**
	 * Returns the site with our own short name, or null.
	 */
	public function find( string $id ): ?Site {
		foreach ( $this->all() as $site ) {
			if ( $site->id === $id ) {
				return $site;
			}
		}

		return null;
	}

	/**
	 * {@inheritDoc}
	 */
	public function for_link( PaymentLink $link ): ?Site {
		$site = $this->find( $link->site_id );
		if ( null !== $site && $link->was_made_on( $site ) ) {
			return $site;
		}

		// The site has another key or environment now, or is gone: the link goes on with the key it was made with.
		$key = $this->known?->find( $link->key_fingerprint );

		return null === $key ? null : new Site(
			$link->site_id,
			$site->label ?? $link->site_id,
			$link->environment,
			$key,
			$site->order_id_template ?? new OrderIdTemplate(),
			false
		);
	}

	/**
	 * Returns the days a new link lives, 1 to 365.
	 */
	public function days_active(): int {
		return $this->store->load()->default_days_active;
	}

	/**
	 * Returns the template of the description.
	 */
	public function description_template(): string {
		return $this->store->load()->description_template;
	}

	/**
	 * Tells whether an unpaid order with an open link outlives WooCommerce's hold on its stock.
	 */
	public function keeps_held_orders(): bool {
		return $this->store->load()->keep_held_orders;
	}
}
