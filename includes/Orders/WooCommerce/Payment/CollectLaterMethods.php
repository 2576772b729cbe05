<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce\Payment;

use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use WC_Order;

/**
 * The payment methods that collect after the order is in a paid status, such as cash on delivery.
 */
final class CollectLaterMethods {

	public function __construct( private readonly SettingsStore $settings ) {}

	public function contain( WC_Order $order ): bool {
		return in_array( $order->get_payment_method(), $this->ids(), true );
	}

	/**
	 * @return list<string> IDs of WooCommerce payment methods.
	 */
	public function ids(): array {
		$ids = preg_split( '/[\s,]+/', $this->settings->load()->collect_later_methods, -1, PREG_SPLIT_NO_EMPTY );

		/**
		 * Filters the payment methods that collect after the order is in a paid status.
		 *
		 * @since 0.1.0
		 *
		 * @param list<string> $ids IDs of WooCommerce payment methods.
		 */
		$filtered = apply_filters( 'multisafepay_payment_links_collect_later_methods', $ids );

		return is_array( $filtered ) ? array_values( array_filter( $filtered, 'is_string' ) ) : [];
	}
}
