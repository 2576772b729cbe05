<?php
/**
 * Hints about the shop.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\ShopChecks;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * Hints that every draft has: they are about the shop, not about an order.
 */
final class ShopWarnings {

	/**
	 * Takes its port.
	 */
	public function __construct( private readonly ShopChecks $shop ) {}

	/**
	 * Warns of a site without a key.
	 *
	 * @return list<DraftWarning>
	 */
	public static function about_site( ?Site $site ): array {
		return null === $site?->api_key ? [ new DraftWarning( DraftWarning::NOT_CONFIGURED, [ 'site' => $site->label ?? '' ] ) ] : [];
	}

	/**
	 * Warns where MultiSafepay cannot report a payment.
	 *
	 * @return list<DraftWarning>
	 */
	public function about_shop(): array {
		$warnings = $this->shop->has_pretty_permalinks() ? [] : [ new DraftWarning( DraftWarning::PLAIN_PERMALINKS ) ];

		return $this->shop->is_reachable_by_https() ? $warnings : [ ...$warnings, new DraftWarning( DraftWarning::PLAIN_HTTP ) ];
	}
}
