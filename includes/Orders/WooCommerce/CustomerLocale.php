<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use WC_Order;

/**
 * Determines the language of an order's customer. Never returns the language of the current staff member.
 */
final class CustomerLocale {

	/**
	 * Meta keys in which WPML, TranslatePress and Weglot store the language of an order.
	 */
	private const META = [ 'wpml_language', 'trp_language', 'weglot_language' ];

	/**
	 * Returns the WordPress locale or language code of the order, else of the customer's account, else of the shop.
	 */
	public function of( WC_Order $order ): string {
		$locale = $this->order_locale( $order );
		if ( '' === $locale ) {
			$locale = $this->account_locale( $order->get_customer_id() );
		}
		if ( '' === $locale ) {
			// Unlike determine_locale(), this never returns the language of the current user.
			$locale = get_locale();
		}

		/**
		 * Filters the language of the payment page.
		 *
		 * @since 0.1.0
		 * @param string $locale WordPress locale or language code, such as `nl_NL_formal` or `pt-br`. It is mapped to a
		 * locale of MultiSafepay afterwards.
		 * @param WC_Order $order
		 */
		$filtered = apply_filters( 'multisafepay_payment_links_customer_locale', $locale, $order );

		return is_string( $filtered ) ? $filtered : $locale;
	}

	/**
	 * Returns the language that a multilingual plugin stored with the order.
	 */
	private function order_locale( WC_Order $order ): string {
		foreach ( self::META as $key ) {
			$language = $order->get_meta( $key );
			if ( is_string( $language ) && '' !== $language ) {
				return $language;
			}
		}

		$language = function_exists( 'pll_get_post_language' )
			? pll_get_post_language( $order->get_id(), 'locale' )
			: '';

		return is_string( $language ) ? $language : '';
	}

	/**
	 * Returns the language of the customer's account. get_user_locale() is not used, because it falls back to the
	 * current user.
	 */
	private function account_locale( int $customer_id ): string {
		$locale = $customer_id > 0 ? get_user_meta( $customer_id, 'locale', true ) : '';

		return is_string( $locale ) ? $locale : '';
	}
}
