<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Application;

use MultiSafepay\PaymentLinks\Application\ApplyProviderStatus;
use MultiSafepay\PaymentLinks\Application\RetireLink;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
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
use MultiSafepay\PaymentLinks\Tests\Double\ScriptedApi;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass( RetireLink::class )]
final class RetireLinkTest extends TestCase {

	private FrozenClock $clock;

	private InMemoryLinks $links;

	private ScriptedApi $api;

	protected function setUp(): void {
		$this->clock = new FrozenClock();
		$this->links = new InMemoryLinks( $this->clock );
		$this->api   = new ScriptedApi();
	}

	public function test_an_open_link_is_cancelled_at_the_provider_and_here(): void {
		$link = $this->active();

		$retired = $this->retire( $link );

		self::assertSame( LinkStatus::Cancelled, $retired->status );
		self::assertSame( LinkReason::Retired, $retired->reason );
		self::assertSame( [], $this->api->payable() );
		self::assertContains( '1: active > cancelled (retired)', $this->links->events );
	}

	public function test_retiring_twice_asks_the_provider_once(): void {
		$link = $this->active();
		$this->retire( $link );

		self::assertSame( LinkStatus::Cancelled, $this->retire( $link )->status );
		self::assertSame( [ 'PATCH PL-1001-1' ], $this->api->calls );
	}

	public function test_a_link_that_the_provider_does_not_know_is_retired_all_the_same(): void {
		$link               = $this->active();
		$this->api->cancels = [ false ];

		self::assertSame( LinkStatus::Cancelled, $this->retire( $link )->status );
	}

	public function test_a_link_that_was_paid_meanwhile_is_not_called_retired(): void {
		$link               = $this->active();
		$this->api->cancels = [ false ];
		$this->api->found   = new ProviderOrder( LinkStatus::Completed, new Money( 8000, new Currency( 'EUR' ) ), '4711', 'IDEAL' );

		try {
			$this->retire( $link );
			self::fail( 'A paid link was retired.' );
		} catch ( LinkNotOpen $failure ) {
			self::assertSame( LinkStatus::Completed, $failure->link->status );
		}
	}

	public function test_without_an_answer_the_link_stays_as_it_is(): void {
		$link               = $this->active();
		$this->api->cancels = [ new ProviderUnavailable( true, 'silence' ) ];

		try {
			$this->retire( $link );
			self::fail( 'Silence was taken for a yes.' );
		} catch ( ProviderUnavailable ) {
			self::assertSame( LinkStatus::Active, $this->links->find( $link->id )?->status );
		}
	}

	public function test_a_paid_link_is_refused_without_a_call(): void {
		$link = $this->active();
		$paid = $this->links->change( $link, new LinkChange( LinkStatus::Completed, LinkReason::ProviderStatus, Actor::provider() ) );
		self::assertNotNull( $paid );

		$this->expectException( LinkNotOpen::class );

		try {
			$this->retire( $paid );
		} finally {
			self::assertSame( [], $this->api->calls );
		}
	}

	public function test_a_link_that_is_not_there_is_said_to_be_missing(): void {
		$this->expectException( LinkNotFound::class );

		$this->retire_id( 99 );
	}

	private function active(): PaymentLink {
		$link = $this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		self::assertNotNull( $link );
		$this->api->orders['PL-1001-1'] = true;
		$active                         = $this->links->change(
			$link,
			new LinkChange( LinkStatus::Active, LinkReason::Created, Actor::staff( 2 ), payment_url: 'https://pay.example/PL-1001-1', expires_at: $this->clock->now()->modify( '+1 day' ) )
		);
		self::assertNotNull( $active );

		return $active;
	}

	private function retire( PaymentLink $link ): PaymentLink {
		return $this->retire_id( $link->id );
	}

	private function retire_id( int $id ): PaymentLink {
		$apply = new ApplyProviderStatus( $this->links, $this->clock );

		return ( new RetireLink( $this->links, $this->api, new FixedSites(), $apply ) )->retire( $id, Actor::staff( 2 ) );
	}
}
