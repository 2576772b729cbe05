<?php
/**
 * WooCommerce's log.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

/**
 * Writes to WooCommerce > Status > Logs. Callers pass no keys, no bodies, no personal data.
 */
final class Log {

	private const SOURCE = [ 'source' => 'multisafepay-payment-links' ];

	/**
	 * Something that staff or the provider should mend.
	 */
	public function warning( string $message ): void {
		wc_get_logger()->warning( $message, self::SOURCE );
	}

	/**
	 * Something that failed.
	 */
	public function error( string $message ): void {
		wc_get_logger()->error( $message, self::SOURCE );
	}
}
