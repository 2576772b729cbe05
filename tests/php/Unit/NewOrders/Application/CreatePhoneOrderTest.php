<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\NewOrders\Application;

use MultiSafepay\PaymentLinks\Links\Application\Cancel\ResolveUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Application\Create\CheckAmount;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreatedLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkCreator;
use MultiSafepay\PaymentLinks\Links\Application\Draft\PrefillLink;
use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Domain\Cart\CartBuilder;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderIdAlreadyUsed;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\NewOrders\Application\CreateOrderOnce;
use MultiSafepay\PaymentLinks\NewOrders\Application\CreatePhoneOrder;
use MultiSafepay\PaymentLinks\NewOrders\Application\OrderClaim;
use MultiSafepay\PaymentLinks\NewOrders\Application\PhoneOrderCommand;
use MultiSafepay\PaymentLinks\NewOrders\Application\PrefillPhoneOrder;
use MultiSafepay\PaymentLinks\NewOrders\Domain\OrderInProgress;
use MultiSafepay\PaymentLinks\NewOrders\Domain\OrderWithoutLink;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use MultiSafepay\PaymentLinks\Sites\Application\SiteSelector;
use MultiSafepay\PaymentLinks\Tests\Double\FixedShop;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryClaims;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryOptions;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use MultiSafepay\PaymentLinks\Tests\Double\PhoneShop;
use MultiSafepay\PaymentLinks\Tests\Double\RecordedSchedule;
use MultiSafepay\PaymentLinks\Tests\Double\ScriptedApi;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use RuntimeException;

#[CoversClass( CreatePhoneOrder::class )]
#[CoversClass( CreateOrderOnce::class )]
#[CoversClass( PrefillPhoneOrder::class )]
final class CreatePhoneOrderTest extends TestCase {

	private const KEY = 'phone-key-0001';

	private FrozenClock $clock;

	private InMemoryClaims $claims;

	private InMemoryLinks $links;

	private ScriptedApi $api;

	private PhoneShop $shop;

	private CreatePhoneOrder $create;

	protected function setUp(): void {
		$this->clock  = new FrozenClock();
		$sites        = new FixedSites();
		$settings     = new SettingsStore( new InMemoryOptions(), 'settings' );
		$url_check    = new FixedShop();
		$this->shop   = new PhoneShop();
		$this->claims = new InMemoryClaims( $this->clock );
		$this->links  = new InMemoryLinks( $this->clock );
		$this->api    = new ScriptedApi();
		$cancel       = new ResolveUnconfirmed(
			$this->links,
			$this->api,
			new LinkSites( $sites ),
			new RecordedSchedule(),
			$this->clock,
			Make::provider_status_handler( $this->links, $this->clock )
		);
		$recheck      = Make::recheck( $this->links, $this->api, $this->shop, $this->clock );
		$link_creator = new LinkCreator(
			$this->links,
			$this->api,
			$cancel,
			$recheck,
			$this->clock
		);
		$prefill_link = new PrefillLink(
			$this->shop,
			$sites,
			$settings,
			$this->links,
			Make::balances( $this->links ),
			$url_check,
			new CartBuilder()
		);
		$create_link  = new CreateLink(
			$this->shop,
			new SiteSelector( $sites ),
			new LinkSites( $sites ),
			$this->links,
			$prefill_link,
			new CheckAmount( Make::balances( $this->links ) ),
			$recheck,
			$link_creator,
			$this->shop
		);
		$create_once  = new CreateOrderOnce( $this->claims, $this->links, $this->clock );
		$this->create = new CreatePhoneOrder(
			new SiteSelector( $sites ),
			new PrefillPhoneOrder( $sites, $settings, $this->shop, $url_check ),
			$this->shop,
			$this->shop,
			$this->shop,
			$this->links,
			$create_once,
			$create_link,
			$this->shop,
			$this->shop
		);
	}

	public function test_an_order_is_created_noted_and_gets_a_link(): void {
		$created = $this->create();

		self::assertTrue( $created->is_new );
		self::assertSame(
			[ 1, 8000, 'EUR', 'Repair' ],
			[
				$created->link->wc_order_id,
				$created->link->details->amount->amount,
				$created->link->details->amount->currency->code,
				$created->link->details->description,
			]
		);
		self::assertSame( [ '1: Repair, 8000 EUR, class "", account 0' ], $this->shop->created );
		self::assertSame( [ '1 created by 2', 'PL-1-1' ], $this->shop->notes );
	}

	public function test_the_same_key_returns_the_same_link_for_any_other_input(): void {
		$first = $this->create();
		$again = $this->create( [ 'amount' => -1, 'tax_class' => 'gone' ] );

		self::assertSame( [ $first->link->id, false ], [ $again->link->id, $again->is_new ] );
		self::assertCount( 1, $this->shop->created );
		self::assertCount( 2, $this->shop->notes );
	}

	/**
	 * @param array<string, mixed> $body
	 */
	#[DataProvider( 'invalid_bodies' )]
	public function test_invalid_input_is_reported_before_an_order_is_created(
		array $body,
		string ...$expected
	): void {
		try {
			$this->create( $body );
			self::fail( 'The input was accepted.' );
		} catch ( InvalidFields $invalid ) {
			self::assertSame(
				$expected,
				array_map(
					static fn ( InvalidValue $error ): string => "$error->field: $error->reason",
					$invalid->errors
				)
			);
		}

		self::assertSame( [], $this->shop->created );
		self::assertSame( [], $this->claims->keys() );
		self::assertSame( [], $this->api->calls );
	}

	/**
	 * @return array<string, list<mixed>>
	 */
	public static function invalid_bodies(): array {
		return [
			'no amount'                               => [ [ 'amount' => 0 ], 'amount: amount_too_low' ],
			'a currency that the shop does not have'  => [ [ 'currency' => 'USD' ], 'currency: currency_not_in_shop' ],
			'an unknown account'                      => [ [ 'customer_id' => 8 ], 'customer_id: unknown_customer' ],
			'a negative account ID'                   => [ [ 'customer_id' => -7 ], 'customer_id: unknown_customer' ],
			'a tax class that the shop does not have' => [
				[ 'tax_class' => 'luxury' ],
				'tax_class: unknown_tax_class',
			],
			'several errors'                          => [
				[ 'customer_id' => 8, 'tax_class' => 'luxury', 'amount' => 0, 'description' => '' ],
				'customer_id: unknown_customer',
				'tax_class: unknown_tax_class',
				'amount: amount_too_low',
				'description: description_empty',
			],
		];
	}

	public function test_an_amount_with_more_decimals_than_the_shop_is_refused(): void {
		$this->shop->decimals = 0;

		$this->expectExceptionMessage( 'amount: more_decimals_than_shop' );
		try {
			$this->create( [ 'amount' => 8050 ] );
		} catch ( InvalidFields $invalid ) {
			throw $invalid->errors[0];
		}
	}

	public function test_the_customer_of_the_account_is_used_unless_the_request_has_a_customer(): void {
		$with_account  = $this->create( [ 'customer_id' => 7, 'customer' => null ] );
		$with_customer = $this->create( [ 'customer_id' => 7, 'idempotency_key' => 'phone-key-0002' ] );

		self::assertSame(
			[ 'Robin', 'Eva' ],
			[ $with_account->link->details->customer->first_name, $with_customer->link->details->customer->first_name ]
		);
		self::assertStringEndsWith( 'account 7', $this->shop->created[0] );
	}

	public function test_an_order_id_already_used_is_reported_before_an_order_is_created(): void {
		$this->create( [ 'order_id' => 'bike-1' ] );

		try {
			$this->create( [ 'order_id' => 'bike-1', 'idempotency_key' => 'phone-key-0002' ] );
			self::fail( 'The order ID was accepted.' );
		} catch ( OrderIdAlreadyUsed $error ) {
			self::assertSame( [ 'bike-1', false ], [ $error->order_id, $error->is_generated ] );
		}
		self::assertCount( 1, $this->shop->created );
	}

	public function test_an_order_without_a_link_is_reported_and_its_key_creates_the_link(): void {
		$this->api->creates = [ new ProviderRefused( 1023, 'No such method.', 400 ) ];

		try {
			$this->create();
			self::fail( 'A link was created.' );
		} catch ( OrderWithoutLink $failure ) {
			self::assertSame( 1, $failure->order->id );
			self::assertInstanceOf( ProviderRefused::class, $failure->failure );
		}

		self::assertSame( 1, $this->create()->link->wc_order_id );
		self::assertCount( 1, $this->shop->created );
	}

	public function test_the_key_is_released_when_the_order_was_not_created(): void {
		$this->shop->failure = new RuntimeException( 'Creating the order failed.' );
		try {
			$this->create();
			self::fail( 'The order was created.' );
		} catch ( RuntimeException $failure ) {
			self::assertSame( 'Creating the order failed.', $failure->getMessage() );
		}
		self::assertSame( [], $this->claims->keys() );

		$this->shop->failure = null;
		self::assertSame( 1, $this->create()->link->wc_order_id );
	}

	public function test_a_key_of_a_duplicate_order_or_of_a_link_is_refused(): void {
		$this->create( [ 'idempotency_key' => 'key-of-a-link' ] );
		$this->claims->forget( 'key-of-a-link' );
		$this->claims->reserve( 'key-of-a-copy', 55 );
		foreach ( [ 'key-of-a-link', 'key-of-a-copy' ] as $key ) {
			try {
				$this->create( [ 'idempotency_key' => $key ] );
				self::fail( "$key was accepted." );
			} catch ( InvalidValue $error ) {
				self::assertSame( 'key_of_other_order', $error->reason );
			}
		}

		self::assertCount( 1, $this->shop->created );
	}

	public function test_a_request_waits_for_another_request_with_its_key_until_a_time_limit(): void {
		$this->claims->reserve( self::KEY, OrderClaim::NO_ORIGINAL );
		$this->clock->while_sleeping = function (): void {
			if ( $this->clock->monotonic() > 1.0 && ! $this->shop->has( 9 ) ) {
				$this->shop->add_order( 9, 8000 );
				$this->claims->complete( self::KEY, 9 );
			}
		};
		self::assertSame( 9, $this->create()->link->wc_order_id );
		self::assertSame( [], $this->shop->created );

		// The claim is taken over again and again, and no order is created.
		$this->clock->while_sleeping = function (): void {
			$this->claims->forget( 'phone-key-0002' );
			$this->claims->reserve( 'phone-key-0002', OrderClaim::NO_ORIGINAL );
		};
		$this->claims->reserve( 'phone-key-0002', OrderClaim::NO_ORIGINAL );
		$this->expectException( OrderInProgress::class );
		$this->create( [ 'idempotency_key' => 'phone-key-0002' ] );
	}

	public function test_a_request_takes_over_from_a_killed_request(): void {
		$this->claims->reserve( self::KEY, OrderClaim::NO_ORIGINAL );
		$this->clock->advance( 61.0 );

		self::assertSame( 1, $this->create()->link->wc_order_id );
	}

	public function test_the_draft_has_no_description_when_the_template_needs_an_order_number(): void {
		$draft = ( new PrefillPhoneOrder(
			new FixedSites(),
			new SettingsStore( new InMemoryOptions(), 'settings' ),
			$this->shop,
			new FixedShop( https: false )
		) )->draft();

		$values = $draft->draft->values->to_array();
		self::assertSame(
			[ 'main', '', '', 0, 'EUR', 30, null ],
			[
				$values['site'],
				$values['description'],
				$values['order_id'],
				$values['amount'],
				$values['currency'],
				$values['days_active'],
				$values['delivery'],
			]
		);
		self::assertSame(
			[ 'NL', 'nl_NL' ],
			[ $values['customer']['country'], $values['customer']['locale'] ]
		);
		self::assertSame( [ 'plain_http' ], array_column( $draft->draft->warnings, 'code' ) );
	}

	/**
	 * @param array<string, mixed> $changes Changes to a valid request.
	 */
	private function create( array $changes = [] ): CreatedLink {
		$body = $changes + [
			'amount' => 8000,
			'description' => 'Repair',
			'customer' => [ 'first_name' => 'Eva' ],
			'idempotency_key' => self::KEY,
		];

		return $this->create->create( PhoneOrderCommand::read(
			array_filter( $body, static fn ( mixed $value ): bool => null !== $value ),
			Actor::staff( 2 )
		) );
	}
}
