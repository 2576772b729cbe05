<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Application\Batch;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Application\Batch\PlanItem;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchAction;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchOptions;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemPlan;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemReason;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\NewLink;
use MultiSafepay\PaymentLinks\Domain\OrderBrief;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( PlanItem::class )]
final class PlanItemTest extends TestCase {

	private FrozenClock $clock;

	private InMemoryLinks $links;

	protected function setUp(): void {
		$this->clock = new FrozenClock();
		$this->links = new InMemoryLinks( $this->clock );
	}

	public function test_an_unpaid_order_without_a_link_gets_one(): void {
		$plan = $this->plan( BatchAction::Create );

		self::assertSame( [ ItemReason::None, [], '', '1001' ], [ $plan->skipped, $plan->links, $plan->mail_to, $plan->number ] );
	}

	public function test_who_gets_mail_is_told_only_where_mail_is_wanted(): void {
		self::assertSame( 'eva@example.com', $this->plan( BatchAction::Create, new BatchOptions( send: true ) )->mail_to );
	}

	public function test_an_open_link_that_fits_is_enough_and_one_that_does_not_is_replaced(): void {
		$link = $this->link( LinkStatus::Active );
		self::assertSame( ItemReason::HasOpenLink, $this->plan( BatchAction::Create )->skipped );

		$plan = $this->plan( BatchAction::Create, order: Make::order( due: 9500 )->brief() );
		self::assertSame( ItemReason::None, $plan->skipped );
		self::assertSame( [ $link->id ], $this->ids( $plan ) );
	}

	#[DataProvider( 'in_flight' )]
	public function test_what_is_in_flight_is_no_reason_for_another_link( LinkStatus $status, ItemReason $skipped ): void {
		$this->link( $status );

		self::assertSame( $skipped, $this->plan( BatchAction::Create )->skipped );
	}

	/**
	 * @return array<string, array{LinkStatus, ItemReason}>
	 */
	public static function in_flight(): array {
		return [
			'being made'     => [ LinkStatus::Creating, ItemReason::BeingMade ],
			'outcome unknown' => [ LinkStatus::Unconfirmed, ItemReason::BeingMade ],
			'under review'   => [ LinkStatus::Uncleared, ItemReason::HasOpenLink ],
			'failed'         => [ LinkStatus::Failed, ItemReason::None ],
			'cancelled'      => [ LinkStatus::Cancelled, ItemReason::None ],
		];
	}

	public function test_nobody_is_asked_to_pay_what_is_paid_or_owes_nothing(): void {
		self::assertSame( ItemReason::OrderPaid, $this->plan( BatchAction::Create, order: Make::order( is_paid: true )->brief() )->skipped );
		self::assertSame( ItemReason::NothingDue, $this->plan( BatchAction::Create, order: Make::order( due: 0 )->brief() )->skipped );
		$ended = Make::order()->brief();
		self::assertSame( ItemReason::OrderEnded, $this->plan( BatchAction::Create, order: new OrderBrief( $ended->debt, $ended->number, 'cancelled', false, '' ) )->skipped );
	}

	public function test_what_multisafepay_takes_no_payments_in_is_said_before_anything_begins(): void {
		self::assertSame( ItemReason::WrongCurrency, $this->plan( BatchAction::Create, order: Make::order( currency: 'KWD' )->brief() )->skipped );
	}

	public function test_a_link_that_can_be_paid_or_ran_out_is_renewed(): void {
		self::assertSame( ItemReason::NoLink, $this->plan( BatchAction::Renew )->skipped );
		$link = $this->link( LinkStatus::Active );
		self::assertSame( [ $link->id ], $this->ids( $this->plan( BatchAction::Renew ) ) );

		$this->clock->advance( 2 * 86_400 );
		self::assertSame( ItemReason::None, $this->plan( BatchAction::Renew )->skipped, 'Expired by now.' );
	}

	public function test_a_link_made_since_the_batch_began_is_renewed_already(): void {
		$begun = $this->clock->now();
		$this->clock->advance( 10 );
		$this->link( LinkStatus::Active );

		self::assertSame( ItemReason::RenewedAlready, $this->plan( BatchAction::Renew, begun_at: $begun )->skipped );
		self::assertSame( ItemReason::None, $this->plan( BatchAction::Renew )->skipped, 'A preview has not begun.' );
	}

	public function test_a_link_that_was_paid_or_retired_is_not_renewed(): void {
		$this->link( LinkStatus::Cancelled );

		self::assertSame( ItemReason::NotOpen, $this->plan( BatchAction::Renew )->skipped );
	}

	public function test_the_newest_link_that_can_be_paid_is_sent(): void {
		self::assertSame( ItemReason::NoLink, $this->plan( BatchAction::Email )->skipped );
		$this->link( LinkStatus::Cancelled );
		self::assertSame( ItemReason::NotOpen, $this->plan( BatchAction::Email )->skipped );
		$link = $this->link( LinkStatus::Active );

		$plan = $this->plan( BatchAction::Email );

		self::assertSame( [ [ $link->id ], 'eva@example.com' ], [ $this->ids( $plan ), $plan->mail_to ] );
	}

	public function test_every_open_link_is_retired_and_the_one_that_is_meant_alone(): void {
		$one   = $this->link( LinkStatus::Active );
		$other = $this->link( LinkStatus::Active );
		$this->link( LinkStatus::Cancelled );

		self::assertSame( [ $other->id, $one->id ], $this->ids( $this->plan( BatchAction::Retire ) ) );
		self::assertSame( [ $one->id ], $this->ids( $this->plan( BatchAction::Retire, target: $one->id ) ) );
	}

	public function test_links_of_an_order_that_is_gone_can_be_retired_and_asked_about_and_nothing_else(): void {
		$link = $this->link( LinkStatus::Active );
		$gone = fn ( BatchAction $action ): ItemPlan => ( new PlanItem( $this->links, $this->clock ) )->plan( $action, new BatchOptions(), null, $this->links->of_order( 1001 ), 0 );

		foreach ( [ BatchAction::Retire, BatchAction::Refresh ] as $action ) {
			self::assertSame( [ $link->id ], $this->ids( $gone( $action ) ), $action->value );
		}
		foreach ( [ BatchAction::Create, BatchAction::Renew, BatchAction::Email ] as $action ) {
			self::assertSame( ItemReason::OrderGone, $gone( $action )->skipped, $action->value );
		}
	}

	private function plan( BatchAction $action, BatchOptions $options = new BatchOptions(), ?OrderBrief $order = null, int $target = 0, ?DateTimeImmutable $begun_at = null ): ItemPlan {
		return ( new PlanItem( $this->links, $this->clock ) )->plan( $action, $options, $order ?? Make::order()->brief(), $this->links->of_order( 1001 ), $target, $begun_at );
	}

	/**
	 * @return list<int>
	 */
	private function ids( ItemPlan $plan ): array {
		return array_map( static fn ( PaymentLink $link ): int => $link->id, $plan->links );
	}

	/**
	 * Makes a link of the order that stands so.
	 */
	private function link( LinkStatus $status ): PaymentLink {
		$number = count( $this->links->of_order( 1001 ) ) + 1;
		$wish   = new NewLink( Make::order(), ( new FixedSites() )->all()[0], Make::details(), "key-0000000$number", null, Actor::staff( 2 ) );
		$link   = $this->links->reserve( $wish, new OrderId( "PL-1001-$number" ), $number );
		self::assertNotNull( $link );
		$path = match ( $status ) {
			LinkStatus::Creating  => [],
			LinkStatus::Active, LinkStatus::Failed, LinkStatus::Unconfirmed => [ $status ],
			default               => [ LinkStatus::Active, $status ],
		};
		foreach ( $path as $step ) {
			$link = $this->links->change( $link, new LinkChange( $step, LinkReason::Created, Actor::system(), payment_url: 'https://pay.example/1', expires_at: $this->clock->now()->modify( '+1 day' ) ) );
			self::assertNotNull( $link );
		}
		return $link;
	}
}
