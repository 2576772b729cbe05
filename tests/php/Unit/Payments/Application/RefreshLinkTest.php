<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Application\Cancel\ResolveUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkCreator;
use MultiSafepay\PaymentLinks\Links\Application\LinkApi;
use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderStatus;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Payments\Application\RefreshLink;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Sites\Domain\OrderIdTemplate;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteChanged;
use MultiSafepay\PaymentLinks\Tests\Double\FixedOrders;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use MultiSafepay\PaymentLinks\Tests\Double\RecordedSchedule;
use MultiSafepay\PaymentLinks\Tests\Double\ScriptedApi;
use MultiSafepay\PaymentLinks\Tests\Double\ShopOrder;
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

	public function test_refreshing_sends_one_request_and_records_a_payment(): void {
		$this->create_active_link();
		$this->api->found = self::paid_order();

		$link = $this->refresh();

		self::assertSame( LinkStatus::Completed, $link->status );
		self::assertSame( [ 'GET PL-1001-1' ], $this->api->calls );
	}

	public function test_an_order_unknown_to_the_provider_leaves_an_unopened_link_active(): void {
		$this->create_active_link();

		self::assertSame( LinkStatus::Active, $this->refresh()->status );
		self::assertSame( [ 'PL-1001-1' ], $this->api->payable() );
	}

	public function test_an_unopened_link_expires_at_our_own_deadline(): void {
		$this->create_active_link();
		$this->clock->advance( 86_400.0 );

		self::assertSame( LinkStatus::Expired, $this->refresh()->status );
		self::assertSame( LinkStatus::Expired, $this->links->find( 1 )?->status );
	}

	public function test_a_payment_after_the_deadline_is_found(): void {
		$this->create_active_link();
		$this->clock->advance( 86_400.0 );
		$this->refresh();
		$this->api->found = self::paid_order();

		self::assertSame( LinkStatus::Completed, $this->refresh()->status );
	}

	public function test_refreshing_a_missing_link_sends_no_request(): void {
		$this->expectException( LinkNotFound::class );

		try {
			$this->refresh( 99 );
		} finally {
			self::assertSame( [], $this->api->calls );
		}
	}

	#[DataProvider( 'sites_without_a_key' )]
	public function test_without_the_key_of_its_site_no_request_is_sent( string $site_id ): void {
		$site = new Site( $site_id, 'A site', Environment::Live, null, new OrderIdTemplate(), false );
		$this->links->reserve(
			new NewLink(
				Make::order(),
				$site,
				Make::details(),
				LinkKind::Full,
				Make::details()->amount,
				'key-00000001',
				null,
				Actor::staff( 2 )
			),
			new OrderId( 'PL-1001-1' ),
			1
		);
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

	public function test_a_creation_in_progress_is_not_refreshed(): void {
		$this->reserved_link();

		self::assertSame( LinkStatus::Creating, $this->refresh()->status );
		self::assertSame( [], $this->api->calls );
	}

	public function test_an_abandoned_creation_is_resolved_and_its_order_id_cancelled(): void {
		$this->reserved_link();
		$this->api->orders['PL-1001-1'] = true;
		$this->clock->advance( 31.0 );

		self::assertSame( LinkStatus::Failed, $this->refresh()->status );
		self::assertSame( [], $this->api->payable() );
	}

	public function test_an_unconfirmed_creation_stays_unconfirmed_without_a_response(): void {
		$this->links->change(
			$this->reserved_link(),
			new LinkChange( LinkStatus::Unconfirmed, LinkReason::NoAnswer, Actor::system() )
		);
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];

		try {
			$this->refresh();
			self::fail( 'Nothing was thrown.' );
		} catch ( ProviderUnavailable ) {
			self::assertSame( LinkStatus::Unconfirmed, $this->links->find( 1 )?->status );
		}
		self::assertSame( [ 1 ], array_column( $this->schedule->actions, 0 ) );
	}

	public function test_a_link_of_a_replaced_key_is_not_requested_with_the_new_key(): void {
		$this->links->change(
			$this->reserved_link( 'the-key-before' ),
			new LinkChange( LinkStatus::Active, LinkReason::Created, Actor::system() )
		);

		try {
			$this->refresh();
			self::fail( 'Nothing was thrown.' );
		} catch ( SiteChanged ) {
			self::assertSame( [], $this->api->calls );
		}
	}

	#[DataProvider( 'failures' )]
	public function test_a_provider_failure_is_reported_and_changes_nothing( Throwable $failure ): void {
		$this->create_active_link();
		$events = $this->links->events;

		try {
			$this->refresh( 1, $this->failing_api( $failure ) );
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
			'an invalid key' => [ new ProviderRefused( ProviderRefused::INVALID_API_KEY, '', 401 ) ],
			'an outage'      => [ new ProviderUnavailable( true, 'HTTP 503' ) ],
		];
	}

	private function refresh( int $id = 1, ?LinkApi $api = null ): PaymentLink {
		$sites  = new LinkSites( new FixedSites() );
		$apply  = Make::provider_status_handler( $this->links, $this->clock );
		$api  ??= $this->api;
		$cancel = new ResolveUnconfirmed( $this->links, $api, $sites, $this->schedule, $this->clock, $apply );

		return ( new RefreshLink(
			$this->links,
			$api,
			$sites,
			$cancel,
			$apply,
			Make::sync_order( $this->links, $this->clock, new ShopOrder() ),
			$this->clock
		) )->refresh( $id, Actor::staff( 2 ) );
	}

	private function reserved_link( ?string $key = null ): PaymentLink {
		$new_link = Make::new_link();
		$site = $new_link->site;
		if ( null !== $key ) {
			$site = new Site(
				$site->id,
				$site->label,
				$site->environment,
				new ApiKey( $key ),
				$site->order_id_template,
				true
			);
		}

		$link = $this->links->reserve(
			new NewLink(
				$new_link->order,
				$site,
				$new_link->details,
				$new_link->kind,
				$new_link->due,
				$new_link->idempotency_key,
				null,
				$new_link->actor
			),
			new OrderId( 'PL-1001-1' ),
			1
		);
		self::assertNotNull( $link );

		return $link;
	}

	private function create_active_link(): void {
		$cancel = new ResolveUnconfirmed(
			$this->links,
			$this->api,
			new LinkSites( new FixedSites() ),
			$this->schedule,
			$this->clock,
			Make::provider_status_handler( $this->links, $this->clock )
		);
		( new LinkCreator(
			$this->links,
			$this->api,
			$cancel,
			Make::recheck( $this->links, $this->api, new FixedOrders( [ 1001 => Make::order() ] ), $this->clock ),
			$this->clock
		) )->create( Make::new_link() );
		$this->api->calls = [];
	}

	private static function paid_order(): ProviderOrder {
		return new ProviderOrder( ProviderStatus::Completed, new Money( 8000, new Currency( 'EUR' ) ), '42', 'IDEAL' );
	}

	private function failing_api( Throwable $failure ): LinkApi {
		return new class( $failure ) implements LinkApi {

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
