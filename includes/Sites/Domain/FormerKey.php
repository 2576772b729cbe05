<?php
/**
 * A key that was replaced.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Domain\ApiKey;

/**
 * A key that links were made with, and since when it is not a site's key any more.
 */
final class FormerKey {

	/**
	 * Takes both.
	 */
	public function __construct(
		public readonly ApiKey $key,
		public readonly DateTimeImmutable $replaced_at,
	) {}
}
