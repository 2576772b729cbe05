<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Links\Application\Draft\NotificationUrlCheck;

/**
 * A shop that can receive notifications unless a test configures it otherwise.
 */
final class FixedShop implements NotificationUrlCheck {

	public function __construct(
		private readonly bool $permalinks = true,
		private readonly bool $https = true,
	) {}

	public function has_pretty_permalinks(): bool {
		return $this->permalinks;
	}

	public function is_reachable_by_https(): bool {
		return $this->https;
	}
}
