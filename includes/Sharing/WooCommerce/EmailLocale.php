<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing\WooCommerce;

use MultiSafepay\PaymentLinks\Orders\WooCommerce\CustomerLocale;
use WC_Order;

/**
 * Finds the installed locale that matches the customer's language best.
 */
final class EmailLocale {

	public function __construct( private readonly CustomerLocale $customer ) {}

	/**
	 * Returns an installed locale; the shop's locale when none matches the customer's language.
	 */
	public function of( WC_Order $order ): string {
		$preferred = str_replace( '-', '_', $this->customer->of( $order ) );
		$installed = [ 'en_US', ...get_available_languages() ];
		if ( in_array( $preferred, $installed, true ) ) {
			return $preferred;
		}

		// Multilingual plugins store `nl` or `pt_br`. Formal and informal variants fall back to the base locale.
		[ $language, $country ] = [ ...explode( '_', strtolower( $preferred ) ), '' ];
		$base_locale            = $language . ( '' === $country ? '' : '_' . strtoupper( $country ) );
		if ( in_array( $base_locale, $installed, true ) ) {
			return $base_locale;
		}
		foreach ( [ get_locale(), ...$installed ] as $locale ) {
			if ( $language === $locale || str_starts_with( $locale, $language . '_' ) ) {
				return $locale;
			}
		}

		return get_locale();
	}
}
