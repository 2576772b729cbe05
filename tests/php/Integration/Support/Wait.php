<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use Closure;
use RuntimeException;

/**
 * Waits for a condition instead of sleeping for a fixed time.
 */
final class Wait {

	private const SECONDS = 60;
	private const PAUSE   = 20_000; // Microseconds.

	/**
	 * Returns when the condition is true. Throws after 60 seconds.
	 *
	 * @param Closure(): bool $is_met
	 * @param string          $description The condition, for the error message.
	 */
	public static function until( Closure $is_met, string $description ): void {
		$end = hrtime( true ) + self::SECONDS * 1_000_000_000;
		while ( ! $is_met() ) {
			if ( hrtime( true ) > $end ) {
				throw new RuntimeException( "Timed out. Expected: $description." );
			}
			usleep( self::PAUSE );
		}
	}
}
