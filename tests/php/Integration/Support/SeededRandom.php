<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

/**
 * Generates random numbers. Prints its seed unless the caller gives one. Set the environment variable `MSPL_SEED` to
 * repeat a run.
 */
final class SeededRandom {

	public readonly int $seed;

	private int $state;

	/**
	 * @param int|null $seed Null for the one of the environment, or a new one.
	 */
	public function __construct( string $name, ?int $seed = null ) {
		if ( $seed !== null ) {
			$this->seed = $seed;
			// The first numbers of consecutive seeds would be similar.
			$this->state = crc32( "$name $seed" );
			return;
		}
		$env         = getenv( 'MSPL_SEED' );
		$this->seed  = is_string( $env ) && ctype_digit( $env ) ? (int) $env : random_int( 1, 0x7fffffff );
		$this->state = $this->seed;
		fprintf( STDERR, "%s: MSPL_SEED=%d\n", $name, $this->seed );
	}

	/**
	 * Returns an integer between the bounds, both included.
	 *
	 * @phpstan-impure
	 */
	public function between( int $minimum, int $maximum ): int {
		// Park-Miller generator: the state fits into 31 bits, the product into 62.
		$this->state = max( 1, $this->state % 0x7fffffff ) * 48_271 % 0x7fffffff;
		return $minimum + intdiv( $this->state, 7 ) % ( $maximum - $minimum + 1 );
	}

	/**
	 * Returns true with a probability of one in $times.
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
