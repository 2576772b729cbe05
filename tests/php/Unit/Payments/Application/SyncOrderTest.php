<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderStatus;
use MultiSafepay\PaymentLinks\Payments\Application\AcknowledgeAlert;
use MultiSafepay\PaymentLinks\Payments\Application\ApplyPayment;
use MultiSafepay\PaymentLinks\Payments\Application\ApplyProviderStatus;
use MultiSafepay\PaymentLinks\Payments\Application\SyncOrder;
use MultiSafepay\PaymentLinks\Payments\Domain\NoAlert;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;
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

#[CoversClass( SyncOrder::class )]
#[CoversClass( ApplyPayment::class )]
#[CoversClass( ApplyProviderStatus::class )]
final class SyncOrderTest extends TestCase {

	private FrozenClock $clock;

	private InMemoryLinks $links;

	private ShopOrder $order;

	private FreeLock $lock;

	private RecordedWatch $watch;

	private SyncOrder $sync;

	private ApplyProviderStatus $apply;

	protected function setUp(): void {
		$this->clock = new FrozenClock();
		$this->links = new InMemoryLinks( $this->clock );
		$this->order = new ShopOrder();
		$this->lock  = new FreeLock();
		$this->watch = new RecordedWatch();
		[ $this->sync, $this->apply ] = $this->services();
	}

	public function test_repeated_reports_of_a_payment_pay_the_order_once(): void {
		$link = $this->link();
		for ( $i = 0; $i < 1000; $i++ ) {
			$link = $this->report( $link, ProviderStatus::Completed );
		}

		self::assertSame(
			[ 1, 'processing', 'T1', [ 'Paid' ] ],
			[ $this->order->completions, $this->order->status, $this->order->transaction_id, $this->order->notes ]
		);
		// Replays take no lock and write nothing.
		self::assertSame( 1, $this->lock->acquired );
		self::assertSame( [ '1: active > completed (provider_status)' ], $this->links->events );
		self::assertNull( $link->alert );
	}

	#[DataProvider( 'unpaid_statuses' )]
	public function test_a_status_without_a_payment_never_changes_the_order(
		ProviderStatus $provider_status,
		string $status,
	): void {
		$this->order->status = $status;
		$this->report( $this->link(), $provider_status );

		self::assertSame( [ $status, [], 0 ], [ $this->order->status, $this->order->notes, $this->lock->acquired ] );
	}

	/**
	 * @return iterable<string, array{ProviderStatus, string}>
	 */
	public static function unpaid_statuses(): iterable {
		foreach ( [
			ProviderStatus::Open,
			ProviderStatus::Declined,
			ProviderStatus::Expired,
			ProviderStatus::Cancelled,
		] as $provider_status ) {
			foreach ( [ 'pending', 'on-hold', 'processing', 'completed', 'cancelled', 'refunded' ] as $status ) {
				yield "$provider_status->name, order $status" => [ $provider_status, $status ];
			}
		}
	}

	public function test_a_paid_order_stays_paid_after_later_statuses_of_its_link(): void {
		$link = $this->report( $this->link(), ProviderStatus::Completed );
		foreach ( [
			ProviderStatus::Open,
			ProviderStatus::Declined,
			ProviderStatus::Expired,
			ProviderStatus::Cancelled,
			ProviderStatus::Uncleared,
			null,
		] as $provider_status ) {
			$link = $this->report( $link, $provider_status );
		}

		self::assertSame(
			[ LinkStatus::Completed, 'processing', [ 'Paid' ] ],
			[ $link->status, $this->order->status, $this->order->notes ]
		);
	}

	public function test_an_uncleared_payment_sets_the_order_on_hold_and_pays_it_when_it_clears(): void {
		$link = $this->report( $this->link(), ProviderStatus::Uncleared );
		self::assertSame( [ 'on-hold', [ 'Uncleared' ] ], [ $this->order->status, $this->order->notes ] );

		$this->report( $link, ProviderStatus::Completed );
		self::assertSame( [ 'processing', [ 'Uncleared', 'Paid' ] ], [ $this->order->status, $this->order->notes ] );
	}

	public function test_a_declined_uncleared_payment_is_noted_and_leaves_the_order_on_hold(): void {
		$link = $this->report(
			$this->report( $this->link(), ProviderStatus::Uncleared ),
			ProviderStatus::Declined
		);
		$this->report( $link, ProviderStatus::Declined );

		self::assertSame( [ 'on-hold', [ 'Uncleared', 'HoldEnded' ] ], [ $this->order->status, $this->order->notes ] );
	}

	public function test_an_uncleared_payment_does_not_change_an_order_paid_in_another_way(): void {
		$this->order->pay_by_bank();
		$this->report( $this->link(), ProviderStatus::Uncleared );

		self::assertSame( [ 'processing', [ 'Uncleared' ] ], [ $this->order->status, $this->order->notes ] );
	}

	#[DataProvider( 'mismatched_payments' )]
	public function test_a_payment_mismatch_raises_an_alert_and_never_completes_the_order(
		?Money $paid,
		PaymentAlert $alert,
		string $note,
	): void {
		$link = $this->link();
		for ( $i = 0; $i < 3; $i++ ) {
			$link = $this->apply->apply( $link, new ProviderOrder( ProviderStatus::Completed, $paid, 'T1', 'IDEAL' ) );
		}

		self::assertSame( [ $alert, LinkStatus::Active ], [ $link->alert, $link->status ] );
		self::assertSame(
			[ 'on-hold', [ $note ], 0 ],
			[ $this->order->status, $this->order->notes, $this->order->completions ]
		);
		self::assertSame( [ '1: active > active (alert_raised)' ], $this->links->events );
	}

	/**
	 * @return array<string, array{Money|null, PaymentAlert, string}>
	 */
	public static function mismatched_payments(): array {
		return [
			'one cent'          => [
				new Money( 1, new Currency( 'EUR' ) ),
				PaymentAlert::AmountMismatch,
				'Alert amount_mismatch 1',
			],
			'one cent too much' => [
				new Money( 8001, new Currency( 'EUR' ) ),
				PaymentAlert::AmountMismatch,
				'Alert amount_mismatch 8001',
			],
			'another currency'  => [
				new Money( 8000, new Currency( 'USD' ) ),
				PaymentAlert::CurrencyMismatch,
				'Alert currency_mismatch 8000',
			],
			'no amount'         => [ null, PaymentAlert::AmountMismatch, 'Alert amount_mismatch' ],
		];
	}

	public function test_a_payment_mismatch_does_not_change_a_paid_order(): void {
		$this->order->pay_by_bank( 'completed' );
		$this->apply->apply(
			$this->link(),
			new ProviderOrder( ProviderStatus::Completed, new Money( 1, new Currency( 'EUR' ) ), 'T1', 'IDEAL' )
		);

		self::assertSame(
			[ 'completed', [ 'Alert amount_mismatch 1' ] ],
			[ $this->order->status, $this->order->notes ]
		);
	}

	#[DataProvider( 'closed_orders' )]
	public function test_a_payment_for_a_closed_or_paid_order_is_recorded_and_raises_an_alert(
		string $status,
		bool $has_date_paid,
		PaymentAlert $alert,
	): void {
		$this->order->status         = $status;
		$this->order->has_date_paid  = $has_date_paid;
		$this->order->transaction_id = 'bank-1';
		$link                        = $this->report(
			$this->report( $this->link(), ProviderStatus::Completed ),
			ProviderStatus::Completed
		);

		self::assertSame( [ LinkStatus::Completed, $alert ], [ $link->status, $link->alert ] );
		self::assertSame(
			[ $status, [ 'Alert ' . $alert->value . ' 8000' ], 0 ],
			[ $this->order->status, $this->order->notes, $this->order->completions ]
		);
	}

	/**
	 * @return array<string, array{string, bool, PaymentAlert}>
	 */
	public static function closed_orders(): array {
		return [
			'cancelled'               => [ 'cancelled', false, PaymentAlert::OrderCancelled ],
			'cancelled after payment' => [ 'cancelled', true, PaymentAlert::OrderCancelled ],
			'refunded'                => [ 'refunded', true, PaymentAlert::OrderRefunded ],
			'paid by bank'            => [ 'processing', true, PaymentAlert::SecondPayment ],
			'shipped'                 => [ 'completed', true, PaymentAlert::SecondPayment ],
		];
	}

	public function test_a_payment_of_an_order_that_staff_marked_as_paid_is_recorded_without_an_alert(): void {
		$this->order->pay_by_bank( 'completed', '' );
		$link = $this->report( $this->link(), ProviderStatus::Completed );

		self::assertNull( $link->alert );
		self::assertSame(
			[ 'completed', 'T1', [ 'Recorded' ], 0 ],
			[ $this->order->status, $this->order->transaction_id, $this->order->notes, $this->order->completions ]
		);
	}

	public function test_a_second_payment_of_an_order_that_staff_marked_as_paid_raises_an_alert(): void {
		$this->order->pay_by_bank( 'completed', '' );
		$this->report( $this->link(), ProviderStatus::Completed );
		$second = $this->report( $this->link(), ProviderStatus::Completed, 'T2' );

		self::assertSame( [ PaymentAlert::SecondPayment, 'T1' ], [ $second->alert, $this->order->transaction_id ] );
	}

	public function test_an_amount_above_the_amount_due_that_staff_confirmed_raises_no_alert(): void {
		$link = $this->report( $this->link( 9000 ), ProviderStatus::Completed );

		self::assertNull( $link->alert );
		self::assertSame( [ 'processing', [ 'Paid' ] ], [ $this->order->status, $this->order->notes ] );
	}

	public function test_a_confirmed_payment_of_a_paid_order_is_noted_without_an_alert(): void {
		$this->order->pay_by_bank();
		$link = $this->report( $this->link( 2000, due: 0 ), ProviderStatus::Completed );

		self::assertNull( $link->alert );
		self::assertSame( [ 'bank-1', [ 'PaidExtra' ] ], [ $this->order->transaction_id, $this->order->notes ] );
	}

	public function test_more_than_staff_confirmed_raises_an_alert(): void {
		$link               = $this->link( 9000 );
		$this->order->total = 6000;

		self::assertSame(
			PaymentAlert::AmountAboveDue,
			$this->report( $link, ProviderStatus::Completed )->alert
		);
	}

	public function test_a_payment_with_an_alert_is_applied_when_the_order_accepts_it_again(): void {
		$this->order->exists      = false;
		$this->order->is_in_trash = true;
		$link                     = $this->report( $this->link(), ProviderStatus::Completed );
		self::assertSame( PaymentAlert::OrderTrashed, $link->alert );
		$link = $this->sync->retry_alert( $link );
		self::assertSame( PaymentAlert::OrderTrashed, $link->alert, 'The order is still in the trash.' );

		$this->order->exists = true;
		$link                = $this->sync->retry_alert( $link );
		self::assertNull( $link->alert );
		$this->sync->resume( $link->id );

		self::assertSame(
			[ 'processing', 1, [ 'Alert order_trashed 8000', 'Paid' ] ],
			[ $this->order->status, $this->order->completions, $this->order->notes ]
		);
		self::assertContains( '1: completed > completed (alert_resolved)', $this->links->events );
	}

	public function test_an_acknowledged_alert_is_not_raised_again_by_the_same_payment(): void {
		$link = $this->report( $this->link(), ProviderStatus::Completed );
		$link = $this->report( $link, ProviderStatus::Completed, 'T2' );
		self::assertSame( PaymentAlert::SecondPayment, $link->alert );

		$link = $this->acknowledge( 'Refunded.' );
		self::assertNull( $link->alert );
		$link = $this->report( $link, ProviderStatus::Completed, 'T2' );
		self::assertNull( $link->alert );
		self::assertSame( 'Acknowledged second_payment Refunded.', $this->order->notes[2] ?? '' );

		$link = $this->report( $link, ProviderStatus::Completed, 'T3' );
		self::assertSame( PaymentAlert::SecondPayment, $link->alert, 'This is another payment.' );
	}

	public function test_accepting_a_payment_marks_the_order_as_paid(): void {
		$this->order->overwrite_status( 'cancelled' );
		$this->report( $this->link(), ProviderStatus::Completed );

		self::assertNull( $this->acknowledge( '', true )->alert );
		self::assertSame( [ 'processing', 'T1' ], [ $this->order->status, $this->order->transaction_id ] );
	}

	public function test_only_an_alert_can_be_acknowledged_and_only_some_payments_accepted(): void {
		$link = $this->report( $this->link(), ProviderStatus::Completed );
		try {
			$this->acknowledge();
			self::fail( 'Nothing was thrown.' );
		} catch ( NoAlert ) {
			self::assertNull( $this->links->find( $link->id )?->alert );
		}

		$this->report( $link, ProviderStatus::Completed, 'T2' );
		$this->expectException( InvalidValue::class );
		$this->acknowledge( '', true );
	}

	private function acknowledge( string $note = '', bool $accepts_payment = false ): PaymentLink {
		return ( new AcknowledgeAlert( $this->links, $this->order, $this->lock ) )->acknowledge(
			1,
			$note,
			$accepts_payment,
			Actor::staff( 2 )
		);
	}

	public function test_a_payment_for_a_deleted_order_is_recorded_and_raises_an_alert(): void {
		$this->order->exists = false;
		$link                = $this->report( $this->link(), ProviderStatus::Completed );

		self::assertSame(
			[ LinkStatus::Completed, PaymentAlert::OrderDeleted, [ 'Alert order_deleted 8000' ] ],
			[ $link->status, $link->alert, $this->order->notes ]
		);
	}

	public function test_a_custom_order_status_that_accepts_no_payment_raises_an_alert(): void {
		$this->order->takes_payment = false;
		$link                       = $this->report( $this->link(), ProviderStatus::Completed );

		self::assertSame(
			[ PaymentAlert::OrderStatus, [ 'Alert order_status 8000' ] ],
			[ $link->alert, $this->order->notes ]
		);
	}

	public function test_a_second_payment_through_the_same_link_raises_an_alert(): void {
		$link = $this->report( $this->link(), ProviderStatus::Completed );
		for ( $i = 0; $i < 3; $i++ ) {
			$link = $this->apply->apply(
				$link,
				new ProviderOrder( ProviderStatus::Completed, self::euros( 8000 ), 'T2', 'IDEAL' )
			);
		}

		self::assertSame( [ PaymentAlert::SecondPayment, 'T1' ], [ $link->alert, $link->transaction_id ] );
		self::assertSame(
			[ 1, [ 'Paid', 'Alert second_payment 8000' ] ],
			[ $this->order->completions, $this->order->notes ]
		);
	}

	public function test_a_second_payment_through_another_link_raises_an_alert(): void {
		$this->report( $this->link(), ProviderStatus::Completed );
		$second = $this->report( $this->link(), ProviderStatus::Completed, 'T2' );

		self::assertSame( PaymentAlert::SecondPayment, $second->alert );
		self::assertSame(
			[ 1, 'T1', [ 'Paid', 'Alert second_payment 8000' ] ],
			[ $this->order->completions, $this->order->transaction_id, $this->order->notes ]
		);
	}

	public function test_an_alert_stays_while_the_order_status_accepts_no_payment(): void {
		$this->order                = new ShopOrder( takes_payment: false );
		$this->order->status        = 'quote-sent';
		[ $this->sync, $this->apply ] = $this->services();
		$link                       = $this->report( $this->link(), ProviderStatus::Completed );
		self::assertSame( PaymentAlert::OrderStatus, $link->alert );

		$this->sync->resume( $link->id );

		self::assertSame( PaymentAlert::OrderStatus, $this->links->find( $link->id )?->alert );
		self::assertSame( [ 'Alert order_status 8000' ], $this->order->notes );
	}

	public function test_a_process_killed_while_it_reconsiders_an_alert_leaves_the_alert(): void {
		$this->order->status = 'cancelled';
		$link                = $this->report( $this->link(), ProviderStatus::Completed );
		$this->order->status = 'pending';

		$this->order->fails_at = 'complete';
		try {
			$this->sync->resume( $link->id );
			self::fail( 'The process is killed.' );
		} catch ( RuntimeException ) {
			self::assertSame( PaymentAlert::OrderCancelled, $this->links->all()[0]->alert );
		}
		$this->sync->resume( $link->id );

		self::assertNull( $this->links->all()[0]->alert );
		self::assertSame( 1, $this->order->completions );
	}

	public function test_partial_payments_pay_the_order_when_they_cover_the_total(): void {
		$this->report( $this->link( 3000 ), ProviderStatus::Completed );
		self::assertSame( [ 'pending', [ 'PartlyPaid 5000' ] ], [ $this->order->status, $this->order->notes ] );

		$this->report( $this->link( 5000 ), ProviderStatus::Completed, 'T2' );
		self::assertSame(
			[ 'processing', [ 'PartlyPaid 5000', 'Paid' ] ],
			[ $this->order->status, $this->order->notes ]
		);
	}

	public function test_two_simultaneous_partial_payments_pay_the_order_once_without_an_alert(): void {
		$first  = $this->link( 4000 );
		$second = $this->link( 4000 );
		// Both links are completed before either payment is applied to the order.
		$this->lock->before = fn (): PaymentLink => $this->report( $second, ProviderStatus::Completed, 'T2' );
		$this->report( $first, ProviderStatus::Completed );

		self::assertSame(
			[ 1, 'processing', [ 'PartlyPaid 4000', 'Paid' ] ],
			[ $this->order->completions, $this->order->status, $this->order->notes ]
		);
		self::assertSame(
			[ null, null ],
			array_map( static fn ( PaymentLink $link ): ?PaymentAlert => $link->alert, $this->links->all() )
		);
	}

	#[DataProvider( 'edited_orders' )]
	public function test_a_payment_above_the_amount_due_sets_the_order_on_hold_and_raises_an_alert(
		int $total,
		string $currency,
		PaymentAlert $alert,
	): void {
		$this->order->total    = $total;
		$this->order->currency = $currency;
		$link                  = $this->report( $this->link(), ProviderStatus::Completed );

		self::assertSame( [ $alert, LinkStatus::Completed ], [ $link->alert, $link->status ] );
		self::assertSame(
			[ 'on-hold', [ 'Alert ' . $alert->value . ' 8000' ], 0 ],
			[ $this->order->status, $this->order->notes, $this->order->completions ]
		);
	}

	/**
	 * @return array<string, array{int, string, PaymentAlert}>
	 */
	public static function edited_orders(): array {
		return [
			'a line was removed'       => [ 6000, 'EUR', PaymentAlert::AmountAboveDue ],
			'all lines were removed'   => [ 0, 'EUR', PaymentAlert::AmountAboveDue ],
			'the currency was changed' => [ 8000, 'USD', PaymentAlert::OrderCurrency ],
		];
	}

	public function test_a_refund_is_noted_with_its_total_each_time_the_total_grows(): void {
		$link = $this->report( $this->link(), ProviderStatus::Completed );
		foreach ( [
			[ ProviderStatus::PartiallyRefunded, 1000 ],
			[ ProviderStatus::PartiallyRefunded, 1000 ],
			[ ProviderStatus::PartiallyRefunded, 2500 ],
			[ ProviderStatus::Refunded, 8000 ],
			[ ProviderStatus::Refunded, 8000 ],
		] as [ $status, $sum ] ) {
			$link = $this->apply->apply(
				$link,
				new ProviderOrder( $status, self::euros( 8000 ), 'T1', 'IDEAL', self::euros( $sum ) )
			);
		}

		self::assertSame( [ LinkStatus::Refunded, 8000 ], [ $link->status, $link->refunded ] );
		self::assertSame(
			[ 'processing', [ 'Paid', 'Refunded 1000', 'Refunded 2500', 'Refunded 8000' ] ],
			[ $this->order->status, $this->order->notes ]
		);
	}

	public function test_a_payment_partially_refunded_before_the_first_check_counts_as_a_partial_payment(): void {
		$link = $this->apply->apply(
			$this->link(),
			new ProviderOrder(
				ProviderStatus::PartiallyRefunded,
				self::euros( 8000 ),
				'T1',
				'IDEAL',
				self::euros( 1000 )
			)
		);

		self::assertSame(
			[ null, 'pending', 0 ],
			[ $link->alert, $this->order->status, $this->order->completions ]
		);
		self::assertSame( [ 'PartlyPaid 1000', 'Refunded 1000' ], $this->order->notes );
	}

	public function test_a_payment_fully_refunded_before_the_first_check_is_noted(): void {
		$link = $this->apply->apply(
			$this->link(),
			new ProviderOrder( ProviderStatus::Refunded, self::euros( 8000 ), 'T1', 'IDEAL', self::euros( 8000 ) )
		);

		self::assertSame(
			[ LinkStatus::Refunded, 'pending', [ 'Refunded 8000' ] ],
			[ $link->status, $this->order->status, $this->order->notes ]
		);
	}

	public function test_a_chargeback_raises_an_alert_until_it_is_won(): void {
		$link = $this->report(
			$this->report( $this->link(), ProviderStatus::Completed ),
			ProviderStatus::Chargeback
		);
		self::assertSame( [ PaymentAlert::Chargeback, 'processing' ], [ $link->alert, $this->order->status ] );

		$won = $this->report( $link, ProviderStatus::Completed );
		self::assertSame(
			[ null, 1, [ 'Paid', 'Alert chargeback 8000', 'ChargebackWon' ] ],
			[ $won->alert, $this->order->completions, $this->order->notes ]
		);
	}

	#[DataProvider( 'failing_steps' )]
	public function test_a_killed_process_leaves_work_that_the_next_process_completes( string $step ): void {
		$this->order->fails_at = $step;
		$link                  = $this->link();
		try {
			$this->report( $link, ProviderStatus::Completed );
			self::fail( 'Nothing was thrown.' );
		} catch ( RuntimeException ) {
			self::assertSame( LinkStatus::Completed, $this->links->find( 1 )?->status );
		}
		// The check was scheduled before the link changed.
		self::assertSame( [ '1: active, in 120' ], $this->watch->scheduled );

		$this->sync->resume( 1 );
		$this->sync->resume( 1 );

		self::assertSame(
			[ 'processing', 1, 'T1', [ 'Paid' ] ],
			[ $this->order->status, $this->order->completions, $this->order->transaction_id, $this->order->notes ]
		);
		$link = $this->links->find( 1 );
		self::assertSame( [ null, 'completed//0' ], [ $link?->alert, $link?->synced ] );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function failing_steps(): array {
		return [
			'before the order is completed' => [ 'complete' ],
			'after the order was completed' => [ 'completed' ],
			'before the note'               => [ 'notify' ],
		];
	}

	public function test_a_failed_check_schedules_a_later_one_until_a_month_has_passed(): void {
		$this->lock->is_busy = true;
		try {
			$this->report( $this->link(), ProviderStatus::Completed );
			self::fail( 'The lock was acquired.' );
		} catch ( StorageFailed ) {
			$this->watch->scheduled = [];
		}
		foreach ( [ 120, 3600, 86_400, 86_400 * 40 ] as $seconds ) {
			$this->clock->advance( $seconds );
			try {
				$this->sync->resume( 1 );
			} catch ( StorageFailed ) {
				continue;
			}
		}

		self::assertSame(
			[ '1: completed, in 120', '1: completed, in 3720', '1: completed, in 21600' ],
			$this->watch->scheduled
		);
	}

	public function test_the_second_check_restores_an_order_that_lost_its_payment(): void {
		$this->report( $this->link(), ProviderStatus::Completed );
		$this->order->overwrite_status( 'pending' );
		$this->sync->resume( 1 );
		self::assertSame( [ 'processing', 1 ], [ $this->order->status, $this->order->completions ] );

		// The order was paid by another transaction, or the link was not paid: this link must not restore it.
		$this->order->transaction_id = 'T9';
		$this->sync->resume( 1 );
		$this->report( $this->link(), ProviderStatus::Declined );
		$this->sync->resume( 2 );
		self::assertSame( 1, $this->order->restorations );
	}

	public function test_a_payment_applied_by_another_process_is_not_applied_again(): void {
		$link = $this->link();
		// Another notification applies the payment after the link changed and before this process gets the lock.
		$this->lock->before = function (): void {
			$this->sync->sync( $this->links->find( 1 ) ?? self::fail( 'No link.' ) );
		};
		$this->report( $link, ProviderStatus::Completed );

		self::assertSame( [ 1, [ 'Paid' ] ], [ $this->order->completions, $this->order->notes ] );
	}

	private function report( PaymentLink $link, ?ProviderStatus $status, string $transaction = 'T1' ): PaymentLink {
		return $this->apply->apply(
			$link,
			new ProviderOrder( $status, $link->details->amount, $transaction, 'IDEAL' )
		);
	}

	private function link( int $amount = 8000, int $due = 8000 ): PaymentLink {
		$number = count( $this->links->all() ) + 1;
		$new    = new NewLink(
			Make::order(),
			( new FixedSites() )->all()[0],
			Make::details( $amount ),
			LinkKind::of( Make::details( $amount )->amount, new Money( $due, new Currency( 'EUR' ) ) ),
			new Money( $due, new Currency( 'EUR' ) ),
			"key-0000000$number",
			null,
			Actor::staff( 2 )
		);
		$link   = $this->links->reserve( $new, new OrderId( "PL-1001-$number" ), $number );
		self::assertNotNull( $link );
		$link = $this->links->change(
			$link,
			new LinkChange(
				LinkStatus::Active,
				LinkReason::Created,
				Actor::staff( 2 ),
				payment_url: 'https://pay.example/',
				expires_at: $this->clock->now()->modify( '+1 day' )
			)
		);
		self::assertNotNull( $link );
		$this->links->events = [];

		return $link;
	}

	private static function euros( int $amount ): Money {
		return new Money( $amount, new Currency( 'EUR' ) );
	}

	/**
	 * @return array{SyncOrder, ApplyProviderStatus}
	 */
	private function services(): array {
		$sync = new SyncOrder(
			$this->links,
			$this->order,
			$this->lock,
			$this->watch,
			$this->clock,
			new ApplyPayment( $this->links, $this->order )
		);

		return [ $sync, new ApplyProviderStatus( $this->links, $this->clock, $sync ) ];
	}
}
