<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Application;

use DateTimeImmutable;

/**
 * The current time. Tests replace it.
 */
interface Clock {

	/**
	 * Returns the current time in UTC.
	 */
	public function now(): DateTimeImmutable;

	/**
	 * Returns the seconds of a monotonic clock, for measuring durations.
	 */
	public function monotonic(): float;

	public function sleep( int $milliseconds ): void;
}
