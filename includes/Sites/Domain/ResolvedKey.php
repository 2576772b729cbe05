<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;

/**
 * The effective key of a site and its source.
 */
final class ResolvedKey {

	public function __construct(
		public readonly ?ApiKey $key,
		public readonly KeySource $source,
	) {}
}
