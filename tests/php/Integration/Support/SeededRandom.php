<?php
/**
 * Chance that can be repeated.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

/**
 * Says its seed on the console; `MSPL_SEED` repeats a run.
 */
final class Dice {

	public readonly int $seed;

	private int $state;

	public function __construct( string $name ) {
		$given       = getenv( 'MSPL_SEED' );
		$this->seed  = is_string( $given ) && ctype_digit( $given ) ? (int) $given : random_int( 1, 0x7fffffff );
		$this->state = $this->seed;
		fprintf( STDERR, "%s: MSPL_SEED=%d\n", $name, $this->seed );
	}

	/**
	 * A whole number within bounds; the bounds included.
	 *
	 * @phpstan-impure
	 */
	public function between( int $least, int $most ): int {
		// Park and Miller's generator: the whole state fits 31 bits, the product 62.
		$this->state = max( 1, $this->state % 0x7fffffff ) * 48_271 % 0x7fffffff;
		return $least + intdiv( $this->state, 7 ) % ( $most - $least + 1 );
	}

	/**
	 * True once in so many times.
	 *
	 * @phpstan-impure
	 */
	public function once_in( int $times ): bool {
		return $this->between( 1, $times ) === 1;
	}

	public function bytes( int $length ): string {
		$bytes = '';
		for ( $i = 0; $i < $length; $i++ ) {
			$bytes .= chr( $this->between( 0, 255 ) );
		}
		return $bytes;
	}
}
