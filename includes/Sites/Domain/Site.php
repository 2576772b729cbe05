<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Credentials;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;

/**
 * A MultiSafepay site (webshop). The API key identifies the site at MultiSafepay.
 */
final class Site {

	/**
	 * @param string $id ID of the site in the settings, `[a-z0-9-]{1,32}`.
	 * @param ApiKey|null $api_key Null if none is set.
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $label,
		public readonly Environment $environment,
		public readonly ?ApiKey $api_key,
		public readonly OrderIdTemplate $order_id_template,
		public readonly bool $is_default,
	) {}

	/**
	 * Whether this site can manage a link that was created with the given environment and key. With another key, the
	 * same order ID may belong to an order of another account.
	 */
	public function uses( Environment $environment, string $key_fingerprint ): bool {
		return $environment === $this->environment
			&& null !== $this->api_key
			&& $this->api_key->fingerprint() === $key_fingerprint;
	}

	/**
	 * @throws NotConfigured
	 */
	public function credentials(): Credentials {
		return new Credentials( $this->api_key ?? throw new NotConfigured(), $this->environment );
	}
}
