<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Domain;

/**
 * The response of `GET /me`: the account and the site of an API key.
 */
final class ProviderAccount {

	public function __construct(
		public readonly string $account_id,
		public readonly string $site_id,
	) {}
}
