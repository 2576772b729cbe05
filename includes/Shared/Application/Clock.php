<?php
/**
 * Time.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use DateTimeImmutable;

/**
 * Tells the time, so that tests can choose it.
 */
interface Clock {

	/**
	 * Returns now, in UTC.
	 */
	public function now(): DateTimeImmutable;

	/**
	 * Returns seconds of a clock that only runs forward, for measuring time that is left.
	 */
	public function monotonic(): float;

	/**
	 * Waits.
	 *
	 * @param int $milliseconds How long.
	 */
	public function sleep( int $milliseconds ): void;
}
