<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Batches\Application;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Batches\Application\DecideItem;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchAction;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchOptions;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemDecision;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSummary;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( DecideItem::class )]
final class DecideItemTest extends TestCase {

	private FrozenClock $clock;

	private InMemoryLinks $links;

	protected function setUp(): void {
		$this->clock = new FrozenClock();
		$this->links = new InMemoryLinks( $this->clock );
	}

	public function test_an_unpaid_order_without_a_link_gets_one(): void {
		$plan = $this->decide( BatchAction::Create );

		self::assertSame(
			[ ItemReason::None, [], '', '1001' ],
			[ $plan->skip_reason, $plan->links, $plan->email_to, $plan->number ]
		);
	}

	public function test_the_recipient_is_only_set_when_emails_are_sent(): void {
		self::assertSame(
			'eva@example.com',
			$this->decide( BatchAction::Create, new BatchOptions( send: true ) )->email_to
		);
	}

	public function test_an_open_link_of_the_amount_due_is_kept_and_any_other_is_replaced(): void {
		$link = $this->link( LinkStatus::Active );
		self::assertSame( ItemReason::HasOpenLink, $this->decide( BatchAction::Create )->skip_reason );

		$plan = $this->decide( BatchAction::Create, order: Make::order( due: 9500 )->summary() );
		self::assertSame( ItemReason::None, $plan->skip_reason );
		self::assertSame( [ $link->id ], $this->ids( $plan ) );
	}

	#[DataProvider( 'statuses_without_an_open_link' )]
	public function test_a_pending_link_prevents_another_link(
		LinkStatus $status,
		ItemReason $skip_reason,
	): void {
		$this->link( $status );

		self::assertSame( $skip_reason, $this->decide( BatchAction::Create )->skip_reason );
	}

	/**
	 * @return array<string, array{LinkStatus, ItemReason}>
	 */
	public static function statuses_without_an_open_link(): array {
		return [
			'creating'    => [ LinkStatus::Creating, ItemReason::BeingCreated ],
			'unconfirmed' => [ LinkStatus::Unconfirmed, ItemReason::BeingCreated ],
			'uncleared'   => [ LinkStatus::Uncleared, ItemReason::HasOpenLink ],
			'failed'      => [ LinkStatus::Failed, ItemReason::None ],
			'cancelled'   => [ LinkStatus::Cancelled, ItemReason::None ],
		];
	}

	public function test_paid_ended_and_zero_amount_orders_get_no_link(): void {
		self::assertSame(
			ItemReason::OrderPaid,
			$this->decide( BatchAction::Create, order: Make::order( is_paid: true )->summary() )->skip_reason
		);
		self::assertSame(
			ItemReason::NothingDue,
			$this->decide( BatchAction::Create, order: Make::order( due: 0 )->summary() )->skip_reason
		);
		self::assertSame(
			ItemReason::OrderEnded,
			$this->decide(
				BatchAction::Create,
				order: new OrderSummary( Make::payment( status: 'cancelled' ), '1001', '' )
			)->skip_reason
		);
	}

	public function test_an_unsupported_currency_is_skipped(): void {
		self::assertSame(
			ItemReason::WrongCurrency,
			$this->decide( BatchAction::Create, order: Make::order( currency: 'KWD' )->summary() )->skip_reason
		);
	}

	public function test_an_open_or_expired_link_is_renewed(): void {
		self::assertSame( ItemReason::NoLink, $this->decide( BatchAction::Renew )->skip_reason );
		$link = $this->link( LinkStatus::Active );
		self::assertSame( [ $link->id ], $this->ids( $this->decide( BatchAction::Renew ) ) );

		$this->clock->advance( 2 * 86_400 );
		self::assertSame( ItemReason::None, $this->decide( BatchAction::Renew )->skip_reason, 'The link has expired.' );
	}

	public function test_a_link_created_after_the_batch_started_counts_as_renewed(): void {
		$started_at = $this->clock->now();
		$this->clock->advance( 10 );
		$this->link( LinkStatus::Active );

		self::assertSame(
			ItemReason::AlreadyRenewed,
			$this->decide( BatchAction::Renew, started_at: $started_at )->skip_reason
		);
		self::assertSame(
			ItemReason::None,
			$this->decide( BatchAction::Renew )->skip_reason,
			'A preview has no start time.'
		);
	}

	public function test_a_cancelled_link_is_not_renewed(): void {
		$this->link( LinkStatus::Cancelled );

		self::assertSame( ItemReason::NotOpen, $this->decide( BatchAction::Renew )->skip_reason );
	}

	public function test_the_newest_open_link_is_sent(): void {
		self::assertSame( ItemReason::NoLink, $this->decide( BatchAction::Email )->skip_reason );
		$this->link( LinkStatus::Cancelled );
		self::assertSame( ItemReason::NotOpen, $this->decide( BatchAction::Email )->skip_reason );
		$link = $this->link( LinkStatus::Active );

		$plan = $this->decide( BatchAction::Email );

		self::assertSame( [ [ $link->id ], 'eva@example.com' ], [ $this->ids( $plan ), $plan->email_to ] );
	}

	public function test_all_open_links_or_only_the_given_link_are_cancelled(): void {
		$first = $this->link( LinkStatus::Active );
		$second = $this->link( LinkStatus::Active );
		$this->link( LinkStatus::Cancelled );

		self::assertSame( [ $second->id, $first->id ], $this->ids( $this->decide( BatchAction::Cancel ) ) );
		self::assertSame( [ $first->id ], $this->ids( $this->decide( BatchAction::Cancel, target: $first->id ) ) );
	}

	public function test_links_of_a_deleted_order_can_only_be_cancelled_and_refreshed(): void {
		$link = $this->link( LinkStatus::Active );
		$decide_item = new DecideItem( Make::balances( $this->links ), $this->clock );
		$decide_without_order = fn ( BatchAction $action ): ItemDecision => $decide_item->decide(
			$action,
			new BatchOptions(),
			null,
			$this->links->of_order( 1001 ),
			0
		);

		foreach ( [ BatchAction::Cancel, BatchAction::Refresh ] as $action ) {
			self::assertSame( [ $link->id ], $this->ids( $decide_without_order( $action ) ), $action->value );
		}
		foreach ( [ BatchAction::Create, BatchAction::Renew, BatchAction::Email ] as $action ) {
			self::assertSame( ItemReason::OrderGone, $decide_without_order( $action )->skip_reason, $action->value );
		}
	}

	private function decide(
		BatchAction $action,
		BatchOptions $options = new BatchOptions(),
		?OrderSummary $order = null,
		int $target = 0,
		?DateTimeImmutable $started_at = null,
	): ItemDecision {
		return ( new DecideItem( Make::balances( $this->links ), $this->clock ) )->decide(
			$action,
			$options,
			$order ?? Make::order()->summary(),
			$this->links->of_order( 1001 ),
			$target,
			$started_at
		);
	}

	/**
	 * @return list<int>
	 */
	private function ids( ItemDecision $plan ): array {
		return array_map( static fn ( PaymentLink $link ): int => $link->id, $plan->links );
	}

	/**
	 * Creates a link of the order with the given status.
	 */
	private function link( LinkStatus $status ): PaymentLink {
		$number   = count( $this->links->of_order( 1001 ) ) + 1;
		$new_link = new NewLink(
			Make::order(),
			( new FixedSites() )->all()[0],
			Make::details(),
			LinkKind::Full,
			Make::details()->amount,
			"key-0000000$number",
			null,
			Actor::staff( 2 )
		);
		$link     = $this->links->reserve( $new_link, new OrderId( "PL-1001-$number" ), $number );
		self::assertNotNull( $link );
		$path = match ( $status ) {
			LinkStatus::Creating  => [],
			LinkStatus::Active, LinkStatus::Failed, LinkStatus::Unconfirmed => [ $status ],
			default               => [ LinkStatus::Active, $status ],
		};
		foreach ( $path as $step ) {
			$link = $this->links->change(
				$link,
				new LinkChange(
					$step,
					LinkReason::Created,
					Actor::system(),
					payment_url: 'https://pay.example/1',
					expires_at: $this->clock->now()->modify( '+1 day' )
				)
			);
			self::assertNotNull( $link );
		}
		return $link;
	}
}
