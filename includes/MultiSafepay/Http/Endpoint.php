<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Http;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;

/**
 * The base URL of MultiSafepay's JSON API.
 */
final class Endpoint {

	private const LIVE     = 'https://api.multisafepay.com/v1/json';
	private const TEST     = 'https://testapi.multisafepay.com/v1/json';
	private const OVERRIDE = 'MULTISAFEPAY_PAYMENT_LINKS_API_URL';

	/**
	 * Returns the base URL. A constant or environment variable can override it, but only in a development environment:
	 * in production, an override could send API keys to another server.
	 */
	public function base_url( Environment $environment ): string {
		return $this->override() ?? ( Environment::Live === $environment ? self::LIVE : self::TEST );
	}

	/**
	 * Whether payment URLs may use plain HTTP: only if the base URL is overridden, which means with an emulator.
	 */
	public function allows_plain_http(): bool {
		return null !== $this->override();
	}

	private function override(): ?string {
		if ( ! in_array( wp_get_environment_type(), [ 'local', 'development' ], true ) ) {
			return null;
		}

		$url = defined( self::OVERRIDE ) ? constant( self::OVERRIDE ) : getenv( self::OVERRIDE );

		return is_string( $url ) && 1 === preg_match( '#\Ahttps?://#', $url ) ? rtrim( $url, '/' ) : null;
	}
}
