<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Application\Create;

use MultiSafepay\PaymentLinks\Links\Application\Cancel\ResolveUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkCreator;
use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderIdAlreadyUsed;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderStatus;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Tests\Double\FixedOrderEnds;
use MultiSafepay\PaymentLinks\Tests\Double\FixedOrders;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use MultiSafepay\PaymentLinks\Tests\Double\RecordedSchedule;
use MultiSafepay\PaymentLinks\Tests\Double\ScriptedApi;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;
use RuntimeException;
use Throwable;

#[CoversClass( LinkCreator::class )]
#[CoversClass( ResolveUnconfirmed::class )]
final class LinkCreatorTest extends TestCase {

	private FrozenClock $clock;

	private InMemoryLinks $links;

	private ScriptedApi $api;

	private RecordedSchedule $schedule;

	private FixedOrders $orders;

	private FixedOrderEnds $ends;

	private ResolveUnconfirmed $unconfirmed;

	private LinkCreator $creator;

	protected function setUp(): void {
		$this->clock       = new FrozenClock();
		$this->links       = new InMemoryLinks( $this->clock );
		$this->api         = new ScriptedApi();
		$this->schedule    = new RecordedSchedule();
		$this->orders      = new FixedOrders( [ 1001 => Make::order() ] );
		$this->ends        = new FixedOrderEnds();
		$this->unconfirmed = new ResolveUnconfirmed(
			$this->links,
			$this->api,
			new LinkSites( new FixedSites() ),
			$this->schedule,
			$this->clock,
			Make::provider_status_handler( $this->links, $this->clock )
		);
		$this->creator     = new LinkCreator(
			$this->links,
			$this->api,
			$this->unconfirmed,
			Make::recheck( $this->links, $this->api, $this->orders, $this->clock, $this->ends ),
			$this->clock
		);
	}

	public function test_the_order_id_is_reserved_before_the_request_and_the_link_activated_afterwards(): void {
		$this->api->creates = [
			function (): null {
				self::assertSame( LinkStatus::Creating, $this->links->all()[0]->status );

				return null;
			},
		];

		$created = $this->creator->create( Make::new_link() );

		self::assertTrue( $created->is_new );
		self::assertSame( LinkStatus::Active, $created->link->status );
		self::assertSame( 'PL-1001-1', $created->link->order_id->value );
		self::assertSame( 'https://pay.example/PL-1001-1', $created->link->payment_url );
		self::assertSame( '2026-11-25T10:00:00+00:00', $created->link->expires_at?->format( 'c' ) );
		self::assertSame( [ '1: - > creating (reserved)', '1: creating > active (created)' ], $this->links->events );
	}

	public function test_a_creation_whose_process_died_is_resolved(): void {
		$this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		$this->api->orders = [ 'PL-1001-1' => true ];
		$this->clock->advance( 60.0 );

		self::assertSame( LinkStatus::Failed, $this->unconfirmed->resolve( 1, Actor::system() )?->status );
		self::assertSame( [], $this->api->payable() );
	}

	public function test_finished_creations_are_not_resolved(): void {
		$this->creator->create( Make::new_link() );
		$this->api->creates = [ new ProviderRefused( 1002, '', 404 ) ];
		$this->assertThrows(
			ProviderRefused::class,
			fn () => $this->creator->create( Make::new_link( 'key-00000002' ) )
		);
		$this->api->calls = [];

		$this->unconfirmed->resolve( 1, Actor::system() );
		$this->unconfirmed->resolve( 2, Actor::system() );

		self::assertSame( [], $this->api->calls );
		self::assertSame( [ 'PL-1001-1' ], $this->api->payable() );
	}

	public function test_cancelling_is_retried_at_growing_intervals_until_the_link_expires(): void {
		$this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		foreach ( [ 60.0, 600.0, 50_000.0, 50_000.0 ] as $seconds ) {
			$this->clock->advance( $seconds );
			$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
			$this->unconfirmed->resolve( 1, Actor::system() );
		}

		self::assertSame( [ [ 1, 60 ], [ 1, 660 ], [ 1, 3600 ] ], $this->schedule->actions );
	}

	public function test_the_same_key_returns_the_same_link_without_another_request(): void {
		$first  = $this->creator->create( Make::new_link() );
		$second = $this->creator->create( Make::new_link() );

		self::assertFalse( $second->is_new );
		self::assertSame( $first->link->id, $second->link->id );
		self::assertSame( [ 'POST PL-1001-1' ], $this->api->calls );
	}

	public function test_different_keys_get_different_order_ids(): void {
		$this->creator->create( Make::new_link( 'key-00000001' ) );

		self::assertSame(
			'PL-1001-2',
			$this->creator->create( Make::new_link( 'key-00000002' ) )->link->order_id->value
		);
	}

	public function test_a_generated_order_id_already_used_at_the_provider_is_replaced_in_the_same_row(): void {
		$this->api->orders = [
			'PL-1001-1' => false,
			'PL-1001-2' => true,
		];

		$created = $this->creator->create( Make::new_link() );

		self::assertSame( 'PL-1001-3', $created->link->order_id->value );
		self::assertCount( 1, $this->links->all() );
	}

	public function test_an_entered_order_id_already_used_at_the_provider_is_an_error_and_releases_the_key(): void {
		$this->api->orders = [ 'MINE-1' => false ];

		$this->assertThrows(
			OrderIdAlreadyUsed::class,
			fn () => $this->creator->create( Make::new_link( typed: 'MINE-1' ) )
		);
		self::assertNull( $this->links->find_by_key( 'key-00000001' ) );
		self::assertSame( LinkReason::OrderIdAlreadyUsed, $this->links->all()[0]->reason );
	}

	public function test_an_entered_order_id_already_used_locally_is_an_error_without_a_request(): void {
		$this->creator->create( Make::new_link( 'key-00000001', 'MINE-1' ) );

		$this->assertThrows(
			OrderIdAlreadyUsed::class,
			fn () => $this->creator->create( Make::new_link( 'key-00000002', 'MINE-1' ) )
		);
		self::assertSame( [ 'POST MINE-1' ], $this->api->calls );
	}

	public function test_a_refusal_marks_the_row_as_failed_and_releases_the_key(): void {
		$this->api->creates = [ new ProviderRefused( 1002, 'Invalid currency', 404 ) ];

		$this->assertThrows( ProviderRefused::class, fn () => $this->creator->create( Make::new_link() ) );
		self::assertSame( LinkStatus::Failed, $this->links->all()[0]->status );
		self::assertSame( 1002, $this->links->all()[0]->error_code );

		self::assertSame( 'PL-1001-2', $this->creator->create( Make::new_link() )->link->order_id->value );
	}

	public function test_a_request_that_was_not_sent_fails_immediately_and_cancels_nothing(): void {
		$this->api->creates = [ new ProviderUnavailable( false, 'connection refused' ) ];

		$this->assertThrows( ProviderUnavailable::class, fn () => $this->creator->create( Make::new_link() ) );
		self::assertSame( [ 'POST PL-1001-1' ], $this->api->calls );
		self::assertSame( LinkReason::NotSent, $this->links->all()[0]->reason );
	}

	public function test_after_a_lost_response_the_order_id_is_cancelled_and_the_next_one_is_used(): void {
		$this->api->creates = [ $this->store_then_fail( new ProviderUnavailable( true, 'reset' ) ) ];

		$created = $this->creator->create( Make::new_link() );

		self::assertSame( [ 'POST PL-1001-1', 'PATCH PL-1001-1', 'POST PL-1001-2' ], $this->api->calls );
		self::assertSame( [ 'PL-1001-2' ], $this->api->payable() );
		self::assertSame( 'PL-1001-2', $created->link->order_id->value );
		self::assertSame( LinkReason::NoAnswerCancelled, $this->links->all()[1]->reason );
		self::assertSame( [ [ 1, 300 ] ], $this->schedule->actions );
	}

	public function test_an_unknown_order_counts_as_cancelled_and_is_checked_once_more_later(): void {
		$this->api->creates = [ new ProviderUnavailable( true, 'timeout' ) ];

		$created = $this->creator->create( Make::new_link() );

		self::assertSame( 'PL-1001-2', $created->link->order_id->value );
		self::assertSame( [ [ 1, 300 ] ], $this->schedule->actions );
	}

	public function test_without_a_response_to_create_and_cancel_the_row_is_unconfirmed_and_keeps_the_key(): void {
		$this->api->creates = [ $this->store_then_fail( new ProviderUnavailable( true, 'reset' ) ) ];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];

		$this->assertThrows( CreationUnconfirmed::class, fn () => $this->creator->create( Make::new_link() ) );
		self::assertSame( LinkStatus::Unconfirmed, $this->links->find_by_key( 'key-00000001' )?->status );
		self::assertSame( [ [ 1, 30 ] ], $this->schedule->actions );
	}

	public function test_the_same_key_resolves_an_unconfirmed_row_and_creates_one_payable_link(): void {
		$this->api->creates = [ $this->store_then_fail( new ProviderUnavailable( true, 'reset' ) ) ];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
		$this->assertThrows( CreationUnconfirmed::class, fn () => $this->creator->create( Make::new_link() ) );

		$created = $this->creator->create( Make::new_link() );

		self::assertSame( 'PL-1001-2', $created->link->order_id->value );
		self::assertSame( [ 'PL-1001-2' ], $this->api->payable() );
	}

	public function test_after_two_lost_responses_nothing_is_payable_and_the_key_is_released(): void {
		$this->api->creates = [
			$this->store_then_fail( new ProviderUnavailable( true, 'reset' ) ),
			$this->store_then_fail( new ProviderUnavailable( true, 'reset' ) ),
		];

		$this->assertThrows( ProviderUnavailable::class, fn () => $this->creator->create( Make::new_link() ) );
		self::assertSame( [], $this->api->payable() );
		self::assertNull( $this->links->find_by_key( 'key-00000001' ) );
		self::assertCount( 2, $this->links->all() );
	}

	public function test_a_second_create_is_not_sent_shortly_before_the_deadline(): void {
		$this->api->creates = [
			function ( PaymentLink $link ): Throwable {
				$this->clock->advance( 16.0 );

				$this->api->orders[ $link->order_id->value ] = true;

				return new ProviderUnavailable( true, 'timeout' );
			},
		];

		$this->assertThrows( ProviderUnavailable::class, fn () => $this->creator->create( Make::new_link() ) );
		self::assertSame( [ 'POST PL-1001-1', 'PATCH PL-1001-1' ], $this->api->calls );
	}

	public function test_a_request_with_a_key_in_use_waits_for_the_link_of_the_other_request(): void {
		$reserved                    = $this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		$this->clock->while_sleeping = function () use ( $reserved ): void {
			self::assertNotNull( $reserved );
			$this->clock->while_sleeping = null;
			$this->links->change(
				$reserved,
				new LinkChange(
					LinkStatus::Active,
					LinkReason::Created,
					Actor::staff( 3 ),
					payment_url: 'https://pay.example/PL-1001-1'
				)
			);
		};

		$created = $this->creator->create( Make::new_link() );

		self::assertFalse( $created->is_new );
		self::assertSame( 'https://pay.example/PL-1001-1', $created->link->payment_url );
		self::assertSame( [], $this->api->calls );
	}

	public function test_a_waiting_request_gets_the_refusal_of_the_other_request(): void {
		$reserved                    = $this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		$this->clock->while_sleeping = function () use ( $reserved ): void {
			self::assertNotNull( $reserved );
			$this->links->change(
				$reserved,
				new LinkChange(
					LinkStatus::Failed,
					LinkReason::Refused,
					Actor::staff( 3 ),
					1002
				)
			);
		};

		$refusal = $this->assertThrows( ProviderRefused::class, fn () => $this->creator->create( Make::new_link() ) );

		self::assertSame( 1002, $refusal instanceof ProviderRefused ? $refusal->error_code : 0 );
		self::assertSame( [], $this->api->calls );
	}

	public function test_a_waiting_request_times_out_after_twenty_seconds_without_a_second_link(): void {
		$this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		// FrozenClock adds at least one second per sleep. This clock keeps now() constant, so that the row does not
		// become abandoned.
		$clock = new FrozenClock();
		$slow  = new class( $clock ) implements Clock {

			private float $elapsed = 0.0;

			public function __construct( private readonly FrozenClock $clock ) {}

			public function now(): \DateTimeImmutable {
				return $this->clock->now();
			}

			public function monotonic(): float {
				return $this->elapsed;
			}

			public function sleep( int $milliseconds ): void {
				$this->elapsed += $milliseconds / 1000;
			}
		};

		$creator = new LinkCreator(
			$this->links,
			$this->api,
			$this->unconfirmed,
			Make::recheck( $this->links, $this->api, new FixedOrders(), $this->clock ),
			$slow
		);

		$this->assertThrows( CreationUnconfirmed::class, static fn () => $creator->create( Make::new_link() ) );
		self::assertSame( [], $this->api->calls );
	}

	public function test_a_creation_whose_process_died_is_cancelled_and_repeated_by_the_same_key(): void {
		$this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		$this->api->orders = [ 'PL-1001-1' => true ];
		$this->clock->advance( 31.0 );

		$created = $this->creator->create( Make::new_link() );

		self::assertSame( [ 'PL-1001-2' ], $this->api->payable() );
		self::assertSame( 'PL-1001-2', $created->link->order_id->value );
		self::assertSame( LinkStatus::Failed, $this->links->find( 1 )?->status );
	}

	public function test_after_a_storage_failure_the_order_id_stays_reserved_and_is_cancelled_later(): void {
		$this->api->creates = [
			static function ( PaymentLink $link, ScriptedApi $api ): Throwable {
				$api->orders[ $link->order_id->value ] = true;

				return new RuntimeException( 'the database is gone' );
			},
		];
		$this->assertThrows( RuntimeException::class, fn () => $this->creator->create( Make::new_link() ) );
		$this->clock->advance( 31.0 );

		$this->creator->create( Make::new_link() );

		self::assertSame( [ 'PL-1001-2' ], $this->api->payable() );
	}

	public function test_a_request_whose_row_was_resolved_by_another_request_returns_the_other_link(): void {
		$this->api->creates = [
			function ( PaymentLink $link ): null {
				// The lease ended while the provider was slow. Another request with the same key took over.
				$this->clock->advance( 31.0 );
				( new LinkCreator(
					$this->links,
					$this->api,
					$this->unconfirmed,
					Make::recheck( $this->links, $this->api, $this->orders, $this->clock ),
					$this->clock
				) )->create( Make::new_link() );
				unset( $this->api->orders[ $link->order_id->value ] );

				return null;
			},
		];

		$created = $this->creator->create( Make::new_link() );

		self::assertFalse( $created->is_new );
		self::assertSame( 'PL-1001-2', $created->link->order_id->value );
	}

	public function test_resolving_later_cancels_an_unconfirmed_link(): void {
		$this->api->creates = [ $this->store_then_fail( new ProviderUnavailable( true, 'reset' ) ) ];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
		$this->assertThrows( CreationUnconfirmed::class, fn () => $this->creator->create( Make::new_link() ) );

		$resolved = $this->unconfirmed->resolve( 1, Actor::system() );

		self::assertSame( LinkStatus::Failed, $resolved?->status );
		self::assertSame( [], $this->api->payable() );
	}

	public function test_resolving_a_link_paid_through_a_reminder_keeps_the_payment(): void {
		$this->api->creates = [ $this->store_then_fail( new ProviderUnavailable( true, 'reset' ) ) ];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
		$this->assertThrows( CreationUnconfirmed::class, fn () => $this->creator->create( Make::new_link() ) );
		$this->api->found = new ProviderOrder(
			ProviderStatus::Completed,
			new Money( 8000, new Currency( 'EUR' ) ),
			'42',
			'IDEAL'
		);

		self::assertSame( LinkStatus::Completed, $this->unconfirmed->resolve( 1, Actor::system() )?->status );
	}

	public function test_the_same_key_returns_a_link_paid_through_a_reminder_and_creates_no_second_link(): void {
		$this->api->creates = [ $this->store_then_fail( new ProviderUnavailable( true, 'reset' ) ) ];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
		$this->assertThrows( CreationUnconfirmed::class, fn () => $this->creator->create( Make::new_link() ) );
		$this->api->found = new ProviderOrder(
			ProviderStatus::Completed,
			new Money( 8000, new Currency( 'EUR' ) ),
			'42',
			'IDEAL'
		);

		$created = $this->creator->create( Make::new_link() );

		self::assertFalse( $created->is_new );
		self::assertSame( LinkStatus::Completed, $created->link->status );
		self::assertCount( 1, $this->links->all() );
	}

	/**
	 * Simulates a lost response: the provider stores the order, then the failure is thrown.
	 */
	private function store_then_fail( Throwable $failure ): \Closure {
		return static function ( PaymentLink $link, ScriptedApi $api ) use ( $failure ): Throwable {
			$api->orders[ $link->order_id->value ] = true;

			return $failure;
		};
	}

	/**
	 * @param class-string<Throwable> $type
	 */
	private function assertThrows( string $type, callable $act ): Throwable {
		try {
			$act();
		} catch ( Throwable $failure ) {
			self::assertInstanceOf( $type, $failure );

			return $failure;
		}

		self::fail( 'Nothing was thrown.' );
	}
}
