<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

/**
 * A site with its effective key, the source of the key, and the settings that it comes from.
 */
final class ResolvedSite {

	public function __construct(
		public readonly Site $site,
		public readonly KeySource $key_source,
		public readonly SiteSettings $settings,
	) {}
}
