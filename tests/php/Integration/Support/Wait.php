<?php
/**
 * Waiting for something to happen.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use Closure;
use RuntimeException;

/**
 * In place of a sleep that is long enough on most machines.
 */
final class Wait {

	private const SECONDS = 60;
	private const PAUSE   = 20_000;

	/**
	 * Comes back when it is so; throws when it does not come to be.
	 *
	 * @param Closure(): bool $is_so Asked again and again.
	 * @param string          $what  Words for the error.
	 */
	public static function until( Closure $is_so, string $what ): void {
		$end = hrtime( true ) + self::SECONDS * 1_000_000_000;
		while ( ! $is_so() ) {
			if ( hrtime( true ) > $end ) {
				throw new RuntimeException( "Waited in vain: $what." );
			}
			usleep( self::PAUSE );
		}
	}
}
