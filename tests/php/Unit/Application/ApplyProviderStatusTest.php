<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Application;

use MultiSafepay\PaymentLinks\Application\ApplyProviderStatus;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\OrderAnswer;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( ApplyProviderStatus::class )]
final class ApplyProviderStatusTest extends TestCase {

	private const A_DAY = 86_400.0;

	private FrozenClock $clock;

	private InMemoryLinks $links;

	private ApplyProviderStatus $apply;

	protected function setUp(): void {
		$this->clock = new FrozenClock();
		$this->links = new InMemoryLinks( $this->clock );
		$this->apply = new ApplyProviderStatus( $this->links, $this->clock );
	}

	#[DataProvider( 'answers' )]
	public function test_an_active_link_takes_over_what_the_provider_says( ?LinkStatus $said, LinkStatus $becomes ): void {
		$link = $this->apply->apply( $this->active(), self::found( $said ) );

		self::assertSame( $becomes, $link->status );
		self::assertSame( $becomes, $this->links->find( 1 )?->status );
	}

	/**
	 * @return array<string, array{LinkStatus|null, LinkStatus}>
	 */
	public static function answers(): array {
		return [
			'paid'                                            => [ LinkStatus::Completed, LinkStatus::Completed ],
			'money on hold'                                   => [ LinkStatus::Uncleared, LinkStatus::Uncleared ],
			'declined'                                        => [ LinkStatus::Declined, LinkStatus::Declined ],
			'cancelled'                                       => [ LinkStatus::Cancelled, LinkStatus::Cancelled ],
			'refunded before anybody looked'                  => [ LinkStatus::Refunded, LinkStatus::Refunded ],
			'partly refunded before anybody looked'           => [ LinkStatus::PartiallyRefunded, LinkStatus::PartiallyRefunded ],
			'charged back before anybody looked'              => [ LinkStatus::Chargeback, LinkStatus::Chargeback ],
			'nothing new'                                     => [ null, LinkStatus::Active ],
			'an attempt ran out, the link has time left'      => [ LinkStatus::Expired, LinkStatus::Active ],
		];
	}

	public function test_a_payment_brings_its_facts(): void {
		$link = $this->apply->apply( $this->active(), self::found( LinkStatus::Completed ) );

		self::assertEquals( $this->clock->now(), $link->paid_at );
		self::assertSame( '1234567890123456', $link->transaction_id );
		self::assertSame( 'IDEAL', $link->payment_method );
		self::assertSame( 'https://pay.example/PL-1001-1', $link->payment_url );
		self::assertSame( [ '1: active > completed (provider_status)' ], $this->links->events );
	}

	#[DataProvider( 'other_amounts' )]
	public function test_a_payment_of_another_amount_leaves_a_note_and_changes_nothing( LinkStatus $said, ?int $amount, string $currency ): void {
		$money = null === $amount ? null : new Money( $amount, new Currency( $currency ) );

		$link = $this->apply->apply( $this->active(), new ProviderOrder( $said, $money, '42', 'IDEAL' ) );

		self::assertSame( LinkStatus::Active, $link->status );
		self::assertSame( LinkStatus::Active, $this->links->find( 1 )?->status );
		self::assertNull( $this->links->find( 1 )->paid_at );
		self::assertSame( [ '1: active > active (amount_mismatch)' ], $this->links->events );
	}

	/**
	 * @return array<string, array{LinkStatus, int|null, string}>
	 */
	public static function other_amounts(): array {
		return [
			'a cent less'              => [ LinkStatus::Completed, 7999, 'EUR' ],
			'a cent more'              => [ LinkStatus::Completed, 8001, 'EUR' ],
			'nothing'                  => [ LinkStatus::Completed, 0, 'EUR' ],
			'the negative'             => [ LinkStatus::Completed, -8000, 'EUR' ],
			'in another unit'          => [ LinkStatus::Completed, 80, 'EUR' ],
			'in another currency'      => [ LinkStatus::Completed, 8000, 'USD' ],
			'not named'                => [ LinkStatus::Completed, null, 'EUR' ],
			'refunded of another'      => [ LinkStatus::Refunded, 1, 'EUR' ],
			'part refund of another'   => [ LinkStatus::PartiallyRefunded, 1, 'EUR' ],
			'charged back of another'  => [ LinkStatus::Chargeback, 1, 'EUR' ],
		];
	}

	#[DataProvider( 'unpaid_ends' )]
	public function test_an_unpaid_end_needs_no_amount( LinkStatus $said ): void {
		self::assertSame( $said, $this->apply->apply( $this->active(), new ProviderOrder( $said, null, null, null ) )->status );
	}

	/**
	 * @return array<string, array{LinkStatus}>
	 */
	public static function unpaid_ends(): array {
		return [
			'cancelled' => [ LinkStatus::Cancelled ],
			'declined'  => [ LinkStatus::Declined ],
		];
	}

	#[DataProvider( 'seconds_around_the_deadline' )]
	public function test_only_its_own_deadline_ends_a_link( ?LinkStatus $said, float $elapsed, LinkStatus $becomes ): void {
		$link = $this->active();
		$this->clock->advance( $elapsed );

		self::assertSame( $becomes, $this->apply->apply( $link, self::found( $said ) )->status );
	}

	/**
	 * @return array<string, array{LinkStatus|null, float, LinkStatus}>
	 */
	public static function seconds_around_the_deadline(): array {
		return [
			'expired, a second before'      => [ LinkStatus::Expired, self::A_DAY - 1, LinkStatus::Active ],
			'expired, on the second'        => [ LinkStatus::Expired, self::A_DAY, LinkStatus::Expired ],
			'expired, afterwards'           => [ LinkStatus::Expired, self::A_DAY + 1, LinkStatus::Expired ],
			'nothing new, a second before'  => [ null, self::A_DAY - 1, LinkStatus::Active ],
			'nothing new, on the second'    => [ null, self::A_DAY, LinkStatus::Expired ],
			'paid, afterwards'              => [ LinkStatus::Completed, self::A_DAY * 40, LinkStatus::Completed ],
		];
	}

	public function test_the_log_tells_the_providers_end_from_our_own_deadline(): void {
		$link = $this->active();
		$this->clock->advance( self::A_DAY );
		$this->apply->apply( $link, self::found( null ) );

		self::assertSame( [ '1: active > expired (expired)' ], $this->links->events );
	}

	#[DataProvider( 'ends_before_the_payment' )]
	public function test_money_that_arrives_late_is_taken( LinkStatus $before ): void {
		$link = $this->moved( $this->active(), $before );

		$paid = $this->apply->apply( $link, self::found( LinkStatus::Completed ) );

		self::assertSame( LinkStatus::Completed, $paid->status );
		self::assertNotNull( $paid->paid_at );
	}

	/**
	 * @return array<string, array{LinkStatus}>
	 */
	public static function ends_before_the_payment(): array {
		return [
			'after it expired'      => [ LinkStatus::Expired ],
			'after it was retired'  => [ LinkStatus::Cancelled ],
			'after a decline'       => [ LinkStatus::Declined ],
			'after a hold'          => [ LinkStatus::Uncleared ],
			'after a duplicate'     => [ LinkStatus::Duplicate ],
		];
	}

	public function test_money_for_a_creation_that_seemed_to_have_failed_is_taken(): void {
		$failed = $this->moved( $this->reserved(), LinkStatus::Failed );

		self::assertSame( LinkStatus::Completed, $this->apply->apply( $failed, self::found( LinkStatus::Completed ) )->status );
	}

	#[DataProvider( 'unpaid_words' )]
	public function test_a_paid_link_is_not_undone_by_an_unpaid_word( LinkStatus $paid, ?LinkStatus $said ): void {
		$link = $this->moved( $this->active(), LinkStatus::Completed );
		$link = LinkStatus::Completed === $paid ? $link : $this->moved( $link, $paid );
		$this->clock->advance( self::A_DAY * 2 );
		$this->links->events = [];

		self::assertSame( $paid, $this->apply->apply( $link, self::found( $said ) )->status );
		self::assertSame( [], $this->links->events );
	}

	/**
	 * @return iterable<string, array{LinkStatus, LinkStatus|null}>
	 */
	public static function unpaid_words(): iterable {
		foreach ( [ LinkStatus::Completed, LinkStatus::Refunded, LinkStatus::PartiallyRefunded, LinkStatus::Chargeback ] as $paid ) {
			foreach ( [ null, LinkStatus::Uncleared, LinkStatus::Declined, LinkStatus::Cancelled, LinkStatus::Expired ] as $said ) {
				yield $paid->value . ', then ' . ( $said->value ?? 'nothing' ) => [ $paid, $said ];
			}
		}
	}

	public function test_the_same_word_twice_is_one_event(): void {
		$paid = $this->apply->apply( $this->active(), self::found( LinkStatus::Completed ) );
		$this->clock->advance( 60.0 );
		$again = $this->apply->apply( $paid, self::found( LinkStatus::Completed ) );

		self::assertEquals( $paid->paid_at, $again->paid_at );
		self::assertCount( 1, $this->links->events );
	}

	public function test_a_refund_keeps_when_and_how_it_was_paid(): void {
		$paid = $this->apply->apply( $this->active(), self::found( LinkStatus::Completed ) );
		$this->clock->advance( 60.0 );
		$refunded = $this->apply->apply( $paid, new ProviderOrder( LinkStatus::PartiallyRefunded, self::euros(), null, null ) );

		self::assertSame( LinkStatus::PartiallyRefunded, $refunded->status );
		self::assertEquals( $paid->paid_at, $refunded->paid_at );
		self::assertSame( '1234567890123456', $refunded->transaction_id );
		self::assertSame( 'IDEAL', $refunded->payment_method );
	}

	public function test_a_chargeback_that_was_won_keeps_the_day_of_the_payment(): void {
		$paid = $this->apply->apply( $this->active(), self::found( LinkStatus::Completed ) );
		$this->clock->advance( self::A_DAY * 20 );
		$lost = $this->apply->apply( $paid, self::found( LinkStatus::Chargeback ) );
		$won  = $this->apply->apply( $lost, self::found( LinkStatus::Completed ) );

		self::assertSame( LinkStatus::Completed, $won->status );
		self::assertEquals( $paid->paid_at, $won->paid_at );
	}

	#[DataProvider( 'ends_of_a_held_attempt' )]
	public function test_money_on_hold_that_never_comes_does_not_stay_on_hold_for_ever( string $status, string $financial_status ): void {
		$held  = $this->moved( $this->active(), LinkStatus::Uncleared );
		$found = ( new OrderAnswer() )->read(
			[ 'order_id' => 'PL-1001-1', 'status' => $status, 'financial_status' => $financial_status, 'amount' => 8000, 'currency' => 'EUR' ],
			new OrderId( 'PL-1001-1' )
		);
		self::assertNotNull( $found );

		self::assertNotSame( LinkStatus::Uncleared, $this->apply->apply( $held, $found )->status );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function ends_of_a_held_attempt(): array {
		return [
			'the shop refused it'         => [ 'void', 'cancelled' ],
			'nobody captured it'          => [ 'expired', 'expired' ],
			'the bank refused it'         => [ 'declined', 'declined' ],
			'the customer began anew'     => [ 'initialized', 'initialized' ],
		];
	}

	#[DataProvider( 'ended_links' )]
	public function test_a_new_attempt_does_not_reopen_a_link_that_has_ended( LinkStatus $ended ): void {
		$link = LinkStatus::Failed === $ended ? $this->moved( $this->reserved(), $ended ) : $this->moved( $this->active(), $ended );

		self::assertSame( $ended, $this->apply->apply( $link, self::found( LinkStatus::Active ) )->status );
		self::assertSame( [], $this->links->events );
	}

	/**
	 * @return array<string, array{LinkStatus}>
	 */
	public static function ended_links(): array {
		return [
			'retired'   => [ LinkStatus::Cancelled ],
			'expired'   => [ LinkStatus::Expired ],
			'failed'    => [ LinkStatus::Failed ],
			'paid'      => [ LinkStatus::Completed ],
			'duplicate' => [ LinkStatus::Duplicate ],
		];
	}

	public function test_a_new_attempt_after_a_decline_makes_the_link_active_again(): void {
		$declined = $this->moved( $this->active(), LinkStatus::Declined );

		self::assertSame( LinkStatus::Active, $this->apply->apply( $declined, self::found( LinkStatus::Active ) )->status );
	}

	public function test_an_attempt_in_progress_does_not_keep_a_link_open_past_its_deadline(): void {
		$link = $this->active();
		$this->clock->advance( self::A_DAY );

		self::assertSame( LinkStatus::Expired, $this->apply->apply( $link, self::found( LinkStatus::Active ) )->status );
		self::assertSame( [ '1: active > expired (expired)' ], $this->links->events );
	}

	public function test_a_hold_that_ends_after_the_deadline_leaves_nothing_to_pay(): void {
		$held = $this->moved( $this->active(), LinkStatus::Uncleared );
		$this->clock->advance( self::A_DAY );

		self::assertFalse( $this->apply->apply( $held, self::found( LinkStatus::Active ) )->status_at( $this->clock->now() )->is_open() );
	}

	public function test_a_mismatch_is_noted_also_when_somebody_else_moved_the_link_meanwhile(): void {
		$seen_by_us = $this->active();
		$this->moved( $seen_by_us, LinkStatus::Expired );

		$link = $this->apply->apply( $seen_by_us, new ProviderOrder( LinkStatus::Completed, new Money( 1, new Currency( 'EUR' ) ), '42', 'IDEAL' ) );

		self::assertFalse( $link->status->was_paid() );
		self::assertStringContainsString( '(amount_mismatch)', $this->links->events[0] ?? '' );
	}

	public function test_a_payment_wins_over_an_end_that_another_request_wrote_meanwhile(): void {
		$seen_by_us = $this->active();
		// The sweep of another request is faster by a moment.
		$this->moved( $seen_by_us, LinkStatus::Expired );

		$link = $this->apply->apply( $seen_by_us, self::found( LinkStatus::Completed ) );

		self::assertSame( LinkStatus::Completed, $link->status );
	}

	public function test_an_end_does_not_win_over_a_payment_that_another_request_wrote_meanwhile(): void {
		$seen_by_us = $this->active();
		$this->moved( $seen_by_us, LinkStatus::Completed );

		self::assertSame( LinkStatus::Completed, $this->apply->apply( $seen_by_us, self::found( LinkStatus::Cancelled ) )->status );
	}

	private function reserved(): PaymentLink {
		$link = $this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		self::assertNotNull( $link );

		return $link;
	}

	private function active(): PaymentLink {
		$link = $this->links->change(
			$this->reserved(),
			new LinkChange( LinkStatus::Active, LinkReason::Created, Actor::staff( 2 ), payment_url: 'https://pay.example/PL-1001-1', expires_at: $this->clock->now()->modify( '+1 day' ) )
		);
		self::assertNotNull( $link );
		$this->links->events = [];

		return $link;
	}

	private function moved( PaymentLink $link, LinkStatus $to ): PaymentLink {
		$moved = $this->links->change( $link, new LinkChange( $to, LinkReason::ProviderStatus, Actor::system() ) );
		self::assertNotNull( $moved );
		$this->links->events = [];

		return $moved;
	}

	private static function found( ?LinkStatus $status ): ProviderOrder {
		return new ProviderOrder( $status, self::euros(), '1234567890123456', 'IDEAL' );
	}

	private static function euros(): Money {
		return new Money( 8000, new Currency( 'EUR' ) );
	}
}
