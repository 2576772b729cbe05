<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Sites\Domain\KeySource;
use MultiSafepay\PaymentLinks\Sites\Domain\OrderIdTemplate;
use MultiSafepay\PaymentLinks\Sites\Domain\ResolvedKey;
use MultiSafepay\PaymentLinks\Sites\Domain\ResolvedSite;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteSettings;

/**
 * Resolves the sites of the shop and their keys from settings, constants, environment variables and the official
 * plugin.
 *
 * A key from a constant or environment variable belongs to the default site if that has the same environment, else to
 * the first site of the environment. Without such a site, an implicit one is added.
 */
final class SiteKeys {

	public function __construct(
		private readonly DefinedKeys $defined,
		private readonly OfficialPluginKeys $official,
	) {}

	/**
	 * Returns all sites in the order of the settings. Without any configuration, there is one test site without a key.
	 *
	 * @return non-empty-list<ResolvedSite>
	 */
	public function resolve( Settings $settings ): array {
		$sites = $settings->sites;
		foreach ( Environment::cases() as $environment ) {
			if ( null !== $this->defined->find( $environment ) && null === $this->first_site( $sites, $environment ) ) {
				$sites[] = $this->implicit_site( $environment, $sites );
			}
		}
		if ( [] === $sites ) {
			$sites[] = $this->implicit_site( Environment::Test, $sites );
		}

		$resolved = [];
		foreach ( $sites as $site ) {
			$key        = $this->key( $site, $site === $this->first_site( $sites, $site->environment ) );
			$resolved[] = new ResolvedSite(
				new Site(
					$site->id,
					$site->label,
					$site->environment,
					$key->key,
					$site->order_id_template,
					$site->is_default
				),
				$key->source,
				$site
			);
		}

		return $resolved;
	}

	private function key( SiteSettings $site, bool $is_first ): ResolvedKey {
		$defined = $is_first ? $this->defined->find( $site->environment ) : null;
		if ( null !== $defined ) {
			return $defined;
		}
		if ( $site->uses_official_key ) {
			return new ResolvedKey( $this->official->find( $site->environment ), KeySource::Official );
		}

		return new ResolvedKey( $site->api_key, null === $site->api_key ? KeySource::None : KeySource::Stored );
	}

	/**
	 * Returns the site that uses the key from a constant or environment variable.
	 *
	 * @param list<SiteSettings> $sites
	 */
	private function first_site( array $sites, Environment $environment ): ?SiteSettings {
		$first = null;
		foreach ( $sites as $site ) {
			if ( $site->environment === $environment && ( null === $first || $site->is_default ) ) {
				$first = $site;
			}
		}

		return $first;
	}

	/**
	 * Returns a site for an environment that has none. It is the default site if there are no others.
	 *
	 * @param list<SiteSettings> $sites Existing sites.
	 */
	private function implicit_site( Environment $environment, array $sites ): SiteSettings {
		$used_ids = array_map( static fn ( SiteSettings $site ): string => $site->id, $sites );
		$id       = $environment->value;
		$suffix   = 2;
		while ( in_array( $id, $used_ids, true ) ) {
			$id = $environment->value . '-' . ( $suffix++ );
		}

		return new SiteSettings(
			$id,
			ucfirst( $environment->value ),
			$environment,
			null,
			false,
			new OrderIdTemplate(),
			[] === $sites
		);
	}
}
