<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Application;

use MultiSafepay\PaymentLinks\Application\ApplyProviderStatus;
use MultiSafepay\PaymentLinks\Application\Port\LinkHistory;
use MultiSafepay\PaymentLinks\Application\RetireInBackground;
use MultiSafepay\PaymentLinks\Application\RetireLink;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkEvent;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use MultiSafepay\PaymentLinks\Tests\Double\RecordedSchedule;
use MultiSafepay\PaymentLinks\Tests\Double\ScriptedApi;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass( RetireInBackground::class )]
final class RetireInBackgroundTest extends TestCase implements LinkHistory {

	private FrozenClock $clock;

	private InMemoryLinks $links;

	private ScriptedApi $api;

	private RecordedSchedule $schedule;

	/**
	 * @var list<LinkEvent>
	 */
	private array $events = [];

	protected function setUp(): void {
		$this->clock    = new FrozenClock();
		$this->links    = new InMemoryLinks( $this->clock );
		$this->api      = new ScriptedApi();
		$this->schedule = new RecordedSchedule();
	}

	public function of_link( int $link_id ): array {
		return $this->events;
	}

	public function test_a_link_is_retired_at_once_where_that_is_possible(): void {
		$link = $this->active();
		$this->background()->retire( $link, Actor::staff( 2 ), LinkReason::Replaced );

		self::assertSame( [ LinkStatus::Cancelled, LinkReason::Replaced ], [ $this->links->find( 1 )?->status, $this->links->find( 1 )?->reason ] );
		self::assertSame( [], $this->schedule->retirings );
	}

	public function test_without_an_answer_it_is_noted_and_tried_in_a_minute(): void {
		$link               = $this->active();
		$this->api->cancels = [ new ProviderUnavailable( true, 'silence' ) ];
		$this->background()->retire( $link, Actor::staff( 2 ) );

		self::assertSame( LinkStatus::Active, $this->links->find( 1 )?->status );
		self::assertContains( '1: active > active (retire_pending)', $this->links->events );
		self::assertSame( [ [ 1, 60 ] ], $this->schedule->retirings );
	}

	public function test_the_later_try_is_in_the_name_of_who_asked_and_for_their_reason(): void {
		$this->active();
		$this->asked_for( 'replaced' );
		$this->background()->run( 1 );

		self::assertSame( [ LinkStatus::Cancelled, LinkReason::Replaced ], [ $this->links->find( 1 )?->status, $this->links->find( 1 )?->reason ] );
	}

	public function test_tries_become_ever_rarer_but_never_rarer_than_an_hour(): void {
		$this->active();
		$this->asked_for( 'retired' );
		foreach ( [ 0 => 60, 600 => 600, 7200 => 3600 ] as $passed => $wait ) {
			$this->clock->advance( $passed );
			$this->api->cancels        = [ new ProviderUnavailable( true, 'silence' ) ];
			$this->schedule->retirings = [];
			$this->background()->run( 1 );
			self::assertSame( [ [ 1, $wait ] ], $this->schedule->retirings );
		}
	}

	public function test_nothing_is_tried_once_the_link_has_ended_by_itself(): void {
		$this->active();
		$this->asked_for( 'retired' );
		$this->clock->advance( 86_401 );
		$this->api->cancels = [ new ProviderUnavailable( true, 'silence' ) ];
		$this->background()->run( 1 );

		self::assertSame( [], $this->schedule->retirings );
	}

	public function test_a_link_that_was_paid_meanwhile_is_left_alone(): void {
		$link = $this->active();
		$this->links->change( $link, new LinkChange( LinkStatus::Completed, LinkReason::ProviderStatus, Actor::provider() ) );
		$this->background()->run( 1 );
		$this->background()->retire( $link, Actor::system() );

		self::assertSame( [ LinkStatus::Completed, [] ], [ $this->links->find( 1 )?->status, $this->api->calls ] );
	}

	private function background(): RetireInBackground {
		$retire = new RetireLink( $this->links, $this->api, new FixedSites(), new ApplyProviderStatus( $this->links, $this->clock ) );

		return new RetireInBackground( $this->links, $this, $this->schedule, $retire, $this->clock );
	}

	private function active(): PaymentLink {
		$link = $this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		self::assertNotNull( $link );
		$this->api->orders['PL-1001-1'] = true;
		$active                         = $this->links->change( $link, new LinkChange( LinkStatus::Active, LinkReason::Created, Actor::staff( 2 ), payment_url: 'https://pay.example/1', expires_at: $this->clock->now()->modify( '+1 day' ) ) );
		self::assertNotNull( $active );

		return $active;
	}

	private function asked_for( string $reason ): void {
		$this->events = [ new LinkEvent( $this->clock->now(), Actor::staff( 2 ), LinkStatus::Active, LinkStatus::Active, LinkReason::RetirePending, null, $reason ) ];
	}
}
