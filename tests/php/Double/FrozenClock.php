<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use Closure;
use DateInterval;
use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;

/**
 * A clock that only advances when a test advances it or when code sleeps.
 */
final class FrozenClock implements Clock {

	/**
	 * Simulates another process during a sleep.
	 */
	public ?Closure $while_sleeping = null;

	private float $elapsed = 0.0;

	public function __construct( private DateTimeImmutable $now = new DateTimeImmutable( '2026-11-24T10:00:00Z' ) ) {}

	public function now(): DateTimeImmutable {
		return $this->now;
	}

	public function monotonic(): float {
		return $this->elapsed;
	}

	public function sleep( int $milliseconds ): void {
		$this->advance( $milliseconds / 1000 );
		if ( null !== $this->while_sleeping ) {
			( $this->while_sleeping )();
		}
	}

	public function advance( float $seconds ): void {
		$this->elapsed += $seconds;
		$this->now      = $this->now->add( new DateInterval( 'PT' . (int) ceil( $seconds ) . 'S' ) );
	}
}
