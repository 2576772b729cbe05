<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\LinksPage;

final class LinksPageMessages {

	public static function title(): string {
		return __( 'Payment links', 'multisafepay-payment-links' );
	}

	public static function render_failed(): string {
		return __(
			'The payment links cannot be shown now. The log in WooCommerce > Status > Logs has the reason.',
			'multisafepay-payment-links'
		);
	}

	public static function invalid_filter( string $name ): string {
		/* translators: %s: name of a filter. */
		return sprintf( __( 'The filter “%s” has a value that does not exist.', 'multisafepay-payment-links' ), $name );
	}

	/**
	 * @param list<string> $fields Labels of input fields.
	 * @return list<string>
	 */
	public static function export_columns( array $fields ): array {
		return [
			__( 'Status', 'multisafepay-payment-links' ),
			__( 'Order', 'multisafepay-payment-links' ),
			__( 'Order ID', 'multisafepay-payment-links' ),
			__( 'First name', 'multisafepay-payment-links' ),
			__( 'Last name', 'multisafepay-payment-links' ),
			__( 'E-mail', 'multisafepay-payment-links' ),
			...$fields,
			__( 'Environment', 'multisafepay-payment-links' ),
			__( 'Made (UTC)', 'multisafepay-payment-links' ),
			__( 'Expires (UTC)', 'multisafepay-payment-links' ),
			__( 'Paid (UTC)', 'multisafepay-payment-links' ),
			__( 'Sent (UTC)', 'multisafepay-payment-links' ),
			__( 'Link', 'multisafepay-payment-links' ),
		];
	}
}
