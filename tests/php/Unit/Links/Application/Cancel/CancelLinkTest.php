<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Application\Cancel;

use MultiSafepay\PaymentLinks\Links\Application\Cancel\CancelLink;
use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderStatus;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use MultiSafepay\PaymentLinks\Tests\Double\ScriptedApi;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass( CancelLink::class )]
final class CancelLinkTest extends TestCase {

	private FrozenClock $clock;

	private InMemoryLinks $links;

	private ScriptedApi $api;

	protected function setUp(): void {
		$this->clock = new FrozenClock();
		$this->links = new InMemoryLinks( $this->clock );
		$this->api   = new ScriptedApi();
	}

	public function test_an_open_link_is_cancelled_at_the_provider_and_locally(): void {
		$link = $this->active_link();

		$cancelled = $this->cancel( $link );

		self::assertSame( LinkStatus::Cancelled, $cancelled->status );
		self::assertSame( LinkReason::Cancelled, $cancelled->reason );
		self::assertSame( [], $this->api->payable() );
		self::assertContains( '1: active > cancelled (cancelled)', $this->links->events );
	}

	public function test_cancelling_twice_sends_one_request(): void {
		$link = $this->active_link();
		$this->cancel( $link );

		self::assertSame( LinkStatus::Cancelled, $this->cancel( $link )->status );
		self::assertSame( [ 'PATCH PL-1001-1' ], $this->api->calls );
	}

	public function test_a_link_unknown_to_the_provider_is_cancelled_locally(): void {
		$link               = $this->active_link();
		$this->api->cancels = [ false ];

		self::assertSame( LinkStatus::Cancelled, $this->cancel( $link )->status );
	}

	public function test_a_link_paid_in_the_meantime_is_not_marked_as_cancelled(): void {
		$link               = $this->active_link();
		$this->api->cancels = [ false ];
		$this->api->found   = new ProviderOrder(
			ProviderStatus::Completed,
			new Money( 8000, new Currency( 'EUR' ) ),
			'4711',
			'IDEAL'
		);

		try {
			$this->cancel( $link );
			self::fail( 'A paid link was cancelled.' );
		} catch ( LinkNotOpen $failure ) {
			self::assertSame( LinkStatus::Completed, $failure->link->status );
		}
	}

	public function test_without_a_response_the_link_does_not_change(): void {
		$link               = $this->active_link();
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];

		try {
			$this->cancel( $link );
			self::fail( 'A missing response was treated as success.' );
		} catch ( ProviderUnavailable ) {
			self::assertSame( LinkStatus::Active, $this->links->find( $link->id )?->status );
		}
	}

	public function test_cancelling_a_paid_link_is_refused_without_a_request(): void {
		$link = $this->active_link();
		$paid = $this->links->change(
			$link,
			new LinkChange( LinkStatus::Completed, LinkReason::ProviderStatus, Actor::provider() )
		);
		self::assertNotNull( $paid );

		$this->expectException( LinkNotOpen::class );

		try {
			$this->cancel( $paid );
		} finally {
			self::assertSame( [], $this->api->calls );
		}
	}

	public function test_a_missing_link_is_reported_as_not_found(): void {
		$this->expectException( LinkNotFound::class );

		$this->cancel_id( 99 );
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
				payment_url: 'https://pay.example/PL-1001-1',
				expires_at: $this->clock->now()->modify( '+1 day' )
			)
		);
		self::assertNotNull( $active );

		return $active;
	}

	private function cancel( PaymentLink $link ): PaymentLink {
		return $this->cancel_id( $link->id );
	}

	private function cancel_id( int $id ): PaymentLink {
		$apply = Make::provider_status_handler( $this->links, $this->clock );

		return ( new CancelLink(
			$this->links,
			$this->api,
			new LinkSites( new FixedSites() ),
			$apply
		) )->cancel( $id, Actor::staff( 2 ) );
	}
}
