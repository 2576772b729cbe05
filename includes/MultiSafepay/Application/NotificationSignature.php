<?php
/**
 * The signature of a notification.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\NotificationVerifier;
use MultiSafepay\PaymentLinks\Domain\ApiKey;

/**
 * Checks `Auth`: base64 of `{unix time}:{hex of HMAC-SHA512 over "{unix time}:{raw body}"}`. The time is good for ten
 * minutes, both ways: a message from the future is a forgery or a broken clock. Whatever is sent, the answer is yes or no.
 */
final class NotificationSignature implements NotificationVerifier {

	private const WINDOW_SECONDS = 600;
	private const MAX_HEADER     = 512;

	/**
	 * Takes the clock.
	 */
	public function __construct( private readonly Clock $clock ) {}

	/**
	 * {@inheritDoc}
	 *
	 * The key is never empty: ApiKey refuses to be.
	 */
	public function is_signed( string $auth, string $body, ApiKey $key ): bool {
		$decoded = strlen( $auth ) > self::MAX_HEADER ? false : base64_decode( trim( $auth ), true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- The provider's format.
		if ( false === $decoded || 1 !== preg_match( '/\A(?<time>\d{1,12}):(?<hash>[0-9a-f]{128})\z/', $decoded, $parts ) ) {
			return false;
		}
		if ( abs( $this->clock->now()->getTimestamp() - (int) $parts['time'] ) > self::WINDOW_SECONDS ) {
			return false;
		}

		return hash_equals( hash_hmac( 'sha512', $parts['time'] . ':' . $body, $key->reveal() ), $parts['hash'] );
	}
}
