<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;

/**
 * The sites of the shop with their keys. Constants and environment variables take precedence over stored keys.
 */
interface SiteRepository {

	/**
	 * Returns all sites, the default one first.
	 *
	 * @return list<Site>
	 */
	public function all(): array;

	/**
	 * @param string $id ID of the site in the settings, not at MultiSafepay.
	 */
	public function find( string $id ): ?Site;

	/**
	 * Returns the site with the key that a link was created with, even if the site uses another key now. Null if the
	 * shop no longer knows that key.
	 */
	public function find_with_key( string $id, Environment $environment, string $key_fingerprint ): ?Site;
}
