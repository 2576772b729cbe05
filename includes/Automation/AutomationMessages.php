<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Automation;

final class AutomationMessages {

	public static function failure_note( string $reason ): string {
		/* translators: %s: the reason. */
		return sprintf( __( 'Automatic payment link: %s', 'multisafepay-payment-links' ), $reason );
	}

	public static function see_log(): string {
		return __( 'The log in WooCommerce > Status > Logs has the reason.', 'multisafepay-payment-links' );
	}
}
