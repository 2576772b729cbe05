<?php
/**
 * The header Retry-After.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\MultiSafepay;

use MultiSafepay\PaymentLinks\MultiSafepay\RetryAfter;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( RetryAfter::class )]
final class RetryAfterTest extends TestCase {

	/**
	 * Of 26 November 2026, 12:00:00 UTC.
	 */
	private const NOW = 1795694400;

	#[DataProvider( 'headers' )]
	public function test_it_is_seconds_or_a_moment_and_at_most_an_hour( string $header, int $seconds ): void {
		self::assertSame( $seconds, RetryAfter::seconds( $header, self::NOW ) );
	}

	/**
	 * @return array<string, array{string, int}>
	 */
	public static function headers(): array {
		return [
			'seconds'             => [ '30', 30 ],
			'with blanks'         => [ ' 30 ', 30 ],
			'a moment'            => [ gmdate( 'D, d M Y H:i:s', self::NOW + 45 ) . ' GMT', 45 ],
			'a moment of the past' => [ gmdate( 'D, d M Y H:i:s', self::NOW - 45 ) . ' GMT', 0 ],
			'a day'               => [ '86400', 3600 ],
			'a number too long'   => [ str_repeat( '9', 40 ), 3600 ],
			'none'                => [ '', 0 ],
			'nothing'             => [ '0', 0 ],
			'less than nothing'   => [ '-5', 0 ],
			'words'               => [ 'in a while', 0 ],
		];
	}
}
