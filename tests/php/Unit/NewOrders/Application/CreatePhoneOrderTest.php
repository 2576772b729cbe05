<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Application;

use MultiSafepay\PaymentLinks\Application\ApplyProviderStatus;
use MultiSafepay\PaymentLinks\Application\CreatedLink;
use MultiSafepay\PaymentLinks\Application\CreatePaymentLink;
use MultiSafepay\PaymentLinks\Application\CreatePhoneOrder;
use MultiSafepay\PaymentLinks\Application\MakeLink;
use MultiSafepay\PaymentLinks\Application\MakeOrderOnce;
use MultiSafepay\PaymentLinks\Application\OrderClaim;
use MultiSafepay\PaymentLinks\Application\PrefillPaymentLink;
use MultiSafepay\PaymentLinks\Application\PrefillPhoneOrder;
use MultiSafepay\PaymentLinks\Application\RetireLostLink;
use MultiSafepay\PaymentLinks\Application\ShopWarnings;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Cart\CartBuilder;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderIdTaken;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderInProgress;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderWithoutLink;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Tests\Double\FixedShop;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryClaims;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\PhoneShop;
use MultiSafepay\PaymentLinks\Tests\Double\RecordedSchedule;
use MultiSafepay\PaymentLinks\Tests\Double\ScriptedApi;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use RuntimeException;

#[CoversClass( CreatePhoneOrder::class )]
#[CoversClass( MakeOrderOnce::class )]
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
		$warnings     = new ShopWarnings( new FixedShop() );
		$this->shop   = new PhoneShop();
		$this->claims = new InMemoryClaims( $this->clock );
		$this->links  = new InMemoryLinks( $this->clock );
		$this->api    = new ScriptedApi();
		$retire       = new RetireLostLink( $this->links, $this->api, $sites, new RecordedSchedule(), $this->clock, new ApplyProviderStatus( $this->links, $this->clock ) );
		$make         = new MakeLink( $this->links, $this->api, $retire, new RecordedSchedule(), $this->clock );
		$prefill      = new PrefillPaymentLink( $this->shop, $sites, $sites, $this->links, $warnings, new CartBuilder() );
		$link         = new CreatePaymentLink( $this->shop, $sites, $this->links, $this->links, $prefill, $make, $this->shop );
		$once         = new MakeOrderOnce( $this->claims, $this->links, $this->clock );
		$this->create = new CreatePhoneOrder( $sites, new PrefillPhoneOrder( $sites, $sites, $this->shop, $warnings ), $this->shop, $this->shop, $this->shop, $this->links, $once, $link, $this->shop, $this->shop );
	}

	public function test_it_makes_the_order_notes_who_did_and_makes_its_link(): void {
		$created = $this->create();

		self::assertTrue( $created->is_new );
		self::assertSame( [ 1, 8000, 'EUR', 'Repair' ], [ $created->link->wc_order_id, $created->link->details->amount->amount, $created->link->details->amount->currency->code, $created->link->details->description ] );
		self::assertSame( [ '1: Repair, 8000 EUR, class "", account 0' ], $this->shop->made );
		self::assertSame( [ '1 made by 2', 'PL-1-1' ], $this->shop->noted );
	}

	public function test_the_same_key_gives_the_same_link_whatever_else_is_sent(): void {
		$first = $this->create();
		$again = $this->create( [ 'amount' => -1, 'tax_class' => 'gone' ] );

		self::assertSame( [ $first->link->id, false ], [ $again->link->id, $again->is_new ] );
		self::assertCount( 1, $this->shop->made );
		self::assertCount( 2, $this->shop->noted );
	}

	/**
	 * @param array<string, mixed> $body
	 */
	#[DataProvider( 'bad_bodies' )]
	public function test_what_is_wrong_is_told_before_there_is_an_order( array $body, string ...$expected ): void {
		try {
			$this->create( $body );
			self::fail( 'It was taken.' );
		} catch ( InvalidFields $invalid ) {
			self::assertSame( $expected, array_map( static fn ( InvalidValue $error ): string => "$error->field: $error->reason", $invalid->errors ) );
		}

		self::assertSame( [], $this->shop->made );
		self::assertSame( [], $this->claims->keys() );
		self::assertSame( [], $this->api->calls );
	}

	/**
	 * @return array<string, list<mixed>>
	 */
	public static function bad_bodies(): array {
		return [
			'no amount'                       => [ [ 'amount' => 0 ], 'amount: amount_too_low' ],
			'a currency the shop lacks'       => [ [ 'currency' => 'USD' ], 'currency: currency_not_in_shop' ],
			'an account that nobody has'      => [ [ 'customer_id' => 8 ], 'customer_id: unknown_customer' ],
			'an account below zero'           => [ [ 'customer_id' => -7 ], 'customer_id: unknown_customer' ],
			'a tax class that the shop lacks' => [ [ 'tax_class' => 'luxury' ], 'tax_class: unknown_tax_class' ],
			'everything at once'              => [ [ 'customer_id' => 8, 'tax_class' => 'luxury', 'amount' => 0, 'description' => '' ], 'customer_id: unknown_customer', 'tax_class: unknown_tax_class', 'amount: amount_too_low', 'description: description_empty' ],
		];
	}

	public function test_an_amount_that_the_shop_would_round_is_refused(): void {
		$this->shop->decimals = 0;

		$this->expectExceptionMessage( 'amount: more_decimals_than_shop' );
		try {
			$this->create( [ 'amount' => 8050 ] );
		} catch ( InvalidFields $invalid ) {
			throw $invalid->errors[0];
		}
	}

	public function test_an_account_gives_the_customer_unless_one_is_sent(): void {
		$of_account = $this->create( [ 'customer_id' => 7, 'customer' => null ] );
		$typed      = $this->create( [ 'customer_id' => 7, 'idempotency_key' => 'phone-key-0002' ] );

		self::assertSame( [ 'Robin', 'Eva' ], [ $of_account->link->details->customer->first_name, $typed->link->details->customer->first_name ] );
		self::assertStringEndsWith( 'account 7', $this->shop->made[0] );
	}

	public function test_an_order_id_that_is_taken_is_told_before_there_is_an_order(): void {
		$this->create( [ 'order_id' => 'bike-1' ] );

		try {
			$this->create( [ 'order_id' => 'bike-1', 'idempotency_key' => 'phone-key-0002' ] );
			self::fail( 'It was taken.' );
		} catch ( OrderIdTaken $taken ) {
			self::assertSame( [ 'bike-1', false ], [ $taken->order_id, $taken->is_generated ] );
		}
		self::assertCount( 1, $this->shop->made );
	}

	public function test_an_order_whose_link_failed_is_told_and_its_key_makes_the_link(): void {
		$this->api->creates = [ new ProviderRefused( 1023, 'No such method.', 400 ) ];

		try {
			$this->create();
			self::fail( 'There is a link.' );
		} catch ( OrderWithoutLink $failure ) {
			self::assertSame( 1, $failure->order->id );
			self::assertInstanceOf( ProviderRefused::class, $failure->failure );
		}

		self::assertSame( 1, $this->create()->link->wc_order_id );
		self::assertCount( 1, $this->shop->made );
	}

	public function test_a_key_is_free_again_when_the_order_was_not_made(): void {
		$this->shop->fails = new RuntimeException( 'The shop is on fire.' );
		try {
			$this->create();
			self::fail( 'It was made.' );
		} catch ( RuntimeException $failure ) {
			self::assertSame( 'The shop is on fire.', $failure->getMessage() );
		}
		self::assertSame( [], $this->claims->keys() );

		$this->shop->fails = null;
		self::assertSame( 1, $this->create()->link->wc_order_id );
	}

	public function test_a_key_of_a_copy_or_of_a_link_is_refused(): void {
		$this->create( [ 'idempotency_key' => 'key-of-a-link' ] );
		$this->claims->forget( 'key-of-a-link' );
		$this->claims->reserve( 'key-of-a-copy', 55 );
		foreach ( [ 'key-of-a-link', 'key-of-a-copy' ] as $key ) {
			try {
				$this->create( [ 'idempotency_key' => $key ] );
				self::fail( "$key was taken." );
			} catch ( InvalidValue $error ) {
				self::assertSame( 'key_of_other_order', $error->reason );
			}
		}

		self::assertCount( 1, $this->shop->made );
	}

	public function test_a_request_waits_for_another_one_with_its_key_and_gives_up_after_a_while(): void {
		$this->claims->reserve( self::KEY, OrderClaim::NO_ORIGINAL );
		$this->clock->while_sleeping = function (): void {
			if ( $this->clock->monotonic() > 1.0 && ! $this->shop->has( 9 ) ) {
				$this->shop->put( 9, 8000 );
				$this->claims->done( self::KEY, 9 );
			}
		};
		self::assertSame( 9, $this->create()->link->wc_order_id );
		self::assertSame( [], $this->shop->made );

		// One takes over from the other, and none of them ends.
		$this->clock->while_sleeping = function (): void {
			$this->claims->forget( 'phone-key-0002' );
			$this->claims->reserve( 'phone-key-0002', OrderClaim::NO_ORIGINAL );
		};
		$this->claims->reserve( 'phone-key-0002', OrderClaim::NO_ORIGINAL );
		$this->expectException( OrderInProgress::class );
		$this->create( [ 'idempotency_key' => 'phone-key-0002' ] );
	}

	public function test_a_request_takes_over_from_one_that_died(): void {
		$this->claims->reserve( self::KEY, OrderClaim::NO_ORIGINAL );
		$this->clock->advance( 61.0 );

		self::assertSame( 1, $this->create()->link->wc_order_id );
	}

	public function test_the_draft_takes_a_description_only_from_a_template_without_an_order_number(): void {
		$sites = new FixedSites();
		$draft = ( new PrefillPhoneOrder( $sites, $sites, $this->shop, new ShopWarnings( new FixedShop( https: false ) ) ) )->draft();

		self::assertSame( [ 'main', '', '', 0, 'EUR', 30, null ], [ $draft->draft->values['site'], $draft->draft->values['description'], $draft->draft->values['order_id'], $draft->draft->values['amount'], $draft->draft->values['currency'], $draft->draft->values['days_active'], $draft->draft->values['delivery'] ] );
		self::assertSame( [ 'NL', 'nl_NL' ], [ $draft->draft->values['customer']['country'], $draft->draft->values['customer']['locale'] ] );
		self::assertSame( [ 'plain_http' ], array_column( $draft->draft->warnings, 'code' ) );
	}

	/**
	 * @param array<string, mixed> $changes To a body that works.
	 */
	private function create( array $changes = [] ): CreatedLink {
		$body = $changes + [ 'amount' => 8000, 'description' => 'Repair', 'customer' => [ 'first_name' => 'Eva' ], 'idempotency_key' => self::KEY ];

		return $this->create->create( array_filter( $body, static fn ( mixed $value ): bool => null !== $value ), Actor::staff( 2 ) );
	}
}
