<?php
/**
 * The customer's language.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use WC_Order;

/**
 * Finds the language of the customer of an order; never that of the member of staff who looks at it.
 */
final class CustomerLocale {

	/**
	 * Where WPML, TranslatePress and Weglot keep the language that an order was placed in.
	 */
	private const META = [ 'wpml_language', 'trp_language', 'weglot_language' ];

	/**
	 * Returns a WordPress locale or a language code: of the order, else of the customer's account, else of the shop.
	 */
	public function of( WC_Order $order ): string {
		$locale = $this->of_order( $order );
		if ( '' === $locale ) {
			$locale = $this->of_account( $order->get_customer_id() );
		}
		if ( '' === $locale ) {
			// Unlike determine_locale(), this is the shop's language also where a user's own language is shown.
			$locale = get_locale();
		}

		/**
		 * Filters the language that a customer is addressed in on the payment page.
		 *
		 * @since 1.0.0
		 *
		 * @param string   $locale WordPress locale or language code, e.g. `nl_NL_formal` or `pt-br`. It is mapped to one of MultiSafepay's later.
		 * @param WC_Order $order  The order.
		 */
		$filtered = apply_filters( 'multisafepay_payment_links_customer_locale', $locale, $order );

		return is_string( $filtered ) ? $filtered : $locale;
	}

	/**
	 * Returns the language that a multilingual plugin noted with the order.
	 */
	private function of_order( WC_Order $order ): string {
		foreach ( self::META as $key ) {
			$language = $order->get_meta( $key );
			if ( is_string( $language ) && '' !== $language ) {
				return $language;
			}
		}

		$language = function_exists( 'pll_get_post_language' ) ? pll_get_post_language( $order->get_id(), 'locale' ) : '';

		return is_string( $language ) ? $language : '';
	}

	/**
	 * Returns the language that a customer chose in the account. Not get_user_locale(): with no customer it answers for staff.
	 */
	private function of_account( int $customer_id ): string {
		$locale = $customer_id > 0 ? get_user_meta( $customer_id, 'locale', true ) : '';

		return is_string( $locale ) ? $locale : '';
	}
}
