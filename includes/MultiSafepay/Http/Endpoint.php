<?php
/**
 * Where MultiSafepay is.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay;

use MultiSafepay\PaymentLinks\Domain\Environment;

/**
 * The base URL of the provider's JSON API.
 */
final class Endpoint {

	private const LIVE     = 'https://api.multisafepay.com/v1/json';
	private const TEST     = 'https://testapi.multisafepay.com/v1/json';
	private const OVERRIDE = 'MULTISAFEPAY_PAYMENT_LINKS_API_URL';

	/**
	 * Returns the base URL. Another one may stand in a constant or the environment, on developers' machines only:
	 * on a shop's server it would be a way to send keys elsewhere.
	 */
	public function base_url( Environment $environment ): string {
		return $this->override() ?? ( Environment::Live === $environment ? self::LIVE : self::TEST );
	}

	/**
	 * Tells whether payment pages may be served without TLS: only by another provider on a developer's machine.
	 */
	public function allows_plain_http(): bool {
		return null !== $this->override();
	}

	/**
	 * Returns the other base URL, or null.
	 */
	private function override(): ?string {
		if ( ! in_array( wp_get_environment_type(), [ 'local', 'development' ], true ) ) {
			return null;
		}

		$url = defined( self::OVERRIDE ) ? constant( self::OVERRIDE ) : getenv( self::OVERRIDE );

		return is_string( $url ) && 1 === preg_match( '#\Ahttps?://#', $url ) ? rtrim( $url, '/' ) : null;
	}
}
