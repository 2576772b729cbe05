<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Application\OrderParser;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderStatus;
use MultiSafepay\PaymentLinks\Payments\Application\ApplyProviderStatus;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( ApplyProviderStatus::class )]
final class ApplyProviderStatusTest extends TestCase {

	private const DAY = 86_400.0;

	private FrozenClock $clock;

	private InMemoryLinks $links;

	private ApplyProviderStatus $apply;

	protected function setUp(): void {
		$this->clock = new FrozenClock();
		$this->links = new InMemoryLinks( $this->clock );
		$this->apply = Make::provider_status_handler( $this->links, $this->clock );
	}

	#[DataProvider( 'provider_statuses' )]
	public function test_an_active_link_gets_the_status_of_the_provider(
		?ProviderStatus $reported,
		LinkStatus $expected,
	): void {
		$link = $this->apply->apply( $this->active_link(), self::provider_order( $reported ) );

		self::assertSame( $expected, $link->status );
		self::assertSame( $expected, $this->links->find( 1 )?->status );
	}

	/**
	 * @return array<string, array{ProviderStatus|null, LinkStatus}>
	 */
	public static function provider_statuses(): array {
		return [
			'completed'                                 => [ ProviderStatus::Completed, LinkStatus::Completed ],
			'uncleared'                                 => [ ProviderStatus::Uncleared, LinkStatus::Uncleared ],
			'declined'                                  => [ ProviderStatus::Declined, LinkStatus::Declined ],
			'cancelled'                                 => [ ProviderStatus::Cancelled, LinkStatus::Cancelled ],
			'refunded before the first check'           => [ ProviderStatus::Refunded, LinkStatus::Refunded ],
			'partially refunded before the first check' => [
				ProviderStatus::PartiallyRefunded,
				LinkStatus::PartiallyRefunded,
			],
			'charged back before the first check'       => [ ProviderStatus::Chargeback, LinkStatus::Chargeback ],
			'no status'                                 => [ null, LinkStatus::Active ],
			'an attempt expired before the link'        => [ ProviderStatus::Expired, LinkStatus::Active ],
		];
	}

	public function test_a_payment_sets_time_transaction_and_method(): void {
		$link = $this->apply->apply( $this->active_link(), self::provider_order( ProviderStatus::Completed ) );

		self::assertEquals( $this->clock->now(), $link->paid_at );
		self::assertSame( '1234567890123456', $link->transaction_id );
		self::assertSame( 'IDEAL', $link->payment_method );
		self::assertSame( 'https://pay.example/PL-1001-1', $link->payment_url );
		self::assertSame( [ '1: active > completed (provider_status)' ], $this->links->events );
	}

	#[DataProvider( 'other_amounts' )]
	public function test_a_payment_of_another_amount_is_recorded_and_changes_nothing(
		ProviderStatus $reported,
		?int $amount,
		string $currency,
	): void {
		$money = null === $amount ? null : new Money( $amount, new Currency( $currency ) );

		$link = $this->apply->apply( $this->active_link(), new ProviderOrder( $reported, $money, '42', 'IDEAL' ) );

		self::assertSame( LinkStatus::Active, $link->status );
		self::assertSame( LinkStatus::Active, $this->links->find( 1 )?->status );
		self::assertNull( $this->links->find( 1 )->paid_at );
		self::assertSame( [ '1: active > active (alert_raised)' ], $this->links->events );
	}

	/**
	 * @return array<string, array{ProviderStatus, int|null, string}>
	 */
	public static function other_amounts(): array {
		return [
			'one cent less'                      => [ ProviderStatus::Completed, 7999, 'EUR' ],
			'one cent more'                      => [ ProviderStatus::Completed, 8001, 'EUR' ],
			'zero'                               => [ ProviderStatus::Completed, 0, 'EUR' ],
			'negative'                           => [ ProviderStatus::Completed, -8000, 'EUR' ],
			'in euros instead of cents'          => [ ProviderStatus::Completed, 80, 'EUR' ],
			'in another currency'                => [ ProviderStatus::Completed, 8000, 'USD' ],
			'missing'                            => [ ProviderStatus::Completed, null, 'EUR' ],
			'refunded, another amount'           => [ ProviderStatus::Refunded, 1, 'EUR' ],
			'partially refunded, another amount' => [ ProviderStatus::PartiallyRefunded, 1, 'EUR' ],
			'charged back, another amount'       => [ ProviderStatus::Chargeback, 1, 'EUR' ],
		];
	}

	#[DataProvider( 'unpaid_final_statuses' )]
	public function test_an_unpaid_final_status_needs_no_amount(
		ProviderStatus $reported,
		LinkStatus $expected,
	): void {
		self::assertSame(
			$expected,
			$this->apply->apply( $this->active_link(), new ProviderOrder( $reported ) )->status
		);
	}

	/**
	 * @return array<string, array{ProviderStatus, LinkStatus}>
	 */
	public static function unpaid_final_statuses(): array {
		return [
			'cancelled' => [ ProviderStatus::Cancelled, LinkStatus::Cancelled ],
			'declined'  => [ ProviderStatus::Declined, LinkStatus::Declined ],
		];
	}

	#[DataProvider( 'seconds_around_the_deadline' )]
	public function test_a_link_expires_only_at_its_own_deadline(
		?ProviderStatus $reported,
		float $elapsed,
		LinkStatus $expected,
	): void {
		$link = $this->active_link();
		$this->clock->advance( $elapsed );

		self::assertSame( $expected, $this->apply->apply( $link, self::provider_order( $reported ) )->status );
	}

	/**
	 * @return array<string, array{ProviderStatus|null, float, LinkStatus}>
	 */
	public static function seconds_around_the_deadline(): array {
		return [
			'expired, one second before'    => [ ProviderStatus::Expired, self::DAY - 1, LinkStatus::Active ],
			'expired, at the deadline'      => [ ProviderStatus::Expired, self::DAY, LinkStatus::Expired ],
			'expired, after the deadline'   => [ ProviderStatus::Expired, self::DAY + 1, LinkStatus::Expired ],
			'no status, one second before'  => [ null, self::DAY - 1, LinkStatus::Active ],
			'no status, at the deadline'    => [ null, self::DAY, LinkStatus::Expired ],
			'completed, after the deadline' => [ ProviderStatus::Completed, self::DAY * 40, LinkStatus::Completed ],
		];
	}

	public function test_the_history_distinguishes_our_deadline_from_the_status_of_the_provider(): void {
		$link = $this->active_link();
		$this->clock->advance( self::DAY );
		$this->apply->apply( $link, self::provider_order( null ) );

		self::assertSame( [ '1: active > expired (expired)' ], $this->links->events );
	}

	#[DataProvider( 'statuses_before_the_payment' )]
	public function test_a_late_payment_is_accepted( LinkStatus $before ): void {
		$link = $this->changed( $this->active_link(), $before );

		$paid = $this->apply->apply( $link, self::provider_order( ProviderStatus::Completed ) );

		self::assertSame( LinkStatus::Completed, $paid->status );
		self::assertNotNull( $paid->paid_at );
	}

	/**
	 * @return array<string, array{LinkStatus}>
	 */
	public static function statuses_before_the_payment(): array {
		return [
			'expired'   => [ LinkStatus::Expired ],
			'cancelled' => [ LinkStatus::Cancelled ],
			'declined'  => [ LinkStatus::Declined ],
			'uncleared' => [ LinkStatus::Uncleared ],
			'duplicate' => [ LinkStatus::Duplicate ],
		];
	}

	public function test_a_payment_for_a_creation_marked_as_failed_is_accepted(): void {
		$failed = $this->changed( $this->reserved_link(), LinkStatus::Failed );

		self::assertSame(
			LinkStatus::Completed,
			$this->apply->apply( $failed, self::provider_order( ProviderStatus::Completed ) )->status
		);
	}

	#[DataProvider( 'unpaid_statuses_after_a_payment' )]
	public function test_an_unpaid_status_does_not_change_a_paid_link(
		LinkStatus $paid,
		?ProviderStatus $reported,
	): void {
		$link = $this->changed( $this->active_link(), LinkStatus::Completed );
		$link = LinkStatus::Completed === $paid ? $link : $this->changed( $link, $paid );
		$this->links->mark_synced( $link );
		$link = $this->links->find( $link->id ) ?? $link;
		$this->clock->advance( self::DAY * 2 );
		$this->links->events = [];

		self::assertSame( $paid, $this->apply->apply( $link, self::provider_order( $reported ) )->status );
		self::assertSame( [], $this->links->events );
	}

	/**
	 * @return iterable<string, array{LinkStatus, ProviderStatus|null}>
	 */
	public static function unpaid_statuses_after_a_payment(): iterable {
		foreach ( [
			LinkStatus::Completed,
			LinkStatus::Refunded,
			LinkStatus::PartiallyRefunded,
			LinkStatus::Chargeback,
		] as $paid ) {
			foreach ( [
				null,
				ProviderStatus::Uncleared,
				ProviderStatus::Declined,
				ProviderStatus::Cancelled,
				ProviderStatus::Expired,
			] as $reported ) {
				yield $paid->value . ', then ' . ( $reported->name ?? 'nothing' ) => [ $paid, $reported ];
			}
		}
	}

	public function test_the_same_status_twice_is_one_event(): void {
		$paid = $this->apply->apply( $this->active_link(), self::provider_order( ProviderStatus::Completed ) );
		$this->clock->advance( 60.0 );
		$again = $this->apply->apply( $paid, self::provider_order( ProviderStatus::Completed ) );

		self::assertEquals( $paid->paid_at, $again->paid_at );
		self::assertCount( 1, $this->links->events );
	}

	public function test_a_refund_keeps_the_time_and_method_of_the_payment(): void {
		$paid = $this->apply->apply( $this->active_link(), self::provider_order( ProviderStatus::Completed ) );
		$this->clock->advance( 60.0 );
		$refunded = $this->apply->apply(
			$paid,
			new ProviderOrder( ProviderStatus::PartiallyRefunded, self::euros(), null, null )
		);

		self::assertSame( LinkStatus::PartiallyRefunded, $refunded->status );
		self::assertEquals( $paid->paid_at, $refunded->paid_at );
		self::assertSame( '1234567890123456', $refunded->transaction_id );
		self::assertSame( 'IDEAL', $refunded->payment_method );
	}

	public function test_a_won_chargeback_keeps_the_time_of_the_payment(): void {
		$paid = $this->apply->apply( $this->active_link(), self::provider_order( ProviderStatus::Completed ) );
		$this->clock->advance( self::DAY * 20 );
		$lost = $this->apply->apply( $paid, self::provider_order( ProviderStatus::Chargeback ) );
		$won  = $this->apply->apply( $lost, self::provider_order( ProviderStatus::Completed ) );

		self::assertSame( LinkStatus::Completed, $won->status );
		self::assertEquals( $paid->paid_at, $won->paid_at );
	}

	#[DataProvider( 'ends_of_an_uncleared_attempt' )]
	public function test_an_uncleared_payment_that_fails_does_not_stay_uncleared(
		string $status,
		string $financial_status,
	): void {
		$held  = $this->changed( $this->active_link(), LinkStatus::Uncleared );
		$found = ( new OrderParser() )->parse(
			[
				'order_id' => 'PL-1001-1',
				'status' => $status,
				'financial_status' => $financial_status,
				'amount' => 8000,
				'currency' => 'EUR',
			],
			new OrderId( 'PL-1001-1' )
		);
		self::assertNotNull( $found );

		self::assertNotSame( LinkStatus::Uncleared, $this->apply->apply( $held, $found )->status );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function ends_of_an_uncleared_attempt(): array {
		return [
			'voided by the shop'        => [ 'void', 'cancelled' ],
			'not captured in time'      => [ 'expired', 'expired' ],
			'declined by the bank'      => [ 'declined', 'declined' ],
			'restarted by the customer' => [ 'initialized', 'initialized' ],
		];
	}

	#[DataProvider( 'ended_links' )]
	public function test_a_new_attempt_does_not_reopen_an_ended_link( LinkStatus $ended ): void {
		$link = LinkStatus::Failed === $ended
			? $this->changed( $this->reserved_link(), $ended )
			: $this->changed( $this->active_link(), $ended );

		self::assertSame( $ended, $this->apply->apply( $link, self::provider_order( ProviderStatus::Open ) )->status );
		self::assertSame( [], $this->links->events );
	}

	/**
	 * @return array<string, array{LinkStatus}>
	 */
	public static function ended_links(): array {
		return [
			'cancelled' => [ LinkStatus::Cancelled ],
			'expired'   => [ LinkStatus::Expired ],
			'failed'    => [ LinkStatus::Failed ],
			'paid'      => [ LinkStatus::Completed ],
			'duplicate' => [ LinkStatus::Duplicate ],
		];
	}

	public function test_a_new_attempt_after_a_decline_makes_the_link_active_again(): void {
		$declined = $this->changed( $this->active_link(), LinkStatus::Declined );

		self::assertSame(
			LinkStatus::Active,
			$this->apply->apply( $declined, self::provider_order( ProviderStatus::Open ) )->status
		);
	}

	public function test_an_attempt_in_progress_does_not_keep_a_link_open_past_its_deadline(): void {
		$link = $this->active_link();
		$this->clock->advance( self::DAY );

		self::assertSame(
			LinkStatus::Expired,
			$this->apply->apply( $link, self::provider_order( ProviderStatus::Open ) )->status
		);
		self::assertSame( [ '1: active > expired (expired)' ], $this->links->events );
	}

	public function test_an_uncleared_payment_that_fails_after_the_deadline_does_not_reopen_the_link(): void {
		$held = $this->changed( $this->active_link(), LinkStatus::Uncleared );
		$this->clock->advance( self::DAY );

		self::assertFalse(
			$this->apply->apply(
				$held,
				self::provider_order( ProviderStatus::Open )
			)->status_at( $this->clock->now() )->is_open()
		);
	}

	public function test_a_mismatch_is_recorded_when_another_request_changed_the_link(): void {
		$stale_link = $this->active_link();
		$this->changed( $stale_link, LinkStatus::Expired );

		$link = $this->apply->apply(
			$stale_link,
			new ProviderOrder( ProviderStatus::Completed, new Money( 1, new Currency( 'EUR' ) ), '42', 'IDEAL' )
		);

		self::assertFalse( $link->status->was_paid() );
		self::assertStringContainsString( '(alert_raised)', $this->links->events[0] ?? '' );
	}

	public function test_a_payment_overrides_an_expiry_stored_by_another_request(): void {
		$stale_link = $this->active_link();
		// Another request stores the expiry first.
		$this->changed( $stale_link, LinkStatus::Expired );

		$link = $this->apply->apply( $stale_link, self::provider_order( ProviderStatus::Completed ) );

		self::assertSame( LinkStatus::Completed, $link->status );
	}

	public function test_a_cancellation_does_not_override_a_payment_stored_by_another_request(): void {
		$stale_link = $this->active_link();
		$this->changed( $stale_link, LinkStatus::Completed );

		self::assertSame(
			LinkStatus::Completed,
			$this->apply->apply( $stale_link, self::provider_order( ProviderStatus::Cancelled ) )->status
		);
	}

	private function reserved_link(): PaymentLink {
		$link = $this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		self::assertNotNull( $link );

		return $link;
	}

	private function active_link(): PaymentLink {
		$link = $this->links->change(
			$this->reserved_link(),
			new LinkChange(
				LinkStatus::Active,
				LinkReason::Created,
				Actor::staff( 2 ),
				payment_url: 'https://pay.example/PL-1001-1',
				expires_at: $this->clock->now()->modify( '+1 day' )
			)
		);
		self::assertNotNull( $link );
		$this->links->events = [];

		return $link;
	}

	private function changed( PaymentLink $link, LinkStatus $to ): PaymentLink {
		$changed = $this->links->change( $link, new LinkChange( $to, LinkReason::ProviderStatus, Actor::system() ) );
		self::assertNotNull( $changed );
		$this->links->events = [];

		return $changed;
	}

	private static function provider_order( ?ProviderStatus $status ): ProviderOrder {
		return new ProviderOrder( $status, self::euros(), '1234567890123456', 'IDEAL' );
	}

	private static function euros(): Money {
		return new Money( 8000, new Currency( 'EUR' ) );
	}
}
