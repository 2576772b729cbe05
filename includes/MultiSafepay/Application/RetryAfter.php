<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Application;

use DateTimeImmutable;
use DateTimeZone;

/**
 * Parses the header `Retry-After`: a number of seconds or a date.
 */
final class RetryAfter {

	/**
	 * Longer values are capped: an hourly retry does no harm, even in a long outage.
	 */
	private const MAX_SECONDS = 3600;

	/**
	 * Returns the seconds to wait; 0 if the header is invalid or its date has passed.
	 *
	 * @param int $now Unix time.
	 */
	public static function seconds( string $header, int $now ): int {
		$header = trim( $header );
		if ( ctype_digit( $header ) ) {
			return min( self::MAX_SECONDS, (int) substr( $header, 0, 9 ) );
		}

		$date = DateTimeImmutable::createFromFormat( DATE_RFC7231, $header, new DateTimeZone( 'UTC' ) );

		return false === $date ? 0 : max( 0, min( self::MAX_SECONDS, $date->getTimestamp() - $now ) );
	}
}
