<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Application\Create;

use Closure;
use MultiSafepay\PaymentLinks\Links\Application\Cancel\ResolveUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Application\Create\CheckAmount;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreatedLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLinkCommand;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkCreator;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkForm;
use MultiSafepay\PaymentLinks\Links\Application\Draft\PrefillLink;
use MultiSafepay\PaymentLinks\Links\Application\LinkNotes;
use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Domain\Cart\CartBuilder;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderEnded;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderAddress;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use MultiSafepay\PaymentLinks\Sites\Application\SiteSelector;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Tests\Double\FixedOrderEnds;
use MultiSafepay\PaymentLinks\Tests\Double\FixedShop;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryOptions;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use MultiSafepay\PaymentLinks\Tests\Double\RecordedSchedule;
use MultiSafepay\PaymentLinks\Tests\Double\ScriptedApi;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Throwable;

/**
 * The test implements OrderReader and LinkNotes itself.
 */
#[CoversClass( CreateLink::class )]
final class CreateLinkTest extends TestCase implements OrderReader, LinkNotes {

	/**
	 * @var array<int, OrderSnapshot>
	 */
	private array $orders = [];

	/**
	 * @var list<string> Order IDs of links that have an order note.
	 */
	private array $notes = [];

	private int $orders_loaded = 0;

	private int $orders_reloaded = 0;

	private ?Closure $before_reading_the_order = null;

	private InMemoryLinks $links;

	private ScriptedApi $api;

	private FixedOrderEnds $ends;

	private CreateLink $create;

	protected function setUp(): void {
		$clock        = new FrozenClock();
		$sites        = new FixedSites();
		$this->links  = new InMemoryLinks( $clock );
		$this->api    = new ScriptedApi();
		$this->ends   = new FixedOrderEnds();
		$cancel       = new ResolveUnconfirmed(
			$this->links,
			$this->api,
			new LinkSites( $sites ),
			new RecordedSchedule(),
			$clock,
			Make::provider_status_handler( $this->links, $clock )
		);
		$recheck      = Make::recheck( $this->links, $this->api, $this, $clock, $this->ends );
		$prefill      = new PrefillLink(
			$this,
			$sites,
			new SettingsStore( new InMemoryOptions(), 'settings' ),
			$this->links,
			Make::balances( $this->links ),
			new FixedShop(),
			new CartBuilder()
		);
		$this->create = new CreateLink(
			$this,
			new SiteSelector( $sites ),
			new LinkSites( $sites ),
			$this->links,
			$prefill,
			new CheckAmount( Make::balances( $this->links ) ),
			$recheck,
			new LinkCreator( $this->links, $this->api, $cancel, $recheck, $clock ),
			$this
		);
		$this->orders = [ 1001 => Make::order() ];
	}

	public function get( int $wc_order_id ): OrderSnapshot {
		++$this->orders_loaded;

		$callback                       = $this->before_reading_the_order;
		$this->before_reading_the_order = null;
		if ( null !== $callback ) {
			$callback();
		}

		return $this->orders[ $wc_order_id ] ?? throw new OrderNotFound();
	}

	public function reload( int $wc_order_id ): OrderSnapshot {
		++$this->orders_reloaded;

		return $this->orders[ $wc_order_id ] ?? throw new OrderNotFound();
	}

	public function created( PaymentLink $link ): void {
		$this->notes[] = $link->order_id->value;
	}

	public function test_a_link_is_created_and_noted_on_the_order(): void {
		$created = $this->create();

		self::assertTrue( $created->is_new );
		self::assertSame( LinkStatus::Active, $created->link->status );
		self::assertSame( [ 'PL-1001-1' ], $this->notes );
		self::assertSame( 2, $created->link->created_by );
	}

	public function test_the_same_key_returns_the_same_link_without_a_request_or_a_note(): void {
		$first = $this->create();

		$again = $this->create();

		self::assertFalse( $again->is_new );
		self::assertSame( $first->link->id, $again->link->id );
		self::assertSame( [ 'POST PL-1001-1' ], $this->api->calls );
		self::assertCount( 1, $this->notes );
	}

	public function test_the_same_key_returns_the_same_link_after_the_order_was_paid(): void {
		$first               = $this->create();
		$this->orders[1001] = Make::order( is_paid: true );

		self::assertSame( $first->link->id, $this->create()->link->id );
	}

	public function test_the_key_of_another_order_is_refused_without_details(): void {
		$this->orders[2002] = Make::order( 2002 );
		$this->create();

		$error = $this->invalid_value( fn () => $this->create( [], 2002 ) );

		self::assertSame(
			[ 'idempotency_key', 'key_of_other_order', [] ],
			[ $error->field, $error->reason, $error->arguments ]
		);
		self::assertSame( [ 'POST PL-1001-1' ], $this->api->calls );
	}

	public function test_the_key_of_another_order_is_refused_in_simultaneous_requests(): void {
		$this->orders[2002]             = Make::order( 2002 );
		$this->before_reading_the_order = fn () => $this->create();

		$error = $this->invalid_value( fn () => $this->create( [], 2002 ) );

		self::assertSame( 'key_of_other_order', $error->reason );
	}

	public function test_a_refusal_releases_the_key(): void {
		$this->api->creates = [ new ProviderRefused( ProviderRefused::INVALID_CURRENCY, '', 400 ) ];
		$this->assert_throws( ProviderRefused::class, fn () => $this->create() );
		self::assertSame( [], $this->notes );

		self::assertTrue( $this->create()->is_new );
	}

	public function test_after_a_lost_response_the_same_key_creates_one_payable_link(): void {
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
		self::assertSame( [ 'PL-1001-2' ], $this->notes );
		self::assertSame( 8000, $created->link->details->amount->amount );
	}

	public function test_the_order_is_loaded_before_the_request_and_its_status_read_once_afterwards(): void {
		$this->create();

		self::assertSame( [ 1, 0, 1 ], [ $this->orders_loaded, $this->orders_reloaded, $this->ends->reads ] );
		self::assertSame( 0, $this->links->key_lookups );
	}

	public function test_after_a_lost_response_the_order_is_loaded_again(): void {
		$this->api->creates = [
			function (): Throwable {
				$this->orders[1001] = Make::order( due: 9000 );

				return new ProviderUnavailable( true, 'reset' );
			},
		];

		self::assertSame( 'PL-1001-2', $this->create()->link->order_id->value );
		self::assertSame( [ 1, 1 ], [ $this->orders_loaded, $this->orders_reloaded ] );
	}

	public function test_after_a_lost_response_no_link_is_created_for_an_order_that_was_paid_in_the_meantime(): void {
		$this->api->creates = [
			function (): Throwable {
				$this->orders[1001] = Make::order( is_paid: true );

				return new ProviderUnavailable( true, 'reset' );
			},
		];

		$this->assert_throws( OrderAlreadyPaid::class, fn () => $this->create() );

		self::assertSame( [], $this->api->payable() );
		self::assertNull( $this->links->find_by_key( '3f0a1c8e-6f1d-4a51-9d0f-0b8f4c6d2e11' ) );
	}

	public function test_a_prefilled_amount_follows_the_order_while_the_provider_does_not_respond(): void {
		$this->api->creates = [
			function (): Throwable {
				$this->orders[1001] = Make::order( due: 5000 );

				return new ProviderUnavailable( true, 'reset' );
			},
		];

		$created = $this->create_from( [ 'idempotency_key' => 'key-00000001' ] );

		self::assertSame( 5000, $created->link->details->amount->amount );
	}

	public function test_the_prefilled_amount_of_an_unconfirmed_link_follows_the_order(): void {
		$this->api->creates = [ new ProviderUnavailable( true, 'reset' ) ];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
		$this->assert_throws(
			CreationUnconfirmed::class,
			fn () => $this->create_from( [ 'idempotency_key' => 'key-00000001' ] )
		);
		$this->orders[1001] = Make::order( due: 5000 );

		$created = $this->create_from( [ 'idempotency_key' => 'key-00000001' ] );

		self::assertSame( 5000, $created->link->details->amount->amount );
	}

	public function test_an_amount_of_the_request_is_not_lowered(): void {
		$this->api->creates = [
			function (): Throwable {
				$this->orders[1001] = Make::order( due: 5000 );

				return new ProviderUnavailable( true, 'reset' );
			},
		];

		self::assertSame( 'amount_above_due', $this->invalid_value( fn () => $this->create() )->reason );
		self::assertSame( [], $this->api->payable() );
	}

	public function test_a_repeated_key_creates_no_link_for_an_order_that_ended_since_its_first_request(): void {
		$this->api->creates = [ new ProviderUnavailable( false, 'connection refused' ) ];
		$this->assert_throws( ProviderUnavailable::class, fn () => $this->create() );
		$this->orders[1001] = Make::order( status: 'cancelled' );

		for ( $request = 1; $request <= 2; $request++ ) {
			$this->assert_throws( OrderEnded::class, fn () => $this->create( [ 'confirm_amount' => true ] ) );
		}
		self::assertSame( [], $this->api->payable() );
		self::assertTrue( $this->create( [ 'idempotency_key' => 'key-00000002' ] )->is_new );
	}

	public function test_an_unconfirmed_link_of_an_order_that_ended_is_cancelled_by_the_same_key(): void {
		$this->api->creates = [
			static function ( PaymentLink $link, ScriptedApi $api ): Throwable {
				$api->orders[ $link->order_id->value ] = true;

				return new ProviderUnavailable( true, 'reset' );
			},
		];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
		$this->assert_throws( CreationUnconfirmed::class, fn () => $this->create() );
		$this->orders[1001] = Make::order( status: 'refunded' );

		$this->assert_throws( OrderEnded::class, fn () => $this->create() );

		self::assertSame( [], $this->api->payable() );
		self::assertSame( LinkStatus::Failed, $this->links->find( 1 )?->status );
	}

	public function test_a_link_that_is_requested_for_an_ended_order_is_intended(): void {
		$this->orders[1001]  = Make::order( status: 'cancelled' );
		$this->ends->current = OrderEnd::Cancelled;

		self::assertSame( LinkStatus::Active, $this->create()->link->status );
	}

	/**
	 * @param array<string, mixed> $change
	 */
	#[DataProvider( 'amounts' )]
	public function test_the_amount_is_compared_with_the_amount_due(
		OrderSnapshot $order,
		array $change,
		?string $refused,
	): void {
		$this->orders[1001] = $order;

		if ( null === $refused ) {
			self::assertTrue( $this->create( $change )->is_new );

			return;
		}

		$error = $this->invalid_value( fn () => $this->create( $change ) );
		self::assertSame( $refused, $error->field . ' ' . $error->reason );
		self::assertSame( [], $this->api->calls );
	}

	/**
	 * @return array<string, array{OrderSnapshot, array<string, mixed>, string|null}>
	 */
	public static function amounts(): array {
		$confirmed = [ 'confirm_amount' => true ];

		return [
			'the amount due'                      => [ Make::order(), [ 'amount' => 8000 ], null ],
			'a partial amount'                    => [ Make::order(), [ 'amount' => 1 ], null ],
			'one cent more'                       => [
				Make::order(),
				[ 'amount' => 8001 ],
				'amount amount_above_due',
			],
			'one cent more, confirmed'            => [ Make::order(), [ 'amount' => 8001 ] + $confirmed, null ],
			'much more'                           => [
				Make::order(),
				[ 'amount' => 999_999_999_999 ],
				'amount amount_above_due',
			],
			'nothing is due'                      => [
				Make::order( due: 0 ),
				[ 'amount' => 1 ],
				'amount amount_above_due',
			],
			'a negative amount due'               => [
				Make::order( due: -500 ),
				[ 'amount' => 1 ],
				'amount amount_above_due',
			],
			'another currency'                    => [
				Make::order(),
				[ 'currency' => 'USD' ],
				'currency other_currency',
			],
			'another currency, confirmed'         => [
				Make::order(),
				[ 'currency' => 'USD' ] + $confirmed,
				'currency other_currency',
			],
			'another currency for a paid order'   => [
				Make::order( is_paid: true ),
				[ 'currency' => 'USD' ],
				'currency other_currency',
			],
			'yen'                                 => [
				Make::order( due: 80, currency: 'JPY' ),
				[ 'amount' => 80, 'currency' => 'JPY' ],
				null,
			],
			'yen mistaken for cents'              => [
				Make::order( due: 80, currency: 'JPY' ),
				[ 'amount' => 8000, 'currency' => 'JPY' ],
				'amount amount_above_due',
			],
			'the full amount due'                 => [ Make::order(), [ 'kind' => 'full' ], null ],
			'full, but not the amount due'        => [
				Make::order( due: 9000 ),
				[ 'kind' => 'full' ],
				'amount amount_not_due',
			],
			'a part of the amount due'            => [ Make::order( due: 9000 ), [ 'kind' => 'partial' ], null ],
			'a paid order, confirmed'             => [ Make::order( is_paid: true ), $confirmed, null ],
		];
	}

	public function test_the_refusal_of_a_higher_amount_contains_the_amount_due(): void {
		$error = $this->invalid_value( fn () => $this->create( [ 'amount' => 8001 ] ) );

		self::assertSame( [ 'due' => '80.00', 'currency' => 'EUR' ], $error->arguments );
	}

	public function test_the_amount_due_of_an_overpaid_order_is_zero(): void {
		$this->orders[1001] = Make::order( due: -500 );

		$error = $this->invalid_value( fn () => $this->create( [ 'amount' => 1 ] ) );

		self::assertSame( '0.00', $error->arguments['due'] );
	}

	public function test_a_paid_order_needs_confirmation_before_anything_is_reserved(): void {
		$this->orders[1001] = Make::order( is_paid: true );

		$this->assert_throws( OrderAlreadyPaid::class, fn () => $this->create( [ 'amount' => 1 ] ) );

		self::assertSame( [], $this->links->all() );
		self::assertSame( [], $this->api->calls );
	}

	public function test_a_paid_order_is_reported_when_the_request_has_no_amount(): void {
		$this->orders[1001] = Make::order( is_paid: true );

		$this->assert_throws(
			OrderAlreadyPaid::class,
			fn () => $this->create_from( [ 'idempotency_key' => 'key-00000001' ] )
		);
	}

	public function test_an_order_paid_while_a_creation_was_unconfirmed_needs_confirmation(): void {
		$this->api->creates = [ new ProviderUnavailable( true, 'reset' ) ];
		$this->api->cancels = [ new ProviderUnavailable( true, 'timeout' ) ];
		$this->assert_throws( CreationUnconfirmed::class, fn () => $this->create() );
		$this->orders[1001] = Make::order( is_paid: true );

		$this->assert_throws( OrderAlreadyPaid::class, fn () => $this->create() );

		self::assertSame( [], $this->api->payable() );
	}

	public function test_payments_through_links_reduce_the_amount_due(): void {
		$paid = $this->create( [ 'amount' => 5000 ] )->link;
		$this->links->change(
			$paid,
			new LinkChange( LinkStatus::Completed, LinkReason::ProviderStatus, Actor::provider() )
		);

		$error = $this->invalid_value(
			fn () => $this->create( [ 'amount' => 3001, 'idempotency_key' => 'second-key' ] )
		);

		self::assertSame( '30.00', $error->arguments['due'] );
		self::assertTrue( $this->create( [ 'amount' => 3000, 'idempotency_key' => 'third-key' ] )->is_new );
	}

	public function test_an_open_link_does_not_prevent_a_second_link(): void {
		$this->create();

		self::assertSame( 'PL-1001-2', $this->create( [ 'idempotency_key' => 'second-key' ] )->link->order_id->value );
	}

	public function test_order_numbers_that_sanitise_to_the_same_text_get_different_order_ids(): void {
		$this->orders[1001] = self::order_with( '10/01' );
		$this->orders[2002] = self::order_with( '10-01', id: 2002 );

		$first = $this->create()->link->order_id->value;
		$second = $this->create( [ 'idempotency_key' => 'second-key' ], 2002 )->link->order_id->value;

		self::assertSame( [ 'PL-10-01-1', 'PL-10-01-2' ], [ $first, $second ] );
	}

	public function test_a_missing_order_reserves_nothing(): void {
		$this->assert_throws( OrderNotFound::class, fn () => $this->create( [], 404 ) );

		self::assertSame( [], $this->links->all() );
	}

	public function test_an_unknown_site_is_an_error_at_its_field(): void {
		$error = $this->invalid_value( fn () => $this->create( [ 'site' => 'elsewhere' ] ) );

		self::assertSame( [ 'site', 'unknown_site' ], [ $error->field, $error->reason ] );
	}

	public function test_a_site_without_a_key_reserves_nothing(): void {
		$this->assert_throws( NotConfigured::class, fn () => $this->create( [ 'site' => 'live' ] ) );

		self::assertSame( [], $this->links->all() );
	}

	public function test_without_a_site_the_default_site_is_used(): void {
		self::assertSame( 'main', $this->create( [ 'site' => '' ] )->link->site_id );
	}

	public function test_all_invalid_fields_are_reported_before_anything_is_reserved(): void {
		$error = $this->assert_throws(
			InvalidFields::class,
			fn () => $this->create( [ 'amount' => -1, 'description' => '', 'order_id' => 'a b' ] )
		);

		self::assertInstanceOf( InvalidFields::class, $error );
		self::assertSame( [ 'amount', 'order_id', 'description' ], array_column( $error->errors, 'field' ) );
		self::assertSame( [], $this->links->all() );
	}

	public function test_a_request_with_only_a_key_creates_a_prefilled_link(): void {
		$link = $this->create_from( [ 'idempotency_key' => 'key-00000001' ] )->link;

		self::assertSame( 'main', $link->site_id );
		self::assertSame( 8000, $link->details->amount->amount );
		self::assertSame( 'Order 1001', $link->details->description );
		self::assertSame( 30 * 86_400, $link->details->seconds_active );
		self::assertSame( 'eva@example.com', $link->details->customer->email );
		self::assertFalse( $link->order_id_typed );
	}

	public function test_prefilling_adds_neither_a_confirmation_nor_a_key(): void {
		$this->orders[1001] = Make::order( is_paid: true );

		$this->assert_throws(
			OrderAlreadyPaid::class,
			fn () => $this->create_from( [ 'idempotency_key' => 'key-00000001', 'amount' => 8000 ] )
		);
		$this->assert_throws(
			InvalidFields::class,
			fn () => $this->create_from( [ 'amount' => 8000 ] )
		);
	}

	public function test_empty_fields_of_the_request_stay_empty(): void {
		$link = $this->create_from( [ 'idempotency_key' => 'key-00000001', 'customer' => [ 'email' => '' ] ] )->link;

		self::assertSame( '', $link->details->customer->email );
	}

	/**
	 * @param array<string, mixed> $change
	 */
	private function create( array $change = [], int $wc_order_id = 1001 ): CreatedLink {
		$body = json_decode(
			(string) file_get_contents( dirname( __DIR__, 5 ) . '/fixtures/wire/create-body.json' ),
			true,
			8,
			JSON_THROW_ON_ERROR
		);
		self::assertIsArray( $body );

		// The kind of the example belongs to its amount.
		return $this->create_from( [ ...$body, 'kind' => null, ...$change ], $wc_order_id );
	}

	/**
	 * @param array<mixed> $body
	 */
	private function create_from( array $body, int $wc_order_id = 1001 ): CreatedLink {
		return $this->create->create(
			new CreateLinkCommand( $wc_order_id, LinkForm::read( $body ), Actor::staff( 2 ) )
		);
	}

	private static function order_with( string $number, int $due = 8000, int $id = 1001 ): OrderSnapshot {
		return new OrderSnapshot(
			Make::payment( $id, $due ),
			$number,
			new OrderAddress(),
			new OrderAddress(),
			'nl_NL',
			[],
			'Example shop',
			'https://shop.example/thanks',
			'https://shop.example/not-paid'
		);
	}

	private function invalid_value( callable $act ): InvalidValue {
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
