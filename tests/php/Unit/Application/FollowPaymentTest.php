<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Application;

use MultiSafepay\PaymentLinks\Application\ApplyProviderStatus;
use MultiSafepay\PaymentLinks\Application\FollowPayment;
use MultiSafepay\PaymentLinks\Application\SettlePayment;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;
use MultiSafepay\PaymentLinks\Domain\LinkAlarm;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\NewLink;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FreeLock;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use MultiSafepay\PaymentLinks\Tests\Double\RecordedWatch;
use MultiSafepay\PaymentLinks\Tests\Double\ShopOrder;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use RuntimeException;

#[CoversClass( FollowPayment::class )]
#[CoversClass( SettlePayment::class )]
#[CoversClass( ApplyProviderStatus::class )]
final class FollowPaymentTest extends TestCase {

	private FrozenClock $clock;

	private InMemoryLinks $links;

	private ShopOrder $order;

	private FreeLock $lock;

	private RecordedWatch $watch;

	private FollowPayment $follow;

	private ApplyProviderStatus $apply;

	protected function setUp(): void {
		$this->clock  = new FrozenClock();
		$this->links  = new InMemoryLinks( $this->clock );
		$this->order  = new ShopOrder();
		$this->lock   = new FreeLock();
		$this->watch  = new RecordedWatch();
		$this->follow = new FollowPayment( $this->links, $this->links, $this->order, $this->lock, $this->watch, $this->clock, new SettlePayment( $this->links, $this->links, $this->order ) );
		$this->apply  = new ApplyProviderStatus( $this->links, $this->clock, $this->follow );
	}

	public function test_the_right_payment_pays_the_order_once_however_often_it_is_told(): void {
		$link = $this->link();
		for ( $i = 0; $i < 1000; $i++ ) {
			$link = $this->said( $link, LinkStatus::Completed );
		}

		self::assertSame( [ 1, 'processing', 'T1', [ 'Paid' ] ], [ $this->order->completions, $this->order->status, $this->order->payment_mark, $this->order->notes ] );
		// Replays take no lock and write nothing.
		self::assertSame( 1, $this->lock->taken );
		self::assertSame( [ '1: active > completed (provider_status)' ], $this->links->events );
		self::assertNull( $link->alarm );
	}

	#[DataProvider( 'unpaid_words' )]
	public function test_a_word_that_is_no_payment_never_touches_the_order( LinkStatus $said, string $status ): void {
		$this->order->status = $status;
		$this->said( $this->link(), $said );

		self::assertSame( [ $status, [], 0 ], [ $this->order->status, $this->order->notes, $this->lock->taken ] );
	}

	/**
	 * @return iterable<string, array{LinkStatus, string}>
	 */
	public static function unpaid_words(): iterable {
		foreach ( [ LinkStatus::Active, LinkStatus::Declined, LinkStatus::Expired, LinkStatus::Cancelled ] as $said ) {
			foreach ( [ 'pending', 'on-hold', 'processing', 'completed', 'cancelled', 'refunded' ] as $status ) {
				yield "$said->value, order $status" => [ $said, $status ];
			}
		}
	}

	public function test_a_paid_order_stays_paid_whatever_its_link_says_afterwards(): void {
		$link = $this->said( $this->link(), LinkStatus::Completed );
		foreach ( [ LinkStatus::Active, LinkStatus::Declined, LinkStatus::Expired, LinkStatus::Cancelled, LinkStatus::Uncleared, null ] as $word ) {
			$link = $this->said( $link, $word );
		}

		self::assertSame( [ LinkStatus::Completed, 'processing', [ 'Paid' ] ], [ $link->status, $this->order->status, $this->order->notes ] );
	}

	public function test_money_on_hold_holds_the_order_and_pays_it_when_it_clears(): void {
		$link = $this->said( $this->link(), LinkStatus::Uncleared );
		self::assertSame( [ 'on-hold', [ 'Uncleared' ] ], [ $this->order->status, $this->order->notes ] );

		$this->said( $link, LinkStatus::Completed );
		self::assertSame( [ 'processing', [ 'Uncleared', 'Paid' ] ], [ $this->order->status, $this->order->notes ] );
	}

	public function test_money_on_hold_that_is_refused_is_told_and_leaves_the_order_on_hold(): void {
		$link = $this->said( $this->said( $this->link(), LinkStatus::Uncleared ), LinkStatus::Declined );
		$this->said( $link, LinkStatus::Declined );

		self::assertSame( [ 'on-hold', [ 'Uncleared', 'HoldEnded' ] ], [ $this->order->status, $this->order->notes ] );
	}

	public function test_money_on_hold_does_not_touch_an_order_that_was_paid_otherwise(): void {
		$this->order->paid_by_bank();
		$this->said( $this->link(), LinkStatus::Uncleared );

		self::assertSame( [ 'processing', [ 'Uncleared' ] ], [ $this->order->status, $this->order->notes ] );
	}

	#[DataProvider( 'wrong_payments' )]
	public function test_a_wrong_payment_is_shown_and_never_processed( ?Money $paid, LinkAlarm $alarm, string $note ): void {
		$link = $this->link();
		for ( $i = 0; $i < 3; $i++ ) {
			$link = $this->apply->apply( $link, new ProviderOrder( LinkStatus::Completed, $paid, 'T1', 'IDEAL' ) );
		}

		self::assertSame( [ $alarm, LinkStatus::Active ], [ $link->alarm, $link->status ] );
		self::assertSame( [ 'on-hold', [ $note ], 0 ], [ $this->order->status, $this->order->notes, $this->order->completions ] );
		self::assertSame( [ '1: active > active (amount_mismatch)' ], $this->links->events );
	}

	/**
	 * @return array<string, array{Money|null, LinkAlarm, string}>
	 */
	public static function wrong_payments(): array {
		return [
			'a cent'           => [ new Money( 1, new Currency( 'EUR' ) ), LinkAlarm::AmountMismatch, 'AmountMismatch 1' ],
			'a cent too much'  => [ new Money( 8001, new Currency( 'EUR' ) ), LinkAlarm::AmountMismatch, 'AmountMismatch 8001' ],
			'another currency' => [ new Money( 8000, new Currency( 'USD' ) ), LinkAlarm::CurrencyMismatch, 'CurrencyMismatch 8000' ],
			'no amount'        => [ null, LinkAlarm::AmountMismatch, 'AmountMismatch' ],
		];
	}

	public function test_a_wrong_payment_does_not_touch_a_paid_order(): void {
		$this->order->paid_by_bank( 'completed' );
		$this->apply->apply( $this->link(), new ProviderOrder( LinkStatus::Completed, new Money( 1, new Currency( 'EUR' ) ), 'T1', 'IDEAL' ) );

		self::assertSame( [ 'completed', [ 'AmountMismatch 1' ] ], [ $this->order->status, $this->order->notes ] );
	}

	#[DataProvider( 'closed_orders' )]
	public function test_money_for_an_order_that_takes_none_is_kept_and_shown( string $status, bool $has_date_paid, LinkAlarm $alarm, string $note ): void {
		$this->order->status        = $status;
		$this->order->has_date_paid = $has_date_paid;
		$link                       = $this->said( $this->said( $this->link(), LinkStatus::Completed ), LinkStatus::Completed );

		self::assertSame( [ LinkStatus::Completed, $alarm ], [ $link->status, $link->alarm ] );
		self::assertSame( [ $status, [ $note ], 0 ], [ $this->order->status, $this->order->notes, $this->order->completions ] );
	}

	/**
	 * @return array<string, array{string, bool, LinkAlarm, string}>
	 */
	public static function closed_orders(): array {
		return [
			'cancelled'                => [ 'cancelled', false, LinkAlarm::OrderClosed, 'OrderClosed' ],
			'cancelled after payment'  => [ 'cancelled', true, LinkAlarm::OrderClosed, 'OrderClosed' ],
			'refunded'                 => [ 'refunded', true, LinkAlarm::OrderClosed, 'OrderClosed' ],
			'paid by bank'             => [ 'processing', true, LinkAlarm::SecondPayment, 'SecondPayment' ],
			'shipped'                  => [ 'completed', true, LinkAlarm::SecondPayment, 'SecondPayment' ],
			'paid, back to pending'    => [ 'pending', true, LinkAlarm::SecondPayment, 'SecondPayment' ],
		];
	}

	public function test_money_for_an_order_that_is_gone_is_kept_and_shown(): void {
		$this->order->exists = false;
		$link                = $this->said( $this->link(), LinkStatus::Completed );

		self::assertSame( [ LinkStatus::Completed, LinkAlarm::OrderGone, [ 'OrderGone' ] ], [ $link->status, $link->alarm, $this->order->notes ] );
	}

	public function test_a_state_of_another_plugin_that_takes_no_payment_is_shown(): void {
		$this->order->takes_payment = false;
		$link                       = $this->said( $this->link(), LinkStatus::Completed );

		self::assertSame( [ LinkAlarm::OrderClosed, [ 'NotTaken' ] ], [ $link->alarm, $this->order->notes ] );
	}

	public function test_a_second_payment_through_the_same_link_is_shown(): void {
		$link = $this->said( $this->link(), LinkStatus::Completed );
		for ( $i = 0; $i < 3; $i++ ) {
			$link = $this->apply->apply( $link, new ProviderOrder( LinkStatus::Completed, self::euros( 8000 ), 'T2', 'IDEAL' ) );
		}

		self::assertSame( [ LinkAlarm::SecondPayment, 'T1' ], [ $link->alarm, $link->transaction_id ] );
		self::assertSame( [ 1, [ 'Paid', 'SecondPayment 8000' ] ], [ $this->order->completions, $this->order->notes ] );
	}

	public function test_a_second_payment_through_another_link_is_shown(): void {
		$this->said( $this->link(), LinkStatus::Completed );
		$second = $this->said( $this->link(), LinkStatus::Completed, 'T2' );

		self::assertSame( LinkAlarm::SecondPayment, $second->alarm );
		self::assertSame( [ 1, 'T1', [ 'Paid', 'SecondPayment' ] ], [ $this->order->completions, $this->order->payment_mark, $this->order->notes ] );
	}

	public function test_parts_pay_the_order_when_they_cover_it(): void {
		$this->said( $this->link( 3000 ), LinkStatus::Completed );
		self::assertSame( [ 'pending', [ 'PartlyPaid 5000' ] ], [ $this->order->status, $this->order->notes ] );

		$this->said( $this->link( 5000 ), LinkStatus::Completed, 'T2' );
		self::assertSame( [ 'processing', [ 'PartlyPaid 5000', 'Paid' ] ], [ $this->order->status, $this->order->notes ] );
	}

	public function test_two_parts_at_the_same_moment_pay_the_order_once_without_an_alarm(): void {
		$first  = $this->link( 4000 );
		$second = $this->link( 4000 );
		// Both rows say completed before either order-side work begins.
		$this->lock->before = fn (): PaymentLink => $this->said( $second, LinkStatus::Completed, 'T2' );
		$this->said( $first, LinkStatus::Completed );

		self::assertSame( [ 1, 'processing', [ 'PartlyPaid 4000', 'Paid' ] ], [ $this->order->completions, $this->order->status, $this->order->notes ] );
		self::assertSame( [ null, null ], array_map( static fn ( PaymentLink $link ): ?LinkAlarm => $link->alarm, $this->links->all() ) );
	}

	#[DataProvider( 'edited_orders' )]
	public function test_a_link_that_asks_more_than_the_order_owes_is_held_for_a_person( int $total, string $currency, LinkAlarm $alarm ): void {
		$this->order->total    = $total;
		$this->order->currency = $currency;
		$link                  = $this->said( $this->link(), LinkStatus::Completed );

		self::assertSame( [ $alarm, LinkStatus::Completed ], [ $link->alarm, $link->status ] );
		self::assertSame( [ 'on-hold', [ 'OrderMismatch' ], 0 ], [ $this->order->status, $this->order->notes, $this->order->completions ] );
	}

	/**
	 * @return array<string, array{int, string, LinkAlarm}>
	 */
	public static function edited_orders(): array {
		return [
			'a line was taken off'    => [ 6000, 'EUR', LinkAlarm::AmountMismatch ],
			'nothing is left'         => [ 0, 'EUR', LinkAlarm::AmountMismatch ],
			'the currency was edited' => [ 8000, 'USD', LinkAlarm::CurrencyMismatch ],
		];
	}

	public function test_refunds_are_told_with_their_sum_each_time_it_grows(): void {
		$link = $this->said( $this->link(), LinkStatus::Completed );
		foreach ( [ [ LinkStatus::PartiallyRefunded, 1000 ], [ LinkStatus::PartiallyRefunded, 1000 ], [ LinkStatus::PartiallyRefunded, 2500 ], [ LinkStatus::Refunded, 8000 ], [ LinkStatus::Refunded, 8000 ] ] as [ $status, $sum ] ) {
			$link = $this->apply->apply( $link, new ProviderOrder( $status, self::euros( 8000 ), 'T1', 'IDEAL', self::euros( $sum ) ) );
		}

		self::assertSame( [ LinkStatus::Refunded, 8000 ], [ $link->status, $link->refunded ] );
		self::assertSame( [ 'processing', [ 'Paid', 'Refunded 1000', 'Refunded 2500', 'Refunded 8000' ] ], [ $this->order->status, $this->order->notes ] );
	}

	public function test_a_payment_that_was_partly_refunded_before_anybody_looked_is_shown(): void {
		$link = $this->apply->apply( $this->link(), new ProviderOrder( LinkStatus::PartiallyRefunded, self::euros( 8000 ), 'T1', 'IDEAL', self::euros( 1000 ) ) );

		self::assertSame( [ LinkAlarm::AmountMismatch, 'on-hold', 0 ], [ $link->alarm, $this->order->status, $this->order->completions ] );
		self::assertSame( [ 'OrderMismatch', 'Refunded 1000' ], $this->order->notes );
	}

	public function test_a_payment_that_was_wholly_refunded_before_anybody_looked_is_noted(): void {
		$link = $this->apply->apply( $this->link(), new ProviderOrder( LinkStatus::Refunded, self::euros( 8000 ), 'T1', 'IDEAL', self::euros( 8000 ) ) );

		self::assertSame( [ LinkStatus::Refunded, 'pending', [ 'Refunded 8000' ] ], [ $link->status, $this->order->status, $this->order->notes ] );
	}

	public function test_a_chargeback_is_shown_until_it_is_won(): void {
		$link = $this->said( $this->said( $this->link(), LinkStatus::Completed ), LinkStatus::Chargeback );
		self::assertSame( [ LinkAlarm::Chargeback, 'processing' ], [ $link->alarm, $this->order->status ] );

		$won = $this->said( $link, LinkStatus::Completed );
		self::assertSame( [ null, 1, [ 'Paid', 'Chargeback', 'ChargebackWon' ] ], [ $won->alarm, $this->order->completions, $this->order->notes ] );
	}

	#[DataProvider( 'places_to_die' )]
	public function test_a_process_that_dies_leaves_work_that_the_next_one_finishes( string $place ): void {
		$this->order->dies_at = $place;
		$link                 = $this->link();
		try {
			$this->said( $link, LinkStatus::Completed );
			self::fail( 'It did not die.' );
		} catch ( RuntimeException ) {
			self::assertSame( LinkStatus::Completed, $this->links->find( 1 )?->status );
		}
		// The look was asked for before the row changed.
		self::assertSame( [ '1: active, in 120' ], $this->watch->asked );

		$this->follow->catch_up( 1 );
		$this->follow->catch_up( 1 );

		self::assertSame( [ 'processing', 1, 'T1', [ 'Paid' ] ], [ $this->order->status, $this->order->completions, $this->order->payment_mark, $this->order->notes ] );
		$link = $this->links->find( 1 );
		self::assertSame( [ null, 'completed//0' ], [ $link?->alarm, $link?->followed ] );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function places_to_die(): array {
		return [
			'before the order is paid'      => [ 'complete' ],
			'as soon as the order is paid'  => [ 'completed' ],
			'before the note'               => [ 'tell' ],
		];
	}

	public function test_a_second_look_that_fails_leaves_a_later_one_until_a_month_has_passed(): void {
		$this->lock->is_busy = true;
		try {
			$this->said( $this->link(), LinkStatus::Completed );
			self::fail( 'It got the lock.' );
		} catch ( StorageFailed ) {
			$this->watch->asked = [];
		}
		foreach ( [ 120, 3600, 86_400, 86_400 * 40 ] as $seconds ) {
			$this->clock->advance( $seconds );
			try {
				$this->follow->catch_up( 1 );
			} catch ( StorageFailed ) {
				continue;
			}
		}

		self::assertSame( [ '1: completed, in 120', '1: completed, in 3720', '1: completed, in 21600' ], $this->watch->asked );
	}

	public function test_the_second_look_mends_an_order_that_forgot_its_payment(): void {
		$this->said( $this->link(), LinkStatus::Completed );
		$this->order->status = 'pending';
		$this->follow->catch_up( 1 );
		self::assertSame( [ 'processing', 1 ], [ $this->order->status, $this->order->completions ] );

		// Paid by another transaction since, or not paid at all: none of this link's business.
		$this->order->payment_mark = 'T9';
		$this->follow->catch_up( 1 );
		$this->said( $this->link(), LinkStatus::Declined );
		$this->follow->catch_up( 2 );
		self::assertSame( 1, $this->order->restorations );
	}

	public function test_a_payment_that_another_process_took_over_meanwhile_is_left_alone(): void {
		$link = $this->link();
		// Between the row and the lock, another notification does all of it.
		$this->lock->before = function (): void {
			$this->follow->follow( $this->links->find( 1 ) ?? self::fail( 'No link.' ) );
		};
		$this->said( $link, LinkStatus::Completed );

		self::assertSame( [ 1, [ 'Paid' ] ], [ $this->order->completions, $this->order->notes ] );
	}

	private function said( PaymentLink $link, ?LinkStatus $status, string $transaction = 'T1' ): PaymentLink {
		return $this->apply->apply( $link, new ProviderOrder( $status, $link->details->amount, $transaction, 'IDEAL' ) );
	}

	private function link( int $amount = 8000 ): PaymentLink {
		$number = count( $this->links->all() ) + 1;
		$new    = new NewLink( Make::order(), ( new FixedSites() )->all()[0], Make::details( $amount ), "key-0000000$number", null, Actor::staff( 2 ) );
		$link   = $this->links->reserve( $new, new OrderId( "PL-1001-$number" ), $number );
		self::assertNotNull( $link );
		$link = $this->links->change( $link, new LinkChange( LinkStatus::Active, LinkReason::Created, Actor::staff( 2 ), payment_url: 'https://pay.example/', expires_at: $this->clock->now()->modify( '+1 day' ) ) );
		self::assertNotNull( $link );
		$this->links->events = [];

		return $link;
	}

	private static function euros( int $amount ): Money {
		return new Money( $amount, new Currency( 'EUR' ) );
	}
}
