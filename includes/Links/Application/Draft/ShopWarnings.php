<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Draft;

use MultiSafepay\PaymentLinks\Sites\Domain\Site;

/**
 * Warnings about the shop that apply to every draft.
 */
final class ShopWarnings {

	public function __construct( private readonly NotificationUrlCheck $shop ) {}

	/**
	 * Warns about a site without a key.
	 *
	 * @return list<DraftWarning>
	 */
	public static function about_site( ?Site $site ): array {
		return null === $site?->api_key
			? [ new DraftWarning( DraftWarning::NOT_CONFIGURED, [ 'site' => $site->label ?? '' ] ) ]
			: [];
	}

	/**
	 * Warns if MultiSafepay cannot send notifications to the shop.
	 *
	 * @return list<DraftWarning>
	 */
	public function about_shop(): array {
		$warnings = $this->shop->has_pretty_permalinks() ? [] : [ new DraftWarning( DraftWarning::PLAIN_PERMALINKS ) ];

		return $this->shop->is_reachable_by_https()
			? $warnings
			: [ ...$warnings, new DraftWarning( DraftWarning::PLAIN_HTTP ) ];
	}
}
