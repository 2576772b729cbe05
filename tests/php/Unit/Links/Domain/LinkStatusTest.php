<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Domain;

use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( LinkStatus::class )]
final class LinkStatusTest extends TestCase {

	/**
	 * Every pair that is allowed; all others are forbidden.
	 */
	private const ALLOWED = [
		'creating'         => [ 'active', 'failed', 'unconfirmed' ],
		'unconfirmed'      => [ 'failed', 'uncleared', 'completed', 'refunded', 'partial_refunded', 'chargeback' ],
		'failed'           => [ 'uncleared', 'completed', 'refunded', 'partial_refunded', 'chargeback' ],
		'active'           => [ 'declined', 'cancelled', 'expired', 'duplicate', 'uncleared', 'completed', 'refunded', 'partial_refunded', 'chargeback' ],
		'declined'         => [ 'active', 'cancelled', 'expired', 'duplicate', 'uncleared', 'completed', 'refunded', 'partial_refunded', 'chargeback' ],
		'uncleared'        => [ 'active', 'declined', 'cancelled', 'expired', 'duplicate', 'completed', 'refunded', 'partial_refunded', 'chargeback' ],
		'cancelled'        => [ 'uncleared', 'completed', 'refunded', 'partial_refunded', 'chargeback' ],
		'expired'          => [ 'cancelled', 'uncleared', 'completed', 'refunded', 'partial_refunded', 'chargeback' ],
		'duplicate'        => [ 'cancelled', 'uncleared', 'completed', 'refunded', 'partial_refunded', 'chargeback' ],
		'completed'        => [ 'refunded', 'partial_refunded', 'chargeback' ],
		'partial_refunded' => [ 'refunded', 'chargeback' ],
		'refunded'         => [ 'chargeback' ],
		'chargeback'       => [ 'completed' ],
	];

	#[DataProvider( 'pairs' )]
	public function test_each_pair_of_states_is_allowed_or_forbidden( LinkStatus $from, LinkStatus $to, bool $allowed ): void {
		self::assertSame( $allowed, $from->can_become( $to ) );
	}

	/**
	 * @return iterable<string, array{LinkStatus, LinkStatus, bool}>
	 */
	public static function pairs(): iterable {
		foreach ( LinkStatus::cases() as $from ) {
			foreach ( LinkStatus::cases() as $to ) {
				$allowed = in_array( $to->value, self::ALLOWED[ $from->value ], true );

				yield sprintf( '%s %s %s', $from->value, $allowed ? 'may become' : 'never becomes', $to->value ) => [ $from, $to, $allowed ];
			}
		}
	}

	#[DataProvider( 'states' )]
	public function test_a_paid_link_never_becomes_unpaid( LinkStatus $state ): void {
		$paid_before = array_filter( LinkStatus::cases(), static fn ( LinkStatus $from ): bool => $from->was_paid() && $from->can_become( $state ) );

		self::assertTrue( [] === $paid_before || $state->was_paid() );
	}

	#[DataProvider( 'states' )]
	public function test_money_that_arrives_is_never_refused_once_the_provider_knows_the_order( LinkStatus $state ): void {
		if ( LinkStatus::Creating === $state ) {
			// In flight: nobody can have a payment URL, and its own request moves the row on.
			self::assertFalse( $state->can_become( LinkStatus::Completed ) );

			return;
		}

		self::assertTrue( $state->was_paid() || $state->can_become( LinkStatus::Completed ) );
	}

	#[DataProvider( 'states' )]
	public function test_nothing_goes_back_to_the_reservation( LinkStatus $state ): void {
		self::assertFalse( $state->can_become( LinkStatus::Creating ) );
	}

	/**
	 * @return iterable<string, array{LinkStatus}>
	 */
	public static function states(): iterable {
		foreach ( LinkStatus::cases() as $state ) {
			yield $state->value => [ $state ];
		}
	}

	public function test_only_an_active_or_declined_link_can_be_paid_now(): void {
		self::assertSame( [ 'active', 'declined' ], self::names( static fn ( LinkStatus $state ): bool => $state->is_open() ) );
	}

	public function test_money_came_in_through_completed_and_what_follows_it_but_not_through_uncleared(): void {
		self::assertSame( [ 'completed', 'refunded', 'partial_refunded', 'chargeback' ], self::names( static fn ( LinkStatus $state ): bool => $state->was_paid() ) );
	}

	public function test_a_creation_is_pending_while_it_is_in_flight_or_unconfirmed(): void {
		self::assertSame( [ 'creating', 'unconfirmed' ], self::names( static fn ( LinkStatus $state ): bool => $state->is_pending_creation() ) );
	}

	/**
	 * @param callable(LinkStatus): bool $is
	 * @return list<string>
	 */
	private static function names( callable $is ): array {
		return array_map( static fn ( LinkStatus $state ): string => $state->value, array_values( array_filter( LinkStatus::cases(), $is ) ) );
	}
}
