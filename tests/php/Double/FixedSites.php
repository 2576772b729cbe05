<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Sites\Application\SiteRepository;
use MultiSafepay\PaymentLinks\Sites\Domain\OrderIdTemplate;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;

/**
 * One site with an API key and one without.
 */
final class FixedSites implements SiteRepository {

	public function all(): array {
		return [
			new Site(
				'main',
				'Main shop',
				Environment::Test,
				new ApiKey( 'a-key-of-the-unit-tests' ),
				new OrderIdTemplate(),
				true
			),
			new Site( 'live', 'Live shop', Environment::Live, null, new OrderIdTemplate(), false ),
		];
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

		return null !== $site && $site->uses( $environment, $key_fingerprint ) ? $site : null;
	}
}
