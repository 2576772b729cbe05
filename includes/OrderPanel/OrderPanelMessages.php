<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\OrderPanel;

final class OrderPanelMessages {

	public static function title(): string {
		return __( 'Payment links', 'multisafepay-payment-links' );
	}

	public static function render_failed(): string {
		return __( 'The payment links of this order cannot be shown now.', 'multisafepay-payment-links' )
			. ' ' . __( 'The log in WooCommerce > Status > Logs has the reason.', 'multisafepay-payment-links' );
	}

	public static function order_not_saved(): string {
		return __( 'Save the order first; then you can generate a payment link for it.', 'multisafepay-payment-links' );
	}
}
