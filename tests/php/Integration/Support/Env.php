<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use RuntimeException;

final class Env {

	/**
	 * Returns an environment variable. Throws when it is missing, so that no test is skipped silently.
	 */
	public static function get( string $name ): string {
		$value = getenv( $name );
		if ( $value === false || $value === '' ) {
			throw new RuntimeException( "$name is not set: run these tests with bin/test integration." );
		}
		return $value;
	}
}
