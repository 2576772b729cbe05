<?php
/**
 * The site of a form.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * Finds the site that a form names, or the default one.
 */
final class ChosenSite {

	/**
	 * Takes the sites.
	 */
	public function __construct( private readonly SiteRepository $sites ) {}

	/**
	 * Returns the site; it has a key.
	 *
	 * @param string|null $site_id Null for the default one.
	 * @throws InvalidValue  When there is no such site.
	 * @throws NotConfigured When it has no key.
	 */
	public function of( ?string $site_id ): Site {
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
