<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use Closure;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Shared\Application\Lazy;
use MultiSafepay\PaymentLinks\Sites\Domain\OrderIdTemplate;
use MultiSafepay\PaymentLinks\Sites\Domain\ResolvedSite;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;

/**
 * Reads sites from the current settings. Nothing is cached between calls.
 */
final class SiteResolver implements SiteRepository {

	/**
	 * @param Closure(): KnownKeys $known_keys Only links with a former key need it.
	 */
	public function __construct(
		private readonly SettingsStore $store,
		private readonly SiteKeys $keys,
		#[Lazy( KnownKeys::class )]
		private readonly Closure $known_keys,
	) {}

	/**
	 * @return non-empty-list<Site>
	 */
	public function all(): array {
		$sites = array_map(
			static fn ( ResolvedSite $resolved ): Site => $resolved->site,
			$this->keys->resolve( $this->store->load() )
		);
		usort( $sites, static fn ( Site $a, Site $b ): int => $b->is_default <=> $a->is_default );

		return $sites;
	}

	public function find( string $id ): ?Site {
		foreach ( $this->all() as $site ) {
			if ( $site->id === $id ) {
				return $site;
			}
		}

		return null;
	}

	public function find_with_key( string $id, Environment $environment, string $key_fingerprint ): ?Site {
		$site = $this->find( $id );
		if ( null !== $site && $site->uses( $environment, $key_fingerprint ) ) {
			return $site;
		}

		$key = ( $this->known_keys )()->find( $key_fingerprint );

		return null === $key ? null : new Site(
			$id,
			$site->label ?? $id,
			$environment,
			$key,
			$site->order_id_template ?? new OrderIdTemplate(),
			false
		);
	}
}
