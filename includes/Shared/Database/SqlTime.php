<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Database;

use DateTimeImmutable;
use DateTimeZone;

/**
 * Times as the tables store them: UTC, whole seconds.
 */
final class SqlTime {

	private const FORMAT = 'Y-m-d H:i:s';

	public static function format( DateTimeImmutable $time ): string {
		return $time->setTimezone( new DateTimeZone( 'UTC' ) )->format( self::FORMAT );
	}

	public static function format_or_null( ?DateTimeImmutable $time ): ?string {
		return null === $time ? null : self::format( $time );
	}

	public static function parse( string $text ): ?DateTimeImmutable {
		$time = DateTimeImmutable::createFromFormat( self::FORMAT, $text, new DateTimeZone( 'UTC' ) );

		return false === $time ? null : $time;
	}
}
