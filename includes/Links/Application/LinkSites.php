<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Sites\Application\SiteRepository;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteChanged;

/**
 * Finds the site of a link, with the key that the link was created with.
 */
final class LinkSites {

	public function __construct( private readonly SiteRepository $sites ) {}

	public function find( PaymentLink $link ): ?Site {
		return $this->sites->find_with_key( $link->site_id, $link->environment, $link->key_fingerprint );
	}

	/**
	 * @throws NotConfigured If the site has no key any more.
	 * @throws SiteChanged If the site has another key now and the former one is not known.
	 */
	public function get( PaymentLink $link ): Site {
		$site = $this->find( $link );
		if ( null !== $site ) {
			return $site;
		}

		$has_key = null !== $this->sites->find( $link->site_id )?->api_key;

		throw $has_key ? new SiteChanged() : new NotConfigured();
	}
}
