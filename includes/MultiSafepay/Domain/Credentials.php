<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Domain;

/**
 * Credentials of an API request: the key selects the site, the environment selects the host.
 */
final class Credentials {

	public function __construct(
		public readonly ApiKey $api_key,
		public readonly Environment $environment,
	) {}
}
