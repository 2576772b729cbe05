<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain;

use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( LinkStatus::class )]
final class LinkStatusTest extends TestCase {

	/**
	 * All allowed transitions. All other pairs are forbidden.
	 */
	private const ALLOWED = [
		'creating'         => [ 'active', 'failed', 'unconfirmed' ],
		'unconfirmed'      => [ 'failed', 'uncleared', 'completed', 'refunded', 'partial_refunded', 'chargeback' ],
		'failed'           => [ 'uncleared', 'completed', 'refunded', 'partial_refunded', 'chargeback' ],
		'active'           => [
			'declined', 'cancelled', 'expired', 'duplicate', 'uncleared', 'completed', 'refunded', 'partial_refunded',
			'chargeback',
		],
		'declined'         => [
			'active', 'cancelled', 'expired', 'duplicate', 'uncleared', 'completed', 'refunded', 'partial_refunded',
			'chargeback',
		],
		'uncleared'        => [
			'active', 'declined', 'cancelled', 'expired', 'duplicate', 'completed', 'refunded', 'partial_refunded',
			'chargeback',
		],
		'cancelled'        => [ 'uncleared', 'completed', 'refunded', 'partial_refunded', 'chargeback' ],
		'expired'          => [ 'cancelled', 'uncleared', 'completed', 'refunded', 'partial_refunded', 'chargeback' ],
		'duplicate'        => [ 'cancelled', 'uncleared', 'completed', 'refunded', 'partial_refunded', 'chargeback' ],
		'completed'        => [ 'refunded', 'partial_refunded', 'chargeback' ],
		'partial_refunded' => [ 'refunded', 'chargeback' ],
		'refunded'         => [ 'chargeback' ],
		'chargeback'       => [ 'completed' ],
	];

	#[DataProvider( 'pairs' )]
	public function test_only_the_listed_transitions_are_allowed(
		LinkStatus $from,
		LinkStatus $to,
		bool $allowed,
	): void {
		self::assertSame( $allowed, $from->can_become( $to ) );
	}

	/**
	 * @return iterable<string, array{LinkStatus, LinkStatus, bool}>
	 */
	public static function pairs(): iterable {
		foreach ( LinkStatus::cases() as $from ) {
			foreach ( LinkStatus::cases() as $to ) {
				$allowed = in_array( $to->value, self::ALLOWED[ $from->value ], true );

				yield sprintf(
					'%s %s %s',
					$from->value,
					$allowed ? 'can become' : 'cannot become',
					$to->value
				) => [ $from, $to, $allowed ];
			}
		}
	}

	#[DataProvider( 'statuses' )]
	public function test_a_paid_link_never_becomes_unpaid( LinkStatus $status ): void {
		$paid_before = array_filter(
			LinkStatus::cases(),
			static fn ( LinkStatus $from ): bool => $from->was_paid() && $from->can_become( $status )
		);

		self::assertTrue( [] === $paid_before || $status->was_paid() );
	}

	#[DataProvider( 'statuses' )]
	public function test_every_status_after_creation_accepts_a_payment(
		LinkStatus $status,
	): void {
		if ( LinkStatus::Creating === $status ) {
			// The creation is in progress. No payment URL exists yet, and its own request changes the status.
			self::assertFalse( $status->can_become( LinkStatus::Completed ) );

			return;
		}

		self::assertTrue( $status->was_paid() || $status->can_become( LinkStatus::Completed ) );
	}

	#[DataProvider( 'statuses' )]
	public function test_no_status_returns_to_creating( LinkStatus $status ): void {
		self::assertFalse( $status->can_become( LinkStatus::Creating ) );
	}

	/**
	 * @return iterable<string, array{LinkStatus}>
	 */
	public static function statuses(): iterable {
		foreach ( LinkStatus::cases() as $status ) {
			yield $status->value => [ $status ];
		}
	}

	/**
	 * @param callable(LinkStatus): bool $filter
	 * @param list<string> $expected
	 */
	#[DataProvider( 'sets' )]
	public function test_a_set_contains_only( callable $filter, array $expected ): void {
		self::assertSame(
			$expected,
			array_column( array_filter( LinkStatus::cases(), $filter ), 'value' )
		);
	}

	/**
	 * @return array<string, array{callable(LinkStatus): bool, list<string>}>
	 */
	public static function sets(): array {
		return [
			'open'             => [
				static fn ( LinkStatus $status ): bool => $status->is_open(),
				[ 'active', 'declined' ],
			],
			'pending creation' => [
				static fn ( LinkStatus $status ): bool => $status->is_pending_creation(),
				[ 'creating', 'unconfirmed' ],
			],
			'may be open'      => [
				static fn ( LinkStatus $status ): bool => $status->may_be_open(),
				[ 'creating', 'unconfirmed', 'active', 'declined' ],
			],
			'awaiting payment' => [
				static fn ( LinkStatus $status ): bool => $status->is_awaiting_payment(),
				[ 'active', 'uncleared', 'declined' ],
			],
			'unfinished'       => [
				static fn ( LinkStatus $status ): bool => in_array( $status, LinkStatus::UNFINISHED, true ),
				[ 'creating', 'unconfirmed', 'active', 'uncleared', 'declined' ],
			],
			'cancellable'      => [
				static fn ( LinkStatus $status ): bool => $status->is_cancellable(),
				[ 'active', 'declined', 'expired' ],
			],
			'paid'             => [
				static fn ( LinkStatus $status ): bool => $status->was_paid(),
				[ 'completed', 'refunded', 'partial_refunded', 'chargeback' ],
			],
			'with a payment'   => [
				static fn ( LinkStatus $status ): bool => $status->has_payment(),
				[ 'uncleared', 'completed', 'refunded', 'partial_refunded', 'chargeback' ],
			],
			'received'         => [
				static fn ( LinkStatus $status ): bool => $status->is_received(),
				[ 'completed', 'partial_refunded' ],
			],
			'refunded'         => [
				static fn ( LinkStatus $status ): bool => $status->was_refunded(),
				[ 'refunded', 'partial_refunded' ],
			],
			'final'            => [
				static fn ( LinkStatus $status ): bool => $status->is_final(),
				[ 'failed', 'duplicate' ],
			],
		];
	}
}
