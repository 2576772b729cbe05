<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain;

use DateInterval;
use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\CheckSchedule;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class CheckScheduleTest extends TestCase {

	private const DAY = 86_400;

	/**
	 * @param int|null $expected Seconds from now; null for never.
	 */
	#[DataProvider( 'schedules' )]
	public function test_the_next_check_depends_on_status_and_age(
		LinkStatus $status,
		int $age,
		?int $left,
		?int $expected,
	): void {
		$now  = new DateTimeImmutable( '2026-11-24T10:00:00Z' );
		$next = CheckSchedule::next(
			$status,
			self::moved( $now, -$age ),
			null === $left ? null : self::moved( $now, $left ),
			$now
		);

		self::assertSame( $expected, null === $next ? null : $next->getTimestamp() - $now->getTimestamp() );
	}

	/**
	 * @return array<string, array{LinkStatus, int, int|null, int|null}>
	 */
	public static function schedules(): array {
		return [
			'a new creation'                       => [ LinkStatus::Creating, 0, null, 60 ],
			'an unconfirmed creation'              => [ LinkStatus::Unconfirmed, 3600, null, 3600 ],
			'a new link'                           => [ LinkStatus::Active, 0, 30 * self::DAY, 600 ],
			'a link four hours old'                => [ LinkStatus::Active, 4 * 3600, 30 * self::DAY, 2 * 3600 ],
			'a link ten days old'                  => [
				LinkStatus::Declined,
				10 * self::DAY,
				20 * self::DAY,
				self::DAY,
			],
			'a link about to expire'               => [ LinkStatus::Active, 10 * self::DAY, 300, 360 ],
			'a link past its expiry'               => [ LinkStatus::Active, self::DAY, -3600, self::DAY / 2 ],
			'an uncleared payment past the expiry' => [ LinkStatus::Uncleared, 0, -3600, 600 ],
			'a new payment'                        => [ LinkStatus::Completed, 0, 30 * self::DAY, 600 ],
			'a payment one hour old'               => [ LinkStatus::Completed, 3600, null, 3 * 3600 ],
			'a payment three weeks old'            => [ LinkStatus::Completed, 21 * self::DAY, null, 30 * self::DAY ],
			'a payment one month old'              => [ LinkStatus::Completed, 30 * self::DAY, null, null ],
			'an expired link'                      => [ LinkStatus::Expired, 0, 0, 600 ],
			'a cancelled link one month old'       => [ LinkStatus::Cancelled, 30 * self::DAY, null, null ],
			'a failed creation'                    => [ LinkStatus::Failed, 0, null, null ],
			'a clock set back'                     => [ LinkStatus::Active, -self::DAY, 30 * self::DAY, 600 ],
		];
	}

	public function test_the_number_of_checks_in_a_month_is_limited(): void {
		$start = new DateTimeImmutable( '2026-11-01T00:00:00Z' );
		$end   = self::moved( $start, 30 * self::DAY );

		self::assertLessThan( 50, self::count_checks( LinkStatus::Active, $start, $end ) );
		self::assertLessThan( 10, self::count_checks( LinkStatus::Completed, $start, $end ) );
	}

	private static function count_checks( LinkStatus $status, DateTimeImmutable $start, DateTimeImmutable $end ): int {
		$checks = 0;
		$next   = CheckSchedule::next( $status, $start, $end, $start );
		while ( null !== $next && $next <= $end ) {
			++$checks;
			$next = CheckSchedule::next( $status, $start, $end, $next );
		}

		return $checks;
	}

	private static function moved( DateTimeImmutable $moment, int $seconds ): DateTimeImmutable {
		return $seconds < 0
			? $moment->sub( new DateInterval( 'PT' . -$seconds . 'S' ) )
			: $moment->add( new DateInterval( 'PT' . $seconds . 'S' ) );
	}
}
