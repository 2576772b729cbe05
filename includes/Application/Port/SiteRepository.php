<?php
/**
 * Where sites come from.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * The sites of the shop, keys resolved: constants and environment win over stored keys.
 */
interface SiteRepository {

	/**
	 * Returns every site, the default one first.
	 *
	 * @return list<Site>
	 */
	public function all(): array;

	/**
	 * Returns the site with our own short name, or null.
	 */
	public function find( string $id ): ?Site;

	/**
	 * Returns the site as the link was made on it, with the key it was made with. Null when there is no such key any more.
	 */
	public function for_link( PaymentLink $link ): ?Site;
}
