<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Application\Cancel;

use MultiSafepay\PaymentLinks\Links\Application\Cancel\CancelInBackground;
use MultiSafepay\PaymentLinks\Links\Application\Cancel\CancelLink;
use MultiSafepay\PaymentLinks\Links\Application\EventLog;
use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkEvent;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use MultiSafepay\PaymentLinks\Tests\Double\RecordedSchedule;
use MultiSafepay\PaymentLinks\Tests\Double\ScriptedApi;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass( CancelInBackground::class )]
final class CancelInBackgroundTest extends TestCase implements EventLog {

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

	public function test_a_link_is_cancelled_immediately_when_the_provider_responds(): void {
		$link = $this->active_link();
		$this->background()->cancel( $link, Actor::staff( 2 ), LinkReason::Replaced );

		self::assertSame(
			[ LinkStatus::Cancelled, LinkReason::Replaced ],
			[ $this->links->find( 1 )?->status, $this->links->find( 1 )?->reason ]
		);
		self::assertSame( [], $this->schedule->cancellations );
	}

	public function test_without_a_response_a_retry_in_one_minute_is_recorded_and_scheduled(): void {
		$link               = $this->active_link();
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
		$this->background()->cancel( $link, Actor::staff( 2 ) );

		self::assertSame( LinkStatus::Active, $this->links->find( 1 )?->status );
		self::assertContains( '1: active > active (cancel_pending)', $this->links->events );
		self::assertSame( [ [ 1, 60 ] ], $this->schedule->cancellations );
	}

	public function test_a_retry_keeps_the_actor_and_the_reason_of_the_request(): void {
		$this->active_link();
		$this->record_cancel_request( 'replaced' );
		$this->background()->run( 1 );

		self::assertSame(
			[ LinkStatus::Cancelled, LinkReason::Replaced ],
			[ $this->links->find( 1 )?->status, $this->links->find( 1 )?->reason ]
		);
	}

	public function test_the_retry_interval_grows_to_at_most_one_hour(): void {
		$this->active_link();
		$this->record_cancel_request( 'cancelled' );
		foreach ( [ 0 => 60, 600 => 600, 7200 => 3600 ] as $elapsed => $delay ) {
			$this->clock->advance( $elapsed );
			$this->api->cancels        = [ new ProviderUnavailable( true, 'timeout' ) ];
			$this->schedule->cancellations = [];
			$this->background()->run( 1 );
			self::assertSame( [ [ 1, $delay ] ], $this->schedule->cancellations );
		}
	}

	public function test_nothing_is_retried_after_the_link_has_expired(): void {
		$this->active_link();
		$this->record_cancel_request( 'cancelled' );
		$this->clock->advance( 86_401 );
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
		$this->background()->run( 1 );

		self::assertSame( [], $this->schedule->cancellations );
	}

	public function test_a_link_paid_in_the_meantime_is_not_cancelled(): void {
		$link = $this->active_link();
		$this->links->change(
			$link,
			new LinkChange( LinkStatus::Completed, LinkReason::ProviderStatus, Actor::provider() )
		);
		$this->background()->run( 1 );
		$this->background()->cancel( $link, Actor::system() );

		self::assertSame( [ LinkStatus::Completed, [] ], [ $this->links->find( 1 )?->status, $this->api->calls ] );
	}

	private function background(): CancelInBackground {
		$cancel = new CancelLink(
			$this->links,
			$this->api,
			new LinkSites( new FixedSites() ),
			Make::provider_status_handler( $this->links, $this->clock )
		);

		return new CancelInBackground( $this->links, $this, $this->schedule, $cancel, $this->clock );
	}

	private function active_link(): PaymentLink {
		$link = $this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		self::assertNotNull( $link );
		$this->api->orders['PL-1001-1'] = true;
		$active                         = $this->links->change(
			$link,
			new LinkChange(
				LinkStatus::Active,
				LinkReason::Created,
				Actor::staff( 2 ),
				payment_url: 'https://pay.example/1',
				expires_at: $this->clock->now()->modify( '+1 day' )
			)
		);
		self::assertNotNull( $active );

		return $active;
	}

	private function record_cancel_request( string $reason ): void {
		$this->events = [ new LinkEvent(
			$this->clock->now(),
			Actor::staff( 2 ),
			LinkStatus::Active,
			LinkStatus::Active,
			LinkReason::CancelPending,
			null,
			$reason
		),
		];
	}
}
