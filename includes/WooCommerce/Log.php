<?php
/**
 * WooCommerce's log.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use Closure;
use MultiSafepay\PaymentLinks\Domain\ApiKey;

/**
 * Writes to WooCommerce > Status > Logs. Callers pass no keys, no bodies, no personal data.
 */
final class Log {

	private const SOURCE = [ 'source' => 'multisafepay-payment-links' ];

	/**
	 * What a MultiSafepay key looks like today.
	 */
	private const KEY_SHAPE = '/\b[0-9a-f]{40}\b/i';

	/**
	 * Takes what knows the shop's keys.
	 *
	 * @param (Closure(): list<ApiKey>)|null $keys Called only when something is logged.
	 */
	public function __construct( private readonly ?Closure $keys = null ) {}

	/**
	 * Something that staff or the provider should mend.
	 */
	public function warning( string $message ): void {
		wc_get_logger()->warning( $this->redacted( $message ), self::SOURCE );
	}

	/**
	 * Something that failed.
	 */
	public function error( string $message ): void {
		wc_get_logger()->error( $this->redacted( $message ), self::SOURCE );
	}

	/**
	 * The last line of defence: whatever a caller let slip, no key is written down.
	 */
	private function redacted( string $message ): string {
		foreach ( null === $this->keys ? [] : ( $this->keys )() as $key ) {
			$secret = $key->reveal();
			// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- As it would stand in a header.
			$message = str_replace( [ $secret, rawurlencode( $secret ), base64_encode( $secret ) ], $key->masked(), $message );
		}

		return (string) preg_replace( self::KEY_SHAPE, '[redacted]', $message );
	}
}
