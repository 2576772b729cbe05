<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use Closure;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Shared\Application\Lazy;
use MultiSafepay\PaymentLinks\Sites\Domain\KeySource;
use MultiSafepay\PaymentLinks\Sites\Domain\OrderIdTemplate;
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

	/**
	 * @param Closure(): OfficialPluginKeys $official Only sites that use a key of the official plugin need it.
	 */
	public function __construct(
		private readonly DefinedKeys $defined,
		#[Lazy( OfficialPluginKeys::class )]
		private readonly Closure $official,
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
			$source     = $this->source( $site, $site === $this->first_site( $sites, $site->environment ) );
			$resolved[] = new ResolvedSite(
				new Site(
					$site->id,
					$site->label,
					$site->environment,
					$this->key( $site, $source ),
					$site->order_id_template,
					$site->is_default
				),
				$source,
				$site
			);
		}

		return $resolved;
	}

	private function source( SiteSettings $site, bool $is_first ): KeySource {
		$defined = $is_first ? $this->defined->source( $site->environment ) : null;

		return $defined ?? match ( true ) {
			$site->uses_official_key => KeySource::Official,
			null !== $site->api_key  => KeySource::Stored,
			default                  => KeySource::None,
		};
	}

	private function key( SiteSettings $site, KeySource $source ): ?ApiKey {
		return match ( $source ) {
			KeySource::Constant, KeySource::Environment => $this->defined->find( $site->environment ),
			KeySource::Official                         => ( $this->official )()->find( $site->environment ),
			KeySource::Stored, KeySource::None          => $site->api_key,
		};
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
