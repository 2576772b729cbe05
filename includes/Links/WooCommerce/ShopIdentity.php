<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\WooCommerce;

use MultiSafepay\PaymentLinks\Shared\Rest\RestNamespace;
use MultiSafepay\PaymentLinks\Shared\WordPress\Log;

/**
 * The shop's URLs, versions and token for create requests.
 */
final class ShopIdentity {

	private const MAX_NOTIFICATION_URL = 150;

	public function __construct( private readonly Log $log ) {}

	/**
	 * Returns the notification URL of a site, which overrides the URL in the site's settings at MultiSafepay. Null if
	 * it is too long for MultiSafepay: the link is then created without notifications.
	 */
	public function notification_url( string $site_id ): ?string {
		$url = rest_url( RestNamespace::V1 . RestNamespace::NOTIFICATIONS . $site_id );
		if ( strlen( $url ) > self::MAX_NOTIFICATION_URL || 1 !== preg_match( '/\A[\x21-\x7e]+\z/', $url ) ) {
			$this->log->warning(
				'MultiSafepay cannot call the address of this shop. Payment links are created without notifications.'
			);

			return null;
		}

		return $url;
	}

	/**
	 * Returns a short token that distinguishes this installation from a staging copy with the same API key.
	 */
	public function token(): string {
		return substr( hash( 'sha256', (string) home_url() ), 0, 12 );
	}

	/**
	 * Returns the `plugin` object of the create body.
	 *
	 * @return array<string, string>
	 */
	public function plugin(): array {
		return [
			'shop'           => 'WooCommerce',
			'shop_version'   => WC_VERSION,
			'plugin_version' => \MultiSafepay\PaymentLinks\VERSION,
			'partner'        => '',
			'shop_root_url'  => home_url(),
		];
	}
}
