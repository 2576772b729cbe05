<?php
/**
 * The clock of the server.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use DateTimeImmutable;
use DateTimeZone;
use MultiSafepay\PaymentLinks\Application\Port\Clock;

/**
 * Tells the real time.
 */
final class SystemClock implements Clock {

	/**
	 * {@inheritDoc}
	 */
	public function now(): DateTimeImmutable {
		return new DateTimeImmutable( 'now', new DateTimeZone( 'UTC' ) );
	}

	/**
	 * {@inheritDoc}
	 */
	public function monotonic(): float {
		return hrtime( true ) / 1e9;
	}

	/**
	 * {@inheritDoc}
	 */
	public function sleep( int $milliseconds ): void {
		usleep( $milliseconds * 1000 );
	}
}
