<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;

/**
 * A key that links were created with and that no site uses any more.
 */
final class FormerKey {

	public function __construct(
		public readonly ApiKey $key,
		public readonly DateTimeImmutable $replaced_at,
	) {}
}
