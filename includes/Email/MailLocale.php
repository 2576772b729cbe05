<?php
/**
 * The language of an e-mail.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Email;

use MultiSafepay\PaymentLinks\WooCommerce\CustomerLocale;
use WC_Order;

/**
 * Finds the installed language that comes nearest to the customer's.
 */
final class MailLocale {

	/**
	 * Reads the language of orders.
	 */
	private readonly CustomerLocale $customer;

	/**
	 * Needs WordPress only.
	 */
	public function __construct() {
		$this->customer = new CustomerLocale();
	}

	/**
	 * Returns a locale that WordPress can switch to; the shop's own where the customer's is not installed.
	 */
	public function of( WC_Order $order ): string {
		$wanted    = str_replace( '-', '_', $this->customer->of( $order ) );
		$installed = [ 'en_US', ...get_available_languages() ];
		if ( in_array( $wanted, $installed, true ) ) {
			return $wanted;
		}

		// Multilingual plugins note `nl` or `pt_br`; formal and informal variants fall back on the plain one.
		[ $language, $country ] = [ ...explode( '_', strtolower( $wanted ) ), '' ];
		$plain                  = $language . ( '' === $country ? '' : '_' . strtoupper( $country ) );
		if ( in_array( $plain, $installed, true ) ) {
			return $plain;
		}
		foreach ( [ get_locale(), ...$installed ] as $locale ) {
			if ( $language === $locale || str_starts_with( $locale, $language . '_' ) ) {
				return $locale;
			}
		}

		return get_locale();
	}
}
