<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\WordPress;

use Closure;

/**
 * Writes to WooCommerce > Status > Logs. Callers must not pass keys, bodies or personal data. Known keys are masked as
 * a precaution.
 */
final class Log {

	private const SOURCE = [ 'source' => 'multisafepay-payment-links' ];

	/**
	 * The format of MultiSafepay's API keys.
	 */
	private const KEY_FORMAT = '/\b[0-9a-f]{40}\b/i';

	/**
	 * @param Closure(): list<array{secret: string, mask: string}> $secrets
	 */
	public function __construct( private readonly Closure $secrets ) {}

	public function warning( string $message ): void {
		wc_get_logger()->warning( $this->masked( $message ), self::SOURCE );
	}

	public function error( string $message ): void {
		wc_get_logger()->error( $this->masked( $message ), self::SOURCE );
	}

	private function masked( string $message ): string {
		foreach ( ( $this->secrets )() as [ 'secret' => $secret, 'mask' => $mask ] ) {
			// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- Keys are sent in this encoding.
			$message = str_replace( [ $secret, rawurlencode( $secret ), base64_encode( $secret ) ], $mask, $message );
		}

		return (string) preg_replace( self::KEY_FORMAT, '[redacted]', $message );
	}
}
