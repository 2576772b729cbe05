<?php
/**
 * What the orchestrator tells the tests.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use RuntimeException;

final class Env {

	/**
	 * The variable's value; a missing one is an error, never a skipped test.
	 */
	public static function get( string $name ): string {
		$value = getenv( $name );
		if ( $value === false || $value === '' ) {
			throw new RuntimeException( "$name is not set: run these tests with bin/test integration." );
		}
		return $value;
	}
}
