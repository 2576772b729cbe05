<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Application\Cancel\ResolveUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderStatus;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Payments\Application\ReconcileLinks;
use MultiSafepay\PaymentLinks\Payments\Application\ReconcileReport;
use MultiSafepay\PaymentLinks\Payments\Application\RefreshLink;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use MultiSafepay\PaymentLinks\Tests\Double\RecordedSchedule;
use MultiSafepay\PaymentLinks\Tests\Double\ScriptedApi;
use MultiSafepay\PaymentLinks\Tests\Double\ShopOrder;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass( ReconcileLinks::class )]
final class ReconcileLinksTest extends TestCase {

	/**
	 * Seconds from a status change to the first check.
	 */
	private const FIRST_CHECK = 600.0;

	private FrozenClock $clock;

	private InMemoryLinks $links;

	private ScriptedApi $api;

	private ReconcileLinks $reconcile;

	protected function setUp(): void {
		$this->clock     = new FrozenClock();
		$this->links     = new InMemoryLinks( $this->clock );
		$this->api       = new ScriptedApi();
		$sites           = new LinkSites( new FixedSites() );
		$handler         = Make::provider_status_handler( $this->links, $this->clock );
		$this->reconcile = new ReconcileLinks(
			$this->links,
			new RefreshLink(
				$this->links,
				$this->api,
				$sites,
				new ResolveUnconfirmed(
					$this->links,
					$this->api,
					$sites,
					new RecordedSchedule(),
					$this->clock,
					$handler
				),
				$handler,
				Make::sync_order( $this->links, $this->clock, new ShopOrder() ),
				$this->clock
			),
			$this->clock
		);
	}

	public function test_a_link_is_not_checked_before_its_time(): void {
		$this->active_link( 1 );
		$this->clock->advance( self::FIRST_CHECK - 1 );

		self::assertEquals( new ReconcileReport( 0, 0, 0, true ), $this->reconcile->run( 10 ) );
		self::assertSame( [], $this->api->calls );
	}

	public function test_a_due_link_is_checked_and_planned_again(): void {
		$this->active_link( 1 );
		$this->clock->advance( self::FIRST_CHECK );

		self::assertEquals( new ReconcileReport( 1, 0, 0, true ), $this->reconcile->run( 10 ) );
		self::assertSame( [ 'GET PL-1001-1' ], $this->api->calls );
		$link = $this->links->find( 1 );
		self::assertEquals(
			[ $this->clock->now(), $this->clock->now()->modify( '+10 minutes' ) ],
			[ $link?->checked_at, $link?->check_at ]
		);
	}

	public function test_a_payment_without_a_notification_is_found(): void {
		$this->active_link( 1 );
		$this->api->found = new ProviderOrder( ProviderStatus::Completed, Make::details()->amount, 'T1', 'IDEAL' );
		$this->clock->advance( self::FIRST_CHECK );

		self::assertEquals( new ReconcileReport( 1, 1, 0, true ), $this->reconcile->run( 10 ) );
		self::assertSame( LinkStatus::Completed, $this->links->find( 1 )?->status );
	}

	public function test_a_run_sends_at_most_the_given_number_of_requests(): void {
		for ( $number = 1; $number <= 5; $number++ ) {
			$this->active_link( $number );
		}
		$this->clock->advance( self::FIRST_CHECK );

		self::assertEquals( new ReconcileReport( 4, 0, 0, false ), $this->reconcile->run( 4 ) );
		self::assertCount( 4, $this->api->calls );
		self::assertEquals( new ReconcileReport( 1, 0, 0, true ), $this->reconcile->run( 4 ) );
	}

	public function test_three_failures_in_a_row_end_the_run_and_failed_checks_are_repeated_soon(): void {
		for ( $number = 1; $number <= 5; $number++ ) {
			$this->active_link( $number );
		}
		$this->api->find_failure = new ProviderUnavailable( true, 'HTTP 503' );
		$this->clock->advance( self::FIRST_CHECK );

		self::assertEquals( new ReconcileReport( 0, 0, 3, false ), $this->reconcile->run( 10 ) );
		self::assertCount( 3, $this->api->calls );
		$link = $this->links->find( 1 );
		self::assertNull( $link?->checked_at );
		self::assertEquals( $this->clock->now()->modify( '+5 minutes' ), $link?->check_at );
	}

	public function test_a_link_without_a_key_waits_for_the_sweep(): void {
		$this->active_link( 1, 'the-key-of-another-account' );
		$this->clock->advance( self::FIRST_CHECK );

		$this->reconcile->run( 10 );
		self::assertNull( $this->links->find( 1 )?->check_at );

		self::assertEquals( new ReconcileReport( 0, 0, 0, true ), $this->reconcile->sweep( 10 ) );
		self::assertNull( $this->links->find( 1 )?->check_at );
		self::assertSame( [], $this->api->calls );
	}

	public function test_the_sweep_checks_links_without_a_planned_check(): void {
		$link = $this->active_link( 1 );
		self::assertNotNull( $link->check_at );
		$this->links->plan( 1, $link->check_at, null, null );
		$this->clock->advance( self::FIRST_CHECK );
		self::assertEquals( new ReconcileReport( 0, 0, 0, true ), $this->reconcile->run( 10 ) );

		self::assertEquals( new ReconcileReport( 1, 0, 0, true ), $this->reconcile->sweep( 10 ) );
		self::assertSame( [ 'GET PL-1001-1' ], $this->api->calls );
	}

	private function active_link( int $number, ?string $key = null ): PaymentLink {
		$new_link = Make::new_link( "key-0000000$number" );
		$site     = $new_link->site;
		$reserved = $this->links->reserve(
			new NewLink(
				$new_link->order,
				null === $key
					? $site
					: new Site(
						$site->id,
						$site->label,
						$site->environment,
						new ApiKey( $key ),
						$site->order_id_template,
						true
					),
				$new_link->details,
				$new_link->kind,
				$new_link->due,
				$new_link->idempotency_key,
				null,
				$new_link->actor
			),
			new OrderId( "PL-1001-$number" ),
			$number
		);
		self::assertNotNull( $reserved );
		$active = $this->links->change(
			$reserved,
			new LinkChange(
				LinkStatus::Active,
				LinkReason::Created,
				Actor::staff( 2 ),
				payment_url: "https://pay.example/PL-1001-$number",
				expires_at: $this->clock->now()->modify( '+1 day' )
			)
		);
		self::assertNotNull( $active );

		return $active;
	}
}
