<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Application\Create;

use MultiSafepay\PaymentLinks\Links\Application\Create\Deadline;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( Deadline::class )]
final class DeadlineTest extends TestCase {

	#[DataProvider( 'budgets' )]
	public function test_the_remaining_time_is_divided_between_create_and_cancel(
		float $elapsed,
		float $remaining,
		bool $allows_create,
		float $for_create,
		float $for_cancel,
	): void {
		$clock    = new FrozenClock();
		$deadline = new Deadline( $clock );
		$clock->advance( $elapsed );

		self::assertEqualsWithDelta( $remaining, $deadline->remaining(), 0.001 );
		self::assertSame( $allows_create, $deadline->allows_create() );
		self::assertEqualsWithDelta( $for_create, $deadline->for_create(), 0.001 );
		self::assertEqualsWithDelta( $for_cancel, $deadline->for_cancel(), 0.001 );
	}

	/**
	 * @return array<string, array{
	 *     float,
	 *     float,
	 *     bool,
	 *     float,
	 *     float,
	 * }> Elapsed seconds, remaining seconds, whether a create may start, timeout of the create and of the cancel.
	 */
	public static function budgets(): array {
		return [
			'at the start'                             => [ 0.0, 20.0, true, 9.0, 3.0 ],
			'after a slow first create'                => [ 9.0, 11.0, true, 8.0, 3.0 ],
			'after a slow create and a slow cancel'    => [ 12.0, 8.0, true, 5.0, 3.0 ],
			'the last moment for a create'             => [ 15.0, 5.0, true, 2.0, 3.0 ],
			'too late for a create and its cancel'     => [ 15.5, 4.5, false, 2.0, 3.0 ],
			'less than the usual time for a cancel'    => [ 18.0, 2.0, false, 2.0, 2.0 ],
			'a cancel always gets at least one second' => [ 19.5, 0.5, false, 2.0, 1.0 ],
			'after the deadline'                       => [ 60.0, 0.0, false, 2.0, 1.0 ],
		];
	}

	public function test_two_lost_create_requests_with_their_cancellations_fit_into_twenty_seconds(): void {
		$clock        = new FrozenClock();
		$deadline     = new Deadline( $clock );
		$create_count = 0;

		while ( $deadline->allows_create() ) {
			$clock->advance( $deadline->for_create() );
			$clock->advance( $deadline->for_cancel() );
			++$create_count;
		}

		self::assertGreaterThanOrEqual( 2, $create_count );
		self::assertLessThanOrEqual( 20.0, $clock->monotonic() );
	}

	public function test_the_deadline_starts_when_it_is_created(): void {
		$clock = new FrozenClock();
		$clock->advance( 500.0 );

		self::assertEqualsWithDelta( 20.0, ( new Deadline( $clock ) )->remaining(), 0.001 );
	}
}
