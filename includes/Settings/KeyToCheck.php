<?php
/**
 * A key to prove.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Environment;

/**
 * A key and the environment it should belong to.
 */
final class KeyToCheck {

	/**
	 * Takes both.
	 */
	public function __construct(
		public readonly ApiKey $key,
		public readonly Environment $environment,
	) {}
}
