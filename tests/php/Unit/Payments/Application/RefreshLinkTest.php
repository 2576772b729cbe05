<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Application;

use MultiSafepay\PaymentLinks\Application\ApplyProviderStatus;
use MultiSafepay\PaymentLinks\Application\MakeLink;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkApi;
use MultiSafepay\PaymentLinks\Application\RefreshLink;
use MultiSafepay\PaymentLinks\Application\RetireLostLink;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\Exception\SiteChanged;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\NewLink;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\OrderIdTemplate;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\Domain\Site;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use MultiSafepay\PaymentLinks\Tests\Double\RecordedSchedule;
use MultiSafepay\PaymentLinks\Tests\Double\ScriptedApi;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Throwable;

#[CoversClass( RefreshLink::class )]
final class RefreshLinkTest extends TestCase {

	private FrozenClock $clock;

	private InMemoryLinks $links;

	private ScriptedApi $api;

	private RecordedSchedule $schedule;

	protected function setUp(): void {
		$this->clock    = new FrozenClock();
		$this->links    = new InMemoryLinks( $this->clock );
		$this->api      = new ScriptedApi();
		$this->schedule = new RecordedSchedule();
	}

	public function test_it_asks_once_and_takes_over_a_payment(): void {
		$this->active();
		$this->api->found = self::paid();

		$link = $this->refresh();

		self::assertSame( LinkStatus::Completed, $link->status );
		self::assertSame( [ 'GET PL-1001-1' ], $this->api->calls );
	}

	public function test_unknown_order_is_also_said_of_a_link_that_nobody_opened(): void {
		$this->active();

		self::assertSame( LinkStatus::Active, $this->refresh()->status );
		self::assertSame( [ 'PL-1001-1' ], $this->api->payable() );
	}

	public function test_a_link_that_nobody_opened_expires_by_our_own_deadline(): void {
		$this->active();
		$this->clock->advance( 86_400.0 );

		self::assertSame( LinkStatus::Expired, $this->refresh()->status );
		self::assertSame( LinkStatus::Expired, $this->links->find( 1 )?->status );
	}

	public function test_a_payment_after_the_deadline_is_found(): void {
		$this->active();
		$this->clock->advance( 86_400.0 );
		$this->refresh();
		$this->api->found = self::paid();

		self::assertSame( LinkStatus::Completed, $this->refresh()->status );
	}

	public function test_a_link_that_does_not_exist_is_not_asked_about(): void {
		$this->expectException( LinkNotFound::class );

		try {
			$this->refresh( 99 );
		} finally {
			self::assertSame( [], $this->api->calls );
		}
	}

	#[DataProvider( 'sites_without_a_key' )]
	public function test_without_the_key_of_its_site_nothing_is_asked( string $site_id ): void {
		$site = new Site( $site_id, 'A site', Environment::Live, null, new OrderIdTemplate(), false );
		$this->links->reserve( new NewLink( Make::order(), $site, Make::details(), 'key-00000001', null, Actor::staff( 2 ) ), new OrderId( 'PL-1001-1' ), 1 );
		$this->expectException( NotConfigured::class );

		try {
			$this->refresh();
		} finally {
			self::assertSame( [], $this->api->calls );
		}
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function sites_without_a_key(): array {
		return [
			'the key was removed'  => [ 'live' ],
			'the site was removed' => [ 'gone' ],
		];
	}

	public function test_a_creation_in_flight_is_left_alone(): void {
		$this->reserved();

		self::assertSame( LinkStatus::Creating, $this->refresh()->status );
		self::assertSame( [], $this->api->calls );
	}

	public function test_an_abandoned_creation_is_settled_and_its_order_id_retired(): void {
		$this->reserved();
		$this->api->orders['PL-1001-1'] = true;
		$this->clock->advance( 31.0 );

		self::assertSame( LinkStatus::Failed, $this->refresh()->status );
		self::assertSame( [], $this->api->payable() );
	}

	public function test_an_unconfirmed_creation_stays_unconfirmed_while_there_is_no_answer(): void {
		$this->links->change( $this->reserved(), new LinkChange( LinkStatus::Unconfirmed, LinkReason::NoAnswer, Actor::system() ) );
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];

		try {
			$this->refresh();
			self::fail( 'Nothing was thrown.' );
		} catch ( ProviderUnavailable ) {
			self::assertSame( LinkStatus::Unconfirmed, $this->links->find( 1 )?->status );
		}
		self::assertSame( [ 1 ], array_column( $this->schedule->actions, 0 ) );
	}

	public function test_a_link_of_a_site_whose_key_was_replaced_is_not_looked_up_with_the_new_key(): void {
		$this->links->change( $this->reserved( 'the-key-before' ), new LinkChange( LinkStatus::Active, LinkReason::Created, Actor::system() ) );

		try {
			$this->refresh();
			self::fail( 'Nothing was thrown.' );
		} catch ( SiteChanged ) {
			self::assertSame( [], $this->api->calls );
		}
	}

	#[DataProvider( 'failures' )]
	public function test_a_failing_provider_is_reported_and_changes_nothing( Throwable $failure ): void {
		$this->active();
		$events = $this->links->events;

		try {
			$this->refresh( 1, $this->failing( $failure ) );
			self::fail( 'Nothing was thrown.' );
		} catch ( ProviderRefused | ProviderUnavailable $reported ) {
			self::assertSame( $failure, $reported );
		}

		self::assertSame( LinkStatus::Active, $this->links->find( 1 )?->status );
		self::assertSame( $events, $this->links->events );
	}

	/**
	 * @return array<string, array{Throwable}>
	 */
	public static function failures(): array {
		return [
			'a wrong key' => [ new ProviderRefused( ProviderRefused::INVALID_API_KEY, '', 401 ) ],
			'an outage'   => [ new ProviderUnavailable( true, 'HTTP 503' ) ],
		];
	}

	private function refresh( int $id = 1, ?PaymentLinkApi $api = null ): PaymentLink {
		$sites  = new FixedSites();
		$apply  = new ApplyProviderStatus( $this->links, $this->clock );
		$api  ??= $this->api;
		$retire = new RetireLostLink( $this->links, $api, $sites, $this->schedule, $this->clock, $apply );

		return ( new RefreshLink( $this->links, $api, $sites, $retire, $apply, $this->clock ) )->refresh( $id, Actor::staff( 2 ) );
	}

	private function reserved( ?string $key = null ): PaymentLink {
		$wish = Make::new_link();
		$site = $wish->site;
		if ( null !== $key ) {
			$site = new Site( $site->id, $site->label, $site->environment, new ApiKey( $key ), $site->order_id_template, true );
		}

		$link = $this->links->reserve( new NewLink( $wish->order, $site, $wish->details, $wish->idempotency_key, null, $wish->actor ), new OrderId( 'PL-1001-1' ), 1 );
		self::assertNotNull( $link );

		return $link;
	}

	private function active(): void {
		$retire = new RetireLostLink( $this->links, $this->api, new FixedSites(), $this->schedule, $this->clock, new ApplyProviderStatus( $this->links, $this->clock ) );
		( new MakeLink( $this->links, $this->api, $retire, $this->schedule, $this->clock ) )->make( Make::new_link() );
		$this->api->calls = [];
	}

	private static function paid(): ProviderOrder {
		return new ProviderOrder( LinkStatus::Completed, new Money( 8000, new Currency( 'EUR' ) ), '42', 'IDEAL' );
	}

	private function failing( Throwable $failure ): PaymentLinkApi {
		return new class( $failure ) implements PaymentLinkApi {

			public function __construct( private readonly Throwable $failure ) {}

			public function create( Site $site, PaymentLink $link, OrderSnapshot $order, float $timeout ): string {
				throw $this->failure;
			}

			public function find( Site $site, OrderId $order_id, float $timeout ): ?ProviderOrder {
				throw $this->failure;
			}

			public function cancel( Site $site, OrderId $order_id, float $timeout ): bool {
				throw $this->failure;
			}
		};
	}
}
