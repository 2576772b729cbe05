<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;

/**
 * Finds the site that a request specifies, or the default site.
 */
final class SiteSelector {

	public function __construct( private readonly SiteRepository $sites ) {}

	/**
	 * @param string|null $site_id Null for the default site.
	 * @throws InvalidValue If there is no such site.
	 * @throws NotConfigured If the site has no key.
	 */
	public function select( ?string $site_id ): Site {
		$site = null === $site_id ? ( $this->sites->all()[0] ?? null ) : $this->sites->find( $site_id );
		if ( null === $site && null !== $site_id ) {
			throw new InvalidValue( 'site', 'unknown_site' );
		}
		if ( null === $site || null === $site->api_key ) {
			throw new NotConfigured();
		}

		return $site;
	}
}
