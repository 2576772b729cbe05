<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Application\Create;

use Closure;
use MultiSafepay\PaymentLinks\Links\Application\Cancel\ResolveUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkCreator;
use MultiSafepay\PaymentLinks\Links\Application\Create\RecheckOrder;
use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderEnded;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderStatus;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Tests\Double\FixedOrderEnds;
use MultiSafepay\PaymentLinks\Tests\Double\FixedOrders;
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

/**
 * Orders that end while MultiSafepay creates their link, or does not respond.
 */
#[CoversClass( RecheckOrder::class )]
#[CoversClass( LinkCreator::class )]
final class RecheckOrderTest extends TestCase {

	private FrozenClock $clock;

	private InMemoryLinks $links;

	private ScriptedApi $api;

	private FixedOrders $orders;

	private FixedOrderEnds $ends;

	private LinkCreator $creator;

	protected function setUp(): void {
		$this->clock   = new FrozenClock();
		$this->links   = new InMemoryLinks( $this->clock );
		$this->api     = new ScriptedApi();
		$this->orders  = new FixedOrders( [ 1001 => Make::order() ] );
		$this->ends    = new FixedOrderEnds();
		$this->creator = new LinkCreator(
			$this->links,
			$this->api,
			new ResolveUnconfirmed(
				$this->links,
				$this->api,
				new LinkSites( new FixedSites() ),
				new RecordedSchedule(),
				$this->clock,
				Make::provider_status_handler( $this->links, $this->clock )
			),
			Make::recheck( $this->links, $this->api, $this->orders, $this->clock, $this->ends ),
			$this->clock
		);
	}

	/**
	 * @param class-string<Throwable> $error
	 */
	#[DataProvider( 'ends' )]
	public function test_after_a_lost_response_an_ended_order_gets_no_link(
		?OrderSnapshot $order,
		bool $is_confirmed,
		string $error,
	): void {
		$this->api->creates = [
			$this->lose( function () use ( $order ): void {
				$this->orders->orders = array_filter( [ 1001 => $order ] );
			} ),
		];

		$this->assert_throws( $error, fn () => $this->creator->create( self::new_link( $is_confirmed ) ) );

		self::assertSame( [], $this->api->payable() );
		self::assertSame( [ 'POST PL-1001-1', 'PATCH PL-1001-1' ], $this->api->calls );
		self::assertNull( $this->links->find_by_key( 'key-00000001' ) );
	}

	/**
	 * @return array<string, array{OrderSnapshot|null, bool, class-string<Throwable>}>
	 */
	public static function ends(): array {
		return [
			'cancelled'             => [ Make::order( status: 'cancelled' ), false, OrderEnded::class ],
			'cancelled, confirmed'  => [ Make::order( status: 'cancelled' ), true, OrderEnded::class ],
			'refunded'              => [ Make::order( status: 'refunded' ), false, OrderEnded::class ],
			'deleted or in the trash' => [ null, true, OrderNotFound::class ],
			'paid'                  => [ Make::order( is_paid: true ), false, OrderAlreadyPaid::class ],
			// The confirmation was given for an order that was not paid.
			'paid, confirmed'       => [ Make::order( is_paid: true ), true, OrderEnded::class ],
		];
	}

	#[DataProvider( 'reasons' )]
	public function test_a_link_whose_order_ended_during_the_request_is_cancelled(
		OrderEnd $end,
		LinkReason $reason,
	): void {
		$this->api->creates = [ fn () => $this->end_order( $end ) ];

		$failure = $this->order_ended( fn () => $this->creator->create( self::new_link() ) );

		self::assertSame( [ $end, LinkStatus::Cancelled ], [ $failure->end, $failure->link?->status ] );
		self::assertSame( $reason, $this->links->find( 1 )?->reason );
		self::assertSame( [], $this->api->payable() );
	}

	/**
	 * @return array<string, array{OrderEnd, LinkReason}>
	 */
	public static function reasons(): array {
		return [
			'paid'         => [ OrderEnd::Paid, LinkReason::CancelledOrderPaid ],
			'cancelled'    => [ OrderEnd::Cancelled, LinkReason::CancelledOrderCancelled ],
			'refunded'     => [ OrderEnd::Refunded, LinkReason::CancelledOrderRefunded ],
			'in the trash' => [ OrderEnd::Trashed, LinkReason::CancelledOrderGone ],
			'deleted'      => [ OrderEnd::Deleted, LinkReason::CancelledOrderGone ],
		];
	}

	public function test_without_a_response_to_the_cancellation_the_link_is_reported_as_open(): void {
		$this->api->creates = [ fn () => $this->end_order( OrderEnd::Cancelled ) ];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];

		$failure = $this->order_ended( fn () => $this->creator->create( self::new_link() ) );

		self::assertSame( LinkStatus::Active, $failure->link?->status );
		self::assertContains( '1: active > active (cancel_pending)', $this->links->events );
	}

	public function test_a_link_for_an_order_that_had_ended_before_is_intended(): void {
		$this->ends->current = OrderEnd::Paid;

		$created = $this->creator->create( self::new_link( is_confirmed: true, order_end: OrderEnd::Paid ) );

		self::assertSame( LinkStatus::Active, $created->link->status );
	}

	public function test_an_order_that_ended_in_another_way_since_gets_no_link(): void {
		$this->ends->current = OrderEnd::Refunded;

		$this->order_ended(
			fn () => $this->creator->create( self::new_link( is_confirmed: true, order_end: OrderEnd::Paid ) )
		);
		self::assertSame( [], $this->api->payable() );
	}

	public function test_a_waiting_request_checks_the_link_of_the_other_request(): void {
		$this->wait_for( LinkStatus::Active );
		$this->api->orders   = [ 'PL-1001-1' => true ];
		$this->ends->current = OrderEnd::Cancelled;

		$failure = $this->order_ended( fn () => $this->creator->create( self::new_link() ) );

		self::assertSame( LinkStatus::Cancelled, $failure->link?->status );
		self::assertSame( [], $this->api->payable() );
	}

	public function test_a_waiting_request_reads_the_order_again_before_it_creates_the_link_itself(): void {
		$this->wait_for( LinkStatus::Failed );
		$this->orders->orders = [ 1001 => Make::order( status: 'cancelled' ) ];

		// This request started after the order was cancelled, the first request with the key did not.
		$this->order_ended( fn () => $this->creator->create( self::new_link( order_end: OrderEnd::Cancelled ) ) );

		self::assertSame( [], $this->api->calls );
	}

	public function test_a_payment_of_an_abandoned_creation_is_applied_by_the_same_key(): void {
		$this->links->reserve( self::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		$this->clock->advance( 31.0 );
		$this->api->found = new ProviderOrder( ProviderStatus::Completed, Make::details()->amount, '42', 'IDEAL' );

		$created = $this->creator->create( self::new_link() );

		self::assertSame( [ false, LinkStatus::Completed ], [ $created->is_new, $created->link->status ] );
	}

	/**
	 * Reserves a link in another process, which sets the given status while this one waits.
	 */
	private function wait_for( LinkStatus $status ): void {
		$reserved = $this->links->reserve( self::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		self::assertNotNull( $reserved );
		$this->clock->while_sleeping = function () use ( $reserved, $status ): void {
			$this->links->change(
				$reserved,
				new LinkChange( $status, LinkReason::NoAnswerCancelled, Actor::staff( 3 ) )
			);
		};
	}

	private function end_order( OrderEnd $end ): null {
		$this->ends->current = $end;

		return null;
	}

	/**
	 * Loses the response of a create request, during which another process works.
	 */
	private function lose( Closure $meanwhile ): Closure {
		return static function ( PaymentLink $link, ScriptedApi $api ) use ( $meanwhile ): Throwable {
			$api->orders[ $link->order_id->value ] = true;
			$meanwhile();

			return new ProviderUnavailable( true, 'reset' );
		};
	}

	private static function new_link( bool $is_confirmed = false, ?OrderEnd $order_end = null ): NewLink {
		$link = Make::new_link();

		return new NewLink(
			$link->order,
			$link->site,
			$link->details,
			$link->kind,
			$link->due,
			$link->idempotency_key,
			null,
			$link->actor,
			is_amount_confirmed: $is_confirmed,
			order_end: $order_end
		);
	}

	private function order_ended( Closure $act ): OrderEnded {
		$failure = $this->assert_throws( OrderEnded::class, $act );
		self::assertInstanceOf( OrderEnded::class, $failure );

		return $failure;
	}

	/**
	 * @param class-string<Throwable> $type
	 */
	private function assert_throws( string $type, Closure $act ): Throwable {
		try {
			$act();
		} catch ( Throwable $failure ) {
			self::assertInstanceOf( $type, $failure, $failure->getMessage() );

			return $failure;
		}

		self::fail( 'Nothing was thrown.' );
	}
}
