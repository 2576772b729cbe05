<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Domain;

use DateInterval;
use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Domain\CheckPlan;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class CheckPlanTest extends TestCase {

	private const DAY = 86_400;

	/**
	 * @param int|null $expected Seconds from now; null for never.
	 */
	#[DataProvider( 'plans' )]
	public function test_the_next_look_depends_on_state_and_age( LinkStatus $status, int $age, ?int $left, ?int $expected ): void {
		$now  = new DateTimeImmutable( '2026-11-24T10:00:00Z' );
		$next = CheckPlan::next( $status, self::moved( $now, -$age ), null === $left ? null : self::moved( $now, $left ), $now );

		self::assertSame( $expected, null === $next ? null : $next->getTimestamp() - $now->getTimestamp() );
	}

	/**
	 * @return array<string, array{LinkStatus, int, int|null, int|null}>
	 */
	public static function plans(): array {
		return [
			'a creation that just began'           => [ LinkStatus::Creating, 0, null, 120 ],
			'a creation that is not confirmed'     => [ LinkStatus::Unconfirmed, 3600, null, 3600 ],
			'a fresh link'                         => [ LinkStatus::Active, 0, 30 * self::DAY, 600 ],
			'a link of four hours'                 => [ LinkStatus::Active, 4 * 3600, 30 * self::DAY, 2 * 3600 ],
			'a link of ten days'                   => [ LinkStatus::Declined, 10 * self::DAY, 20 * self::DAY, self::DAY ],
			'a link about to end'                  => [ LinkStatus::Active, 10 * self::DAY, 300, 360 ],
			'a link past its end'                  => [ LinkStatus::Active, self::DAY, -3600, self::DAY / 2 ],
			'a payment under review past the end'  => [ LinkStatus::Uncleared, 0, -3600, 600 ],
			'a payment just now'                   => [ LinkStatus::Completed, 0, 30 * self::DAY, 600 ],
			'a payment of an hour'                 => [ LinkStatus::Completed, 3600, null, 3 * 3600 ],
			'a payment of three weeks'             => [ LinkStatus::Completed, 21 * self::DAY, null, 30 * self::DAY ],
			'a payment of a month'                 => [ LinkStatus::Completed, 30 * self::DAY, null, null ],
			'an end'                               => [ LinkStatus::Expired, 0, 0, 600 ],
			'a retired link of a month'            => [ LinkStatus::Cancelled, 30 * self::DAY, null, null ],
			'a creation that failed'               => [ LinkStatus::Failed, 0, null, null ],
			'a clock that went back'               => [ LinkStatus::Active, -self::DAY, 30 * self::DAY, 600 ],
		];
	}

	public function test_a_month_of_looks_is_a_number_that_the_provider_does_not_mind(): void {
		$start = new DateTimeImmutable( '2026-11-01T00:00:00Z' );
		$end   = self::moved( $start, 30 * self::DAY );

		self::assertLessThan( 50, self::looks( LinkStatus::Active, $start, $end ) );
		self::assertLessThan( 10, self::looks( LinkStatus::Completed, $start, $end ) );
	}

	private static function looks( LinkStatus $status, DateTimeImmutable $start, DateTimeImmutable $end ): int {
		$looks = 0;
		$next  = CheckPlan::next( $status, $start, $end, $start );
		while ( null !== $next && $next <= $end ) {
			++$looks;
			$next = CheckPlan::next( $status, $start, $end, $next );
		}

		return $looks;
	}

	private static function moved( DateTimeImmutable $moment, int $seconds ): DateTimeImmutable {
		return $seconds < 0 ? $moment->sub( new DateInterval( 'PT' . -$seconds . 'S' ) ) : $moment->add( new DateInterval( 'PT' . $seconds . 'S' ) );
	}
}
