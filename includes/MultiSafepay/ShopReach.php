<?php
/**
 * How the shop can be reached.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay;

use MultiSafepay\PaymentLinks\Application\Port\ShopChecks;

/**
 * Looks at the addresses that MultiSafepay is given.
 */
final class ShopReach implements ShopChecks {

	/**
	 * Takes the base URL of the provider.
	 */
	public function __construct( private readonly Endpoint $endpoint ) {}

	/**
	 * {@inheritDoc}
	 */
	public function has_pretty_permalinks(): bool {
		return ! in_array( get_option( 'permalink_structure' ), [ '', false ], true );
	}

	/**
	 * {@inheritDoc}
	 *
	 * A provider on a developer's machine calls plain HTTP too.
	 */
	public function is_reachable_by_https(): bool {
		return $this->endpoint->allows_plain_http() || 'https' === wp_parse_url( rest_url(), PHP_URL_SCHEME );
	}
}
