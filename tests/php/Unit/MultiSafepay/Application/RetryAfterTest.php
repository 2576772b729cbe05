<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\MultiSafepay\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Application\RetryAfter;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( RetryAfter::class )]
final class RetryAfterTest extends TestCase {

	/**
	 * 26 November 2026, 12:00:00 UTC.
	 */
	private const NOW = 1795694400;

	#[DataProvider( 'headers' )]
	public function test_the_header_is_seconds_or_a_date_and_at_most_one_hour( string $header, int $seconds ): void {
		self::assertSame( $seconds, RetryAfter::seconds( $header, self::NOW ) );
	}

	/**
	 * @return array<string, array{string, int}>
	 */
	public static function headers(): array {
		return [
			'seconds'            => [ '30', 30 ],
			'with spaces'        => [ ' 30 ', 30 ],
			'a date'             => [ gmdate( 'D, d M Y H:i:s', self::NOW + 45 ) . ' GMT', 45 ],
			'a date in the past' => [ gmdate( 'D, d M Y H:i:s', self::NOW - 45 ) . ' GMT', 0 ],
			'a day'              => [ '86400', 3600 ],
			'a number too long'  => [ str_repeat( '9', 40 ), 3600 ],
			'empty'              => [ '', 0 ],
			'zero'               => [ '0', 0 ],
			'negative'           => [ '-5', 0 ],
			'text'               => [ 'in a while', 0 ],
		];
	}
}
