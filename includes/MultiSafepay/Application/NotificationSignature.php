<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;

/**
 * Verifies the header `Auth`: base64 of `{unix time}:{hex of HMAC-SHA512 over "{unix time}:{raw body}"}`. The time may
 * differ by ten minutes in both directions.
 */
final class NotificationSignature {

	private const WINDOW_SECONDS = 600;
	private const MAX_HEADER     = 512;

	public function __construct( private readonly Clock $clock ) {}

	public function is_signed( string $auth, string $body, ApiKey $key ): bool {
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- MultiSafepay's format.
		$decoded = strlen( $auth ) > self::MAX_HEADER ? false : base64_decode( trim( $auth ), true );
		if (
			false === $decoded
			|| 1 !== preg_match( '/\A(?<time>\d{1,12}):(?<hash>[0-9a-f]{128})\z/', $decoded, $parts )
		) {
			return false;
		}
		if ( abs( $this->clock->now()->getTimestamp() - (int) $parts['time'] ) > self::WINDOW_SECONDS ) {
			return false;
		}

		return hash_equals( hash_hmac( 'sha512', $parts['time'] . ':' . $body, $key->reveal() ), $parts['hash'] );
	}
}
