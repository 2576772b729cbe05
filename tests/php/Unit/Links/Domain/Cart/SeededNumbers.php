<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Domain\Cart;

/**
 * The same chance numbers on every machine and every run.
 */
final class SeededNumbers {

	public function __construct( private int $state ) {}

	/**
	 * A whole number from one bound to the other.
	 */
	public function between( int $lowest, int $highest ): int {
		$this->state = ( $this->state * 1_103_515_245 + 12_345 ) & 0x7fff_ffff;

		// The low bits of such a generator repeat soon.
		return $lowest + ( ( $this->state >> 8 ) % ( $highest - $lowest + 1 ) );
	}
}
