<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Application\Port\LinkDefaults;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\OrderIdTemplate;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * One site with a key, one without.
 */
final class FixedSites implements SiteRepository, LinkDefaults {

	public function all(): array {
		return [
			new Site( 'main', 'Main shop', Environment::Test, new ApiKey( 'a-key-of-the-unit-tests' ), new OrderIdTemplate(), true ),
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

	public function for_link( PaymentLink $link ): ?Site {
		$site = $this->find( $link->site_id );

		return null !== $site && $link->was_made_on( $site ) ? $site : null;
	}

	public function days_active(): int {
		return 30;
	}

	public function description_template(): string {
		return 'Order {order_number}';
	}

	public function keeps_held_orders(): bool {
		return false;
	}
}
