<?php
/**
 * A key and its origin.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Domain\ApiKey;

/**
 * The key a site is used with, and where it was found.
 */
final class ResolvedKey {

	/**
	 * Takes both.
	 *
	 * @param ApiKey|null $key    Null while there is none.
	 * @param KeySource   $source Where it was found, or would be.
	 */
	public function __construct(
		public readonly ?ApiKey $key,
		public readonly KeySource $source,
	) {}
}
