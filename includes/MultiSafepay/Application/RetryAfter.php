<?php
/**
 * When to ask again.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay;

use DateTimeImmutable;
use DateTimeZone;

/**
 * Reads the header Retry-After: a number of seconds, or a moment.
 */
final class RetryAfter {

	/**
	 * A header that asks for more is a mistake, or an outage that a look each hour costs nothing.
	 */
	private const MAX_SECONDS = 3600;

	/**
	 * Returns seconds from now; 0 for anything else than a time to come.
	 *
	 * @param string $header As received.
	 * @param int    $now    Unix time.
	 */
	public static function seconds( string $header, int $now ): int {
		$header = trim( $header );
		if ( ctype_digit( $header ) ) {
			return min( self::MAX_SECONDS, (int) substr( $header, 0, 9 ) );
		}

		$moment = DateTimeImmutable::createFromFormat( DATE_RFC7231, $header, new DateTimeZone( 'UTC' ) );

		return false === $moment ? 0 : max( 0, min( self::MAX_SECONDS, $moment->getTimestamp() - $now ) );
	}
}
