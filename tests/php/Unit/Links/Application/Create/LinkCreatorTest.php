<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Application;

use MultiSafepay\PaymentLinks\Application\ApplyProviderStatus;
use MultiSafepay\PaymentLinks\Application\MakeLink;
use MultiSafepay\PaymentLinks\Application\RetireLostLink;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderIdTaken;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;
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

#[CoversClass( MakeLink::class )]
#[CoversClass( RetireLostLink::class )]
final class MakeLinkTest extends TestCase {

	private FrozenClock $clock;

	private InMemoryLinks $links;

	private ScriptedApi $api;

	private RecordedSchedule $schedule;

	private RetireLostLink $retire;

	private MakeLink $make;

	protected function setUp(): void {
		$this->clock    = new FrozenClock();
		$this->links    = new InMemoryLinks( $this->clock );
		$this->api      = new ScriptedApi();
		$this->schedule = new RecordedSchedule();
		$this->retire   = new RetireLostLink( $this->links, $this->api, new FixedSites(), $this->schedule, $this->clock, new ApplyProviderStatus( $this->links, $this->clock ) );
		$this->make     = new MakeLink( $this->links, $this->api, $this->retire, $this->schedule, $this->clock );
	}

	public function test_reserves_the_order_id_before_it_asks_the_provider_and_activates_afterwards(): void {
		$this->api->creates = [
			function (): null {
				self::assertSame( LinkStatus::Creating, $this->links->all()[0]->status );

				return null;
			},
		];

		$created = $this->make->make( Make::new_link() );

		self::assertTrue( $created->is_new );
		self::assertSame( LinkStatus::Active, $created->link->status );
		self::assertSame( 'PL-1001-1', $created->link->order_id->value );
		self::assertSame( 'https://pay.example/PL-1001-1', $created->link->payment_url );
		self::assertSame( '2026-11-25T10:00:00+00:00', $created->link->expires_at?->format( 'c' ) );
		self::assertSame( [ '1: - > creating (reserved)', '1: creating > active (created)' ], $this->links->events );
	}

	public function test_every_creation_is_watched_before_the_provider_is_asked(): void {
		$this->api->creates = [
			function (): null {
				self::assertSame( [ 1 ], $this->schedule->watched );

				return null;
			},
		];

		$this->make->make( Make::new_link() );
	}

	public function test_the_watch_settles_a_creation_whose_process_died(): void {
		$this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		$this->api->orders = [ 'PL-1001-1' => true ];
		$this->clock->advance( 60.0 );

		self::assertSame( LinkStatus::Failed, $this->retire->settle( 1, Actor::system() )?->status );
		self::assertSame( [], $this->api->payable() );
	}

	public function test_the_watch_leaves_finished_creations_alone(): void {
		$this->make->make( Make::new_link() );
		$this->api->creates = [ new ProviderRefused( 1002, '', 404 ) ];
		$this->assertThrows( ProviderRefused::class, fn () => $this->make->make( Make::new_link( 'key-00000002' ) ) );
		$this->api->calls = [];

		$this->retire->settle( 1, Actor::system() );
		$this->retire->settle( 2, Actor::system() );

		self::assertSame( [], $this->api->calls );
		self::assertSame( [ 'PL-1001-1' ], $this->api->payable() );
	}

	public function test_retiring_is_tried_ever_more_slowly_and_not_beyond_the_links_own_life(): void {
		$this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		foreach ( [ 60.0, 600.0, 50_000.0, 50_000.0 ] as $seconds ) {
			$this->clock->advance( $seconds );
			$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
			$this->retire->settle( 1, Actor::system() );
		}

		self::assertSame( [ [ 1, 60 ], [ 1, 660 ], [ 1, 3600 ] ], $this->schedule->actions );
	}

	public function test_the_same_key_gives_the_same_link_without_another_call(): void {
		$first  = $this->make->make( Make::new_link() );
		$second = $this->make->make( Make::new_link() );

		self::assertFalse( $second->is_new );
		self::assertSame( $first->link->id, $second->link->id );
		self::assertSame( [ 'POST PL-1001-1' ], $this->api->calls );
	}

	public function test_other_keys_give_other_order_ids(): void {
		$this->make->make( Make::new_link( 'key-00000001' ) );

		self::assertSame( 'PL-1001-2', $this->make->make( Make::new_link( 'key-00000002' ) )->link->order_id->value );
	}

	public function test_a_generated_order_id_that_the_provider_has_seen_moves_on_in_the_same_row(): void {
		$this->api->orders = [
			'PL-1001-1' => false,
			'PL-1001-2' => true,
		];

		$created = $this->make->make( Make::new_link() );

		self::assertSame( 'PL-1001-3', $created->link->order_id->value );
		self::assertCount( 1, $this->links->all() );
	}

	public function test_a_typed_order_id_that_the_provider_has_seen_is_an_error_and_frees_the_key(): void {
		$this->api->orders = [ 'MINE-1' => false ];

		$this->assertThrows( OrderIdTaken::class, fn () => $this->make->make( Make::new_link( typed: 'MINE-1' ) ) );
		self::assertNull( $this->links->find_by_key( 'key-00000001' ) );
		self::assertSame( LinkReason::OrderIdTaken, $this->links->all()[0]->reason );
	}

	public function test_a_typed_order_id_that_we_have_used_is_an_error_without_a_call(): void {
		$this->make->make( Make::new_link( 'key-00000001', 'MINE-1' ) );

		$this->assertThrows( OrderIdTaken::class, fn () => $this->make->make( Make::new_link( 'key-00000002', 'MINE-1' ) ) );
		self::assertSame( [ 'POST MINE-1' ], $this->api->calls );
	}

	public function test_a_refusal_fails_the_row_and_frees_the_key_for_the_next_try(): void {
		$this->api->creates = [ new ProviderRefused( 1002, 'Invalid currency', 404 ) ];

		$this->assertThrows( ProviderRefused::class, fn () => $this->make->make( Make::new_link() ) );
		self::assertSame( LinkStatus::Failed, $this->links->all()[0]->status );
		self::assertSame( 1002, $this->links->all()[0]->error_code );

		self::assertSame( 'PL-1001-2', $this->make->make( Make::new_link() )->link->order_id->value );
	}

	public function test_a_request_that_never_left_fails_at_once_and_retires_nothing(): void {
		$this->api->creates = [ new ProviderUnavailable( false, 'connection refused' ) ];

		$this->assertThrows( ProviderUnavailable::class, fn () => $this->make->make( Make::new_link() ) );
		self::assertSame( [ 'POST PL-1001-1' ], $this->api->calls );
		self::assertSame( LinkReason::NotSent, $this->links->all()[0]->reason );
	}

	public function test_after_a_lost_answer_the_order_id_is_retired_and_the_link_made_under_the_next_one(): void {
		$this->api->creates = [ $this->stored_then( new ProviderUnavailable( true, 'reset' ) ) ];

		$created = $this->make->make( Make::new_link() );

		self::assertSame( [ 'POST PL-1001-1', 'PATCH PL-1001-1', 'POST PL-1001-2' ], $this->api->calls );
		self::assertSame( [ 'PL-1001-2' ], $this->api->payable() );
		self::assertSame( 'PL-1001-2', $created->link->order_id->value );
		self::assertSame( LinkReason::NoAnswerRetired, $this->links->all()[1]->reason );
		self::assertSame( [], $this->schedule->actions );
	}

	public function test_an_unknown_order_counts_as_retired_but_is_looked_at_once_more_later(): void {
		$this->api->creates = [ new ProviderUnavailable( true, 'timeout' ) ];

		$created = $this->make->make( Make::new_link() );

		self::assertSame( 'PL-1001-2', $created->link->order_id->value );
		self::assertSame( [ [ 1, 300 ] ], $this->schedule->actions );
	}

	public function test_when_retiring_has_no_answer_either_the_row_is_unconfirmed_and_keeps_the_key(): void {
		$this->api->creates = [ $this->stored_then( new ProviderUnavailable( true, 'reset' ) ) ];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];

		$this->assertThrows( CreationUnconfirmed::class, fn () => $this->make->make( Make::new_link() ) );
		self::assertSame( LinkStatus::Unconfirmed, $this->links->find_by_key( 'key-00000001' )?->status );
		self::assertSame( [ [ 1, 30 ] ], $this->schedule->actions );
	}

	public function test_the_same_key_settles_an_unconfirmed_row_and_makes_one_working_link(): void {
		$this->api->creates = [ $this->stored_then( new ProviderUnavailable( true, 'reset' ) ) ];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
		$this->assertThrows( CreationUnconfirmed::class, fn () => $this->make->make( Make::new_link() ) );

		$created = $this->make->make( Make::new_link() );

		self::assertSame( 'PL-1001-2', $created->link->order_id->value );
		self::assertSame( [ 'PL-1001-2' ], $this->api->payable() );
	}

	public function test_a_second_lost_answer_ends_the_request_with_nothing_payable_and_a_free_key(): void {
		$this->api->creates = [
			$this->stored_then( new ProviderUnavailable( true, 'reset' ) ),
			$this->stored_then( new ProviderUnavailable( true, 'reset' ) ),
		];

		$this->assertThrows( ProviderUnavailable::class, fn () => $this->make->make( Make::new_link() ) );
		self::assertSame( [], $this->api->payable() );
		self::assertNull( $this->links->find_by_key( 'key-00000001' ) );
		self::assertCount( 2, $this->links->all() );
	}

	public function test_a_slow_provider_is_not_asked_again_when_the_twenty_seconds_are_nearly_over(): void {
		$this->api->creates = [
			function ( PaymentLink $link ): Throwable {
				$this->clock->advance( 16.0 );

				$this->api->orders[ $link->order_id->value ] = true;

				return new ProviderUnavailable( true, 'timeout' );
			},
		];

		$this->assertThrows( ProviderUnavailable::class, fn () => $this->make->make( Make::new_link() ) );
		self::assertSame( [ 'POST PL-1001-1', 'PATCH PL-1001-1' ], $this->api->calls );
	}

	public function test_a_request_with_a_key_that_another_request_is_working_on_waits_for_that_link(): void {
		$reserved                    = $this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		$this->clock->while_sleeping = function () use ( $reserved ): void {
			self::assertNotNull( $reserved );
			$this->clock->while_sleeping = null;
			$this->links->change( $reserved, new \MultiSafepay\PaymentLinks\Domain\LinkChange( LinkStatus::Active, LinkReason::Created, Actor::staff( 3 ), payment_url: 'https://pay.example/PL-1001-1' ) );
		};

		$created = $this->make->make( Make::new_link() );

		self::assertFalse( $created->is_new );
		self::assertSame( 'https://pay.example/PL-1001-1', $created->link->payment_url );
		self::assertSame( [], $this->api->calls );
	}

	public function test_a_waiting_request_gets_the_same_refusal_as_the_one_it_waited_for(): void {
		$reserved                    = $this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		$this->clock->while_sleeping = function () use ( $reserved ): void {
			self::assertNotNull( $reserved );
			$this->links->change( $reserved, new \MultiSafepay\PaymentLinks\Domain\LinkChange( LinkStatus::Failed, LinkReason::Refused, Actor::staff( 3 ), 1002 ) );
		};

		$refusal = $this->assertThrows( ProviderRefused::class, fn () => $this->make->make( Make::new_link() ) );

		self::assertSame( 1002, $refusal instanceof ProviderRefused ? $refusal->error_code : 0 );
		self::assertSame( [], $this->api->calls );
	}

	public function test_a_waiting_request_gives_up_after_twenty_seconds_without_making_a_second_link(): void {
		$this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		// Each nap counts as a whole second of wall clock in the double, so the row is kept young.
		$clock = new FrozenClock();
		$make  = new MakeLink( $this->links, $this->api, $this->retire, $this->schedule, new class( $clock ) implements \MultiSafepay\PaymentLinks\Application\Port\Clock {

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
		} );

		$this->assertThrows( CreationUnconfirmed::class, static fn () => $make->make( Make::new_link() ) );
		self::assertSame( [], $this->api->calls );
	}

	public function test_a_creation_whose_process_died_is_retired_and_made_again_by_the_same_key(): void {
		$this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		$this->api->orders = [ 'PL-1001-1' => true ];
		$this->clock->advance( 31.0 );

		$created = $this->make->make( Make::new_link() );

		self::assertSame( [ 'PL-1001-2' ], $this->api->payable() );
		self::assertSame( 'PL-1001-2', $created->link->order_id->value );
		self::assertSame( LinkStatus::Failed, $this->links->find( 1 )?->status );
	}

	public function test_when_the_database_fails_after_the_providers_yes_the_order_id_stays_reserved_and_is_retired_later(): void {
		$this->api->creates = [
			static function ( PaymentLink $link, ScriptedApi $api ): Throwable {
				$api->orders[ $link->order_id->value ] = true;

				return new RuntimeException( 'the database is gone' );
			},
		];
		$this->assertThrows( RuntimeException::class, fn () => $this->make->make( Make::new_link() ) );
		$this->clock->advance( 31.0 );

		$this->make->make( Make::new_link() );

		self::assertSame( [ 'PL-1001-2' ], $this->api->payable() );
	}

	public function test_an_owner_whose_row_was_settled_by_somebody_else_follows_the_link_of_that_one(): void {
		$this->api->creates = [
			function ( PaymentLink $link ): null {
				// The lease ended while the provider was slow: another request with the same key took over.
				$this->clock->advance( 31.0 );
				( new MakeLink( $this->links, $this->api, $this->retire, $this->schedule, $this->clock ) )->make( Make::new_link() );
				unset( $this->api->orders[ $link->order_id->value ] );

				return null;
			},
		];

		$created = $this->make->make( Make::new_link() );

		self::assertFalse( $created->is_new );
		self::assertSame( 'PL-1001-2', $created->link->order_id->value );
	}

	public function test_settling_later_retires_an_unconfirmed_link(): void {
		$this->api->creates = [ $this->stored_then( new ProviderUnavailable( true, 'reset' ) ) ];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
		$this->assertThrows( CreationUnconfirmed::class, fn () => $this->make->make( Make::new_link() ) );

		$settled = $this->retire->settle( 1, Actor::system() );

		self::assertSame( LinkStatus::Failed, $settled?->status );
		self::assertSame( [], $this->api->payable() );
	}

	public function test_settling_a_link_that_a_reminder_got_paid_keeps_the_payment(): void {
		$this->api->creates = [ $this->stored_then( new ProviderUnavailable( true, 'reset' ) ) ];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
		$this->assertThrows( CreationUnconfirmed::class, fn () => $this->make->make( Make::new_link() ) );
		$this->api->found = new ProviderOrder( LinkStatus::Completed, new Money( 8000, new Currency( 'EUR' ) ), '42', 'IDEAL' );

		self::assertSame( LinkStatus::Completed, $this->retire->settle( 1, Actor::system() )?->status );
	}

	public function test_the_same_key_finds_a_payment_that_a_reminder_brought_instead_of_making_a_second_link(): void {
		$this->api->creates = [ $this->stored_then( new ProviderUnavailable( true, 'reset' ) ) ];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
		$this->assertThrows( CreationUnconfirmed::class, fn () => $this->make->make( Make::new_link() ) );
		$this->api->found = new ProviderOrder( LinkStatus::Completed, new Money( 8000, new Currency( 'EUR' ) ), '42', 'IDEAL' );

		$created = $this->make->make( Make::new_link() );

		self::assertFalse( $created->is_new );
		self::assertSame( LinkStatus::Completed, $created->link->status );
		self::assertCount( 1, $this->links->all() );
	}

	/**
	 * The provider keeps the order, and its answer is lost.
	 */
	private function stored_then( Throwable $failure ): \Closure {
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
