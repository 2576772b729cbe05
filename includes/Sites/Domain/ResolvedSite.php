<?php
/**
 * A site ready for use.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * A site with the key it is used with, and where that key was found.
 */
final class ResolvedSite {

	/**
	 * Takes both.
	 */
	public function __construct(
		public readonly Site $site,
		public readonly KeySource $key_source,
	) {}
}
