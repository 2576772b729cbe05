<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Application;

use Closure;
use MultiSafepay\PaymentLinks\Application\ApplyProviderStatus;
use MultiSafepay\PaymentLinks\Application\CreatedLink;
use MultiSafepay\PaymentLinks\Application\CreatePaymentLink;
use MultiSafepay\PaymentLinks\Application\MakeLink;
use MultiSafepay\PaymentLinks\Application\Port\OrderJournal;
use MultiSafepay\PaymentLinks\Application\Port\OrderSource;
use MultiSafepay\PaymentLinks\Application\PrefillPaymentLink;
use MultiSafepay\PaymentLinks\Application\RetireLostLink;
use MultiSafepay\PaymentLinks\Application\ShopWarnings;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Cart\CartBuilder;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\OrderAddress;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\SentBy;
use MultiSafepay\PaymentLinks\Tests\Double\FixedShop;
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
 * Is its own shop: orders come from here and notes go here.
 */
#[CoversClass( CreatePaymentLink::class )]
final class CreatePaymentLinkTest extends TestCase implements OrderSource, OrderJournal {

	/**
	 * @var array<int, OrderSnapshot>
	 */
	private array $orders = [];

	/**
	 * @var list<string> Order IDs of noted links.
	 */
	private array $noted = [];

	private ?Closure $while_reading_the_order = null;

	private InMemoryLinks $links;

	private ScriptedApi $api;

	private CreatePaymentLink $create;

	protected function setUp(): void {
		$clock        = new FrozenClock();
		$sites        = new FixedSites();
		$this->links  = new InMemoryLinks( $clock );
		$this->api    = new ScriptedApi();
		$retire       = new RetireLostLink( $this->links, $this->api, $sites, new RecordedSchedule(), $clock, new ApplyProviderStatus( $this->links, $clock ) );
		$prefill      = new PrefillPaymentLink( $this, $sites, $sites, $this->links, new ShopWarnings( new FixedShop() ), new CartBuilder() );
		$this->create = new CreatePaymentLink( $this, $sites, $this->links, $this->links, $prefill, new MakeLink( $this->links, $this->api, $retire, new RecordedSchedule(), $clock ), $this );
		$this->orders = [ 1001 => Make::order() ];
	}

	public function get( int $wc_order_id ): OrderSnapshot {
		$meanwhile                     = $this->while_reading_the_order;
		$this->while_reading_the_order = null;
		if ( null !== $meanwhile ) {
			$meanwhile();
		}

		return $this->orders[ $wc_order_id ] ?? throw new OrderNotFound();
	}

	public function link_sent( PaymentLink $link, SentBy $by, string $to = '' ): void {}

	public function order_copied( int $original_id, int $copy_id ): void {}

	public function order_made_by_phone( int $wc_order_id, Actor $actor ): void {}

	public function link_created( PaymentLink $link ): void {
		$this->noted[] = $link->order_id->value;
	}

	public function test_it_makes_the_link_and_notes_it_on_the_order(): void {
		$created = $this->create();

		self::assertTrue( $created->is_new );
		self::assertSame( LinkStatus::Active, $created->link->status );
		self::assertSame( [ 'PL-1001-1' ], $this->noted );
		self::assertSame( 2, $created->link->created_by );
	}

	public function test_the_same_key_gives_the_same_link_without_a_call_or_a_note(): void {
		$first = $this->create();

		$again = $this->create();

		self::assertFalse( $again->is_new );
		self::assertSame( $first->link->id, $again->link->id );
		self::assertSame( [ 'POST PL-1001-1' ], $this->api->calls );
		self::assertCount( 1, $this->noted );
	}

	public function test_the_same_key_gives_the_same_link_although_the_order_was_paid_meanwhile(): void {
		$first               = $this->create();
		$this->orders[1001] = Make::order( is_paid: true );

		self::assertSame( $first->link->id, $this->create()->link->id );
	}

	public function test_the_key_of_another_order_is_refused_and_shows_nothing_of_it(): void {
		$this->orders[2002] = Make::order( 2002 );
		$this->create();

		$error = $this->invalid( fn () => $this->create( [], 2002 ) );

		self::assertSame( [ 'idempotency_key', 'key_of_other_order', [] ], [ $error->field, $error->reason, $error->arguments ] );
		self::assertSame( [ 'POST PL-1001-1' ], $this->api->calls );
	}

	public function test_the_key_of_another_order_is_refused_also_when_both_come_at_the_same_moment(): void {
		$this->orders[2002]            = Make::order( 2002 );
		$this->while_reading_the_order = fn () => $this->create();

		$error = $this->invalid( fn () => $this->create( [], 2002 ) );

		self::assertSame( 'key_of_other_order', $error->reason );
	}

	public function test_a_refusal_frees_the_key(): void {
		$this->api->creates = [ new ProviderRefused( ProviderRefused::INVALID_CURRENCY, '', 400 ) ];
		$this->assert_throws( ProviderRefused::class, fn () => $this->create() );
		self::assertSame( [], $this->noted );

		self::assertTrue( $this->create()->is_new );
	}

	public function test_after_a_lost_answer_the_same_key_makes_one_payable_link(): void {
		$this->api->creates = [
			static function ( PaymentLink $link, ScriptedApi $api ): Throwable {
				$api->orders[ $link->order_id->value ] = true;

				return new ProviderUnavailable( true, 'reset' );
			},
		];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
		$this->assert_throws( CreationUnconfirmed::class, fn () => $this->create() );

		$created = $this->create();

		self::assertSame( [ 'PL-1001-2' ], $this->api->payable() );
		self::assertSame( [ 'PL-1001-2' ], $this->noted );
		self::assertSame( 8000, $created->link->details->amount->amount );
	}

	/**
	 * @param array<string, mixed> $change
	 */
	#[DataProvider( 'amounts' )]
	public function test_the_amount_is_held_against_what_the_order_owes( OrderSnapshot $order, array $change, ?string $refused ): void {
		$this->orders[1001] = $order;

		if ( null === $refused ) {
			self::assertTrue( $this->create( $change )->is_new );

			return;
		}

		$error = $this->invalid( fn () => $this->create( $change ) );
		self::assertSame( $refused, $error->field . ' ' . $error->reason );
		self::assertSame( [], $this->api->calls );
	}

	/**
	 * @return array<string, array{OrderSnapshot, array<string, mixed>, string|null}>
	 */
	public static function amounts(): array {
		$confirmed = [ 'confirm_paid' => true ];

		return [
			'all of it'                              => [ Make::order(), [ 'amount' => 8000 ], null ],
			'a part'                                 => [ Make::order(), [ 'amount' => 1 ], null ],
			'a cent more'                            => [ Make::order(), [ 'amount' => 8001 ], 'amount amount_above_due' ],
			'a cent more, confirmed'                 => [ Make::order(), [ 'amount' => 8001 ] + $confirmed, null ],
			'very much more'                         => [ Make::order(), [ 'amount' => 999_999_999_999 ], 'amount amount_above_due' ],
			'nothing is owed'                        => [ Make::order( due: 0 ), [ 'amount' => 1 ], 'amount amount_above_due' ],
			'the shop owes the customer'             => [ Make::order( due: -500 ), [ 'amount' => 1 ], 'amount amount_above_due' ],
			'another currency'                       => [ Make::order(), [ 'currency' => 'USD' ], 'currency other_currency' ],
			'another currency, confirmed'            => [ Make::order(), [ 'currency' => 'USD' ] + $confirmed, 'currency other_currency' ],
			'another currency for a paid order'      => [ Make::order( is_paid: true ), [ 'currency' => 'USD' ], 'currency other_currency' ],
			'yen'                                    => [ Make::order( due: 80, currency: 'JPY' ), [ 'amount' => 80, 'currency' => 'JPY' ], null ],
			'yen taken for cents'                    => [ Make::order( due: 80, currency: 'JPY' ), [ 'amount' => 8000, 'currency' => 'JPY' ], 'amount amount_above_due' ],
			'a total with half a cent'               => [ self::order_with( '1001', null ), [], 'amount amount_not_comparable' ],
			'a total with half a cent, confirmed'    => [ self::order_with( '1001', null ), $confirmed, null ],
			'a paid order, confirmed'                => [ Make::order( is_paid: true ), $confirmed, null ],
		];
	}

	public function test_the_refusal_of_a_higher_amount_says_what_is_owed(): void {
		$error = $this->invalid( fn () => $this->create( [ 'amount' => 8001 ] ) );

		self::assertSame( [ 'due' => '80.00', 'currency' => 'EUR' ], $error->arguments );
	}

	public function test_an_overpaid_order_owes_nothing_rather_than_less(): void {
		$this->orders[1001] = Make::order( due: -500 );

		self::assertSame( '0.00', $this->invalid( fn () => $this->create( [ 'amount' => 1 ] ) )->arguments['due'] );
	}

	public function test_a_paid_order_needs_confirmation_before_anything_is_reserved(): void {
		$this->orders[1001] = Make::order( is_paid: true );

		$this->assert_throws( OrderAlreadyPaid::class, fn () => $this->create( [ 'amount' => 1 ] ) );

		self::assertSame( [], $this->links->all() );
		self::assertSame( [], $this->api->calls );
	}

	public function test_a_paid_order_is_told_as_such_also_when_the_amount_is_left_to_the_shop(): void {
		$this->orders[1001] = Make::order( is_paid: true );

		$this->assert_throws( OrderAlreadyPaid::class, fn () => $this->create->create( 1001, [ 'idempotency_key' => 'key-00000001' ], Actor::staff( 2 ) ) );
	}

	public function test_an_order_that_was_paid_while_a_creation_was_unconfirmed_needs_confirmation_too(): void {
		$this->api->creates = [ new ProviderUnavailable( true, 'reset' ) ];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
		$this->assert_throws( CreationUnconfirmed::class, fn () => $this->create() );
		$this->orders[1001] = Make::order( is_paid: true );

		$this->assert_throws( OrderAlreadyPaid::class, fn () => $this->create() );

		self::assertSame( [], $this->api->payable() );
	}

	public function test_what_came_in_through_links_is_no_longer_owed(): void {
		$paid = $this->create( [ 'amount' => 5000 ] )->link;
		$this->links->change( $paid, new LinkChange( LinkStatus::Completed, LinkReason::ProviderStatus, Actor::provider() ) );

		$error = $this->invalid( fn () => $this->create( [ 'amount' => 3001, 'idempotency_key' => 'second-key' ] ) );

		self::assertSame( '30.00', $error->arguments['due'] );
		self::assertTrue( $this->create( [ 'amount' => 3000, 'idempotency_key' => 'third-key' ] )->is_new );
	}

	public function test_an_open_link_does_not_stop_a_second_one(): void {
		$this->create();

		self::assertSame( 'PL-1001-2', $this->create( [ 'idempotency_key' => 'second-key' ] )->link->order_id->value );
	}

	public function test_orders_whose_numbers_clean_to_the_same_text_get_two_order_ids(): void {
		$this->orders[1001] = self::order_with( '10/01' );
		$this->orders[2002] = self::order_with( '10-01', id: 2002 );

		$one   = $this->create()->link->order_id->value;
		$other = $this->create( [ 'idempotency_key' => 'second-key' ], 2002 )->link->order_id->value;

		self::assertSame( [ 'PL-10-01-1', 'PL-10-01-2' ], [ $one, $other ] );
	}

	public function test_an_order_that_does_not_exist_is_not_reserved_for(): void {
		$this->assert_throws( OrderNotFound::class, fn () => $this->create( [], 404 ) );

		self::assertSame( [], $this->links->all() );
	}

	public function test_a_site_that_does_not_exist_is_an_error_at_its_field(): void {
		$error = $this->invalid( fn () => $this->create( [ 'site' => 'elsewhere' ] ) );

		self::assertSame( [ 'site', 'unknown_site' ], [ $error->field, $error->reason ] );
	}

	public function test_a_site_without_a_key_reserves_nothing(): void {
		$this->assert_throws( NotConfigured::class, fn () => $this->create( [ 'site' => 'live' ] ) );

		self::assertSame( [], $this->links->all() );
	}

	public function test_without_a_site_it_is_the_default_one(): void {
		self::assertSame( 'main', $this->create( [ 'site' => '' ] )->link->site_id );
	}

	public function test_bad_fields_are_told_all_at_once_before_anything_is_reserved(): void {
		$error = $this->assert_throws( InvalidFields::class, fn () => $this->create( [ 'amount' => -1, 'description' => '', 'order_id' => 'a b' ] ) );

		self::assertInstanceOf( InvalidFields::class, $error );
		self::assertSame( [ 'amount', 'order_id', 'description' ], array_column( $error->errors, 'field' ) );
		self::assertSame( [], $this->links->all() );
	}

	public function test_a_key_alone_is_a_link_with_everything_prefilled(): void {
		$link = $this->create->create( 1001, [ 'idempotency_key' => 'key-00000001' ], Actor::staff( 2 ) )->link;

		self::assertSame( 'main', $link->site_id );
		self::assertSame( 8000, $link->details->amount->amount );
		self::assertSame( 'Order 1001', $link->details->description );
		self::assertSame( 30 * 86_400, $link->details->seconds_active );
		self::assertSame( 'eva@example.com', $link->details->customer->email );
		self::assertFalse( $link->order_id_typed );
	}

	public function test_prefilling_never_confirms_and_never_makes_up_a_key(): void {
		$this->orders[1001] = Make::order( is_paid: true );

		$this->assert_throws( OrderAlreadyPaid::class, fn () => $this->create->create( 1001, [ 'idempotency_key' => 'key-00000001', 'amount' => 8000 ], Actor::staff( 2 ) ) );
		$this->assert_throws( InvalidFields::class, fn () => $this->create->create( 1001, [ 'amount' => 8000 ], Actor::staff( 2 ) ) );
	}

	public function test_what_the_body_leaves_empty_stays_empty(): void {
		$link = $this->create->create( 1001, [ 'idempotency_key' => 'key-00000001', 'customer' => [ 'email' => '' ] ], Actor::staff( 2 ) )->link;

		self::assertSame( '', $link->details->customer->email );
	}

	/**
	 * @param array<string, mixed> $change
	 */
	private function create( array $change = [], int $wc_order_id = 1001 ): CreatedLink {
		$body = json_decode( (string) file_get_contents( dirname( __DIR__, 3 ) . '/fixtures/wire/create-body.json' ), true, 8, JSON_THROW_ON_ERROR );
		self::assertIsArray( $body );

		return $this->create->create( $wc_order_id, [ ...$body, ...$change ], Actor::staff( 2 ) );
	}

	private static function order_with( string $number, ?int $due = 8000, int $id = 1001 ): OrderSnapshot {
		$euro  = new Currency( 'EUR' );
		$money = null === $due ? null : new Money( $due, $euro );

		return new OrderSnapshot( $id, $number, 'pending', $euro, $money, $money, false, new OrderAddress(), new OrderAddress(), 'nl_NL', [], 'Example shop', 'https://shop.example/edit', 'https://shop.example/thanks', 'https://shop.example/not-paid' );
	}

	private function invalid( callable $act ): InvalidValue {
		$error = $this->assert_throws( InvalidValue::class, $act );
		self::assertInstanceOf( InvalidValue::class, $error );

		return $error;
	}

	/**
	 * @param class-string<Throwable> $type
	 */
	private function assert_throws( string $type, callable $act ): Throwable {
		try {
			$act();
		} catch ( Throwable $failure ) {
			self::assertInstanceOf( $type, $failure, $failure->getMessage() );

			return $failure;
		}

		self::fail( 'Nothing was thrown.' );
	}
}
