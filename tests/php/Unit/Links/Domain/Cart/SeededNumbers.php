<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain\Cart;

/**
 * Generates the same random numbers on every machine and in every run.
 */
final class SeededNumbers {

	public function __construct( private int $state ) {}

	/**
	 * Returns an integer between the bounds, both included.
	 */
	public function between( int $lowest, int $highest ): int {
		$this->state = ( $this->state * 1_103_515_245 + 12_345 ) & 0x7fff_ffff;

		// The low bits of a linear congruential generator have a short period.
		return $lowest + ( ( $this->state >> 8 ) % ( $highest - $lowest + 1 ) );
	}
}
