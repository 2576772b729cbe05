<?php
/**
 * Which key a site is used with.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\OrderIdTemplate;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * Makes the sites of the shop from settings, constants, environment and the official plugin.
 *
 * A key set on the server belongs to the first site of its environment, the default one before the others, since that
 * is the one the shop mostly uses; where there is no such site, one appears by itself.
 */
final class SiteKeys {

	/**
	 * Takes the two other places of keys.
	 */
	public function __construct(
		private readonly DefinedKeys $defined,
		private readonly OfficialPluginKeys $official,
	) {}

	/**
	 * Returns every site in the order of the settings. Never empty: with nothing set up at all there is one test site without a key.
	 *
	 * @return non-empty-list<ResolvedSite>
	 */
	public function resolve( Settings $settings ): array {
		$sites = $settings->sites;
		foreach ( Environment::cases() as $environment ) {
			if ( null !== $this->defined->find( $environment ) && null === $this->first_of( $sites, $environment ) ) {
				$sites[] = $this->made_up( $environment, $sites );
			}
		}
		if ( [] === $sites ) {
			$sites[] = $this->made_up( Environment::Test, $sites );
		}

		$resolved = [];
		foreach ( $sites as $site ) {
			$key        = $this->key( $site, $site === $this->first_of( $sites, $site->environment ) );
			$resolved[] = new ResolvedSite(
				new Site( $site->id, $site->label, $site->environment, $key->key, $site->order_id_template, $site->is_default ),
				$key->source
			);
		}

		return $resolved;
	}

	/**
	 * Returns the site's key: from the server when it is the first of its environment, else as set.
	 */
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
	 * Returns the site that a key of the server is for.
	 *
	 * @param list<SiteSettings> $sites The sites to look in.
	 */
	private function first_of( array $sites, Environment $environment ): ?SiteSettings {
		$first = null;
		foreach ( $sites as $site ) {
			if ( $site->environment === $environment && ( null === $first || $site->is_default ) ) {
				$first = $site;
			}
		}

		return $first;
	}

	/**
	 * Returns a site for an environment that has none.
	 *
	 * @param list<SiteSettings> $sites The sites that are there; the first to come is the default one.
	 */
	private function made_up( Environment $environment, array $sites ): SiteSettings {
		$taken = array_map( static fn ( SiteSettings $site ): string => $site->id, $sites );
		$id    = $environment->value;
		$n = 2;
		while ( in_array( $id, $taken, true ) ) {
			$id = $environment->value . '-' . ( $n++ );
		}

		return new SiteSettings( $id, ucfirst( $environment->value ), $environment, null, false, new OrderIdTemplate(), [] === $sites );
	}
}
