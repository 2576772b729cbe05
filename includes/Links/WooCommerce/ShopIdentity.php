<?php
/**
 * What the provider learns about the shop.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay;

use MultiSafepay\PaymentLinks\WooCommerce\Log;

/**
 * The shop's addresses, versions and token in create calls.
 */
final class ShopIdentity {

	private const MAX_NOTIFICATION_URL = 150;

	/**
	 * Takes the log.
	 */
	public function __construct( private readonly Log $log ) {}

	/**
	 * Returns the webhook of a site. It is always ours, also where the site has a webhook of its own. Null when the
	 * shop's address is longer than the provider takes: better no webhook than no link.
	 */
	public function notification_url( string $site_id ): ?string {
		$url = rest_url( 'multisafepay-payment-links/v1/notifications/' . $site_id );
		if ( strlen( $url ) > self::MAX_NOTIFICATION_URL || 1 !== preg_match( '/\A[\x21-\x7e]+\z/', $url ) ) {
			$this->log->warning( 'The address of the shop is too long or has letters that MultiSafepay cannot call: links are made without notifications.' );

			return null;
		}

		return $url;
	}

	/**
	 * Returns a short token that tells this installation from a staging copy on the same site.
	 */
	public function token(): string {
		return substr( hash( 'sha256', (string) home_url() ), 0, 12 );
	}

	/**
	 * Returns the block that identifies the integration.
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
