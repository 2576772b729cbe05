<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Application;

use MultiSafepay\PaymentLinks\Application\Deadline;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( Deadline::class )]
final class DeadlineTest extends TestCase {

	#[DataProvider( 'budgets' )]
	public function test_it_shares_out_what_is_left_of_twenty_seconds( float $elapsed, float $left, bool $allows_create, float $for_create, float $for_retire ): void {
		$clock    = new FrozenClock();
		$deadline = new Deadline( $clock );
		$clock->advance( $elapsed );

		self::assertEqualsWithDelta( $left, $deadline->left(), 0.001 );
		self::assertSame( $allows_create, $deadline->allows_create() );
		self::assertEqualsWithDelta( $for_create, $deadline->for_create(), 0.001 );
		self::assertEqualsWithDelta( $for_retire, $deadline->for_retire(), 0.001 );
	}

	/**
	 * @return array<string, array{float, float, bool, float, float}> Elapsed; left, whether a create may begin, seconds for it, seconds for a cancel.
	 */
	public static function budgets(): array {
		return [
			'at the beginning'                        => [ 0.0, 20.0, true, 9.0, 3.0 ],
			'after a slow first try'                  => [ 9.0, 11.0, true, 8.0, 3.0 ],
			'after a slow try and a slow cancel'      => [ 12.0, 8.0, true, 5.0, 3.0 ],
			'the last moment for a create'            => [ 15.0, 5.0, true, 2.0, 3.0 ],
			'too late for a create and its cancel'    => [ 15.5, 4.5, false, 2.0, 3.0 ],
			'hardly time for a cancel'                => [ 18.0, 2.0, false, 2.0, 2.0 ],
			'a cancel is always tried for a second'   => [ 19.5, 0.5, false, 2.0, 1.0 ],
			'over'                                    => [ 60.0, 0.0, false, 2.0, 1.0 ],
		];
	}

	public function test_two_lost_creates_with_their_cancels_never_outlast_the_budget(): void {
		$clock    = new FrozenClock();
		$deadline = new Deadline( $clock );
		$creates  = 0;

		while ( $deadline->allows_create() ) {
			$clock->advance( $deadline->for_create() );
			$clock->advance( $deadline->for_retire() );
			++$creates;
		}

		self::assertGreaterThanOrEqual( 2, $creates );
		self::assertLessThanOrEqual( 20.0, $clock->monotonic() );
	}

	public function test_it_counts_from_its_own_beginning(): void {
		$clock = new FrozenClock();
		$clock->advance( 500.0 );

		self::assertEqualsWithDelta( 20.0, ( new Deadline( $clock ) )->left(), 0.001 );
	}
}
