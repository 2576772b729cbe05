<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Application\Draft;

use MultiSafepay\PaymentLinks\Links\Application\Balances;
use MultiSafepay\PaymentLinks\Links\Application\Draft\Draft;
use MultiSafepay\PaymentLinks\Links\Application\Draft\PrefillLink;
use MultiSafepay\PaymentLinks\Links\Domain\Cart\CartBuilder;
use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkFields;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderAddress;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use MultiSafepay\PaymentLinks\Sites\Application\SiteRepository;
use MultiSafepay\PaymentLinks\Sites\Domain\OrderIdTemplate;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;
use MultiSafepay\PaymentLinks\Tests\Double\FixedOrders;
use MultiSafepay\PaymentLinks\Tests\Double\FixedShop;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryOptions;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use PHPUnit\Framework\TestCase;

final class PrefillLinkTest extends TestCase {

	public function test_a_draft_contains_a_complete_create_request(): void {
		$draft = $this->draft();

		self::assertEqualsCanonicalizing(
			// The lifetime is in days, and DraftPresenter adds the key.
			array_values( array_diff( array_keys( LinkFields::all() ), [ 'seconds_active', 'idempotency_key' ] ) ),
			array_keys( $draft->values->to_array() )
		);
		self::assertSame(
			[ 'main', 'PL-1001-2', 'full', 8000, 'EUR', 'Order 1001 at Shop', 14 ],
			array_slice( array_values( $draft->values->to_array() ), 0, 7 )
		);
		self::assertFalse( $draft->values->to_array()['second_chance'] );
		self::assertSame( 'Kalverstraat', $draft->values->to_array()['customer']['address1'] );
		self::assertSame( 'nl_NL', $draft->values->to_array()['customer']['locale'] );
		self::assertNull( $draft->values->to_array()['delivery'] );
		self::assertSame( [], $draft->warnings );
		self::assertCount( 14, $draft->locales );
	}

	public function test_every_site_has_its_own_suggested_order_id(): void {
		$sites = $this->draft( sites: [
			self::site( 'main', 'PL-{order_number}-{n}' ),
			self::site( 'live', 'B-{order_number}-{n}', false ),
		] )->sites;

		self::assertSame( [ 'PL-1001-2', 'B-1001-2' ], array_column( $sites, 'order_id' ) );
		self::assertSame( [ true, false ], array_column( $sites, 'configured' ) );
		self::assertSame( [ 'test', 'test' ], array_column( $sites, 'environment' ) );
	}

	public function test_the_amount_excludes_payments_through_links(): void {
		self::assertSame( 5500, $this->draft( paid: 2500 )->values->to_array()['amount'] );
	}

	public function test_an_overpaid_order_has_an_amount_of_zero_and_a_warning(): void {
		$draft = $this->draft( paid: 9000 );

		self::assertSame( 0, $draft->values->to_array()['amount'] );
		self::assertSame( [ 'nothing_due' ], self::codes( $draft ) );
	}

	public function test_a_paid_order_has_an_amount_of_zero_and_a_warning(): void {
		$draft = $this->draft( [ 'status' => 'processing' ] );

		self::assertSame( 0, $draft->values->to_array()['amount'] );
		self::assertSame( [ 'order_paid' ], self::codes( $draft ) );
	}

	public function test_an_order_that_needs_payment_again_has_its_full_amount_without_a_paid_warning(): void {
		$bounced = $this->draft( [ 'status' => 'failed', 'has_date_paid' => true, 'transaction_id' => 'sepa-1' ] );
		self::assertSame( 8000, $bounced->values->to_array()['amount'] );
		self::assertSame( [ 'order_failed' ], self::codes( $bounced ) );

		$reopened = $this->draft( [ 'status' => 'pending', 'has_date_paid' => true, 'transaction_id' => 'bank-1' ] );
		self::assertSame( 8000, $reopened->values->to_array()['amount'] );
		self::assertSame( [ 'other_payment' ], self::codes( $reopened ) );
	}

	public function test_cash_on_delivery_in_progress_has_its_full_amount(): void {
		$draft = $this->draft( [ 'status' => 'processing', 'has_date_paid' => false, 'is_collected_later' => true ] );

		self::assertSame( 8000, $draft->values->to_array()['amount'] );
		self::assertSame( [ 'collected_later' ], self::codes( $draft ) );
	}

	public function test_a_status_that_woocommerce_does_not_complete_gives_a_warning(): void {
		$draft = $this->draft( [ 'status' => 'quote-sent', 'accepts_payment' => false ] );

		self::assertSame( 8000, $draft->values->to_array()['amount'] );
		self::assertSame( [ 'status_not_payable' ], self::codes( $draft ) );
	}

	public function test_a_rounded_amount_gives_a_warning(): void {
		$draft = $this->draft( [ 'is_rounded' => true ] );

		self::assertSame( 8000, $draft->values->to_array()['amount'] );
		self::assertSame( [ 'amount_rounded' ], self::codes( $draft ) );
	}

	public function test_a_deposit_is_the_amount_of_the_first_link_only(): void {
		$deposit = '30%';

		self::assertSame(
			[ 2400, 'partial' ],
			[
				$this->draft( deposit: $deposit )->values->amount,
				$this->draft( deposit: $deposit )->values->kind?->value,
			]
		);
		self::assertSame( 8000, $this->draft( open: [ 'PL-1001-1' ], deposit: $deposit )->values->amount );
		self::assertSame( 5600, $this->draft( paid: 2400, deposit: $deposit )->values->amount );
	}

	public function test_the_balance_shows_what_was_received_and_what_is_due(): void {
		self::assertSame(
			[
				'currency' => 'EUR',
				'total'    => 8000,
				'refunded' => 0,
				'received' => 2500,
				'due'      => 5500,
				'paid'     => false,
			],
			$this->draft( paid: 2500 )->balance?->to_array()
		);
	}

	public function test_an_unsupported_currency_gives_a_warning(): void {
		$draft = $this->draft( [ 'currency' => 'KWD' ] );

		self::assertSame( [ 'currency_not_supported' ], self::codes( $draft ) );
		self::assertSame( [ 'currency' => 'KWD' ], $draft->warnings[0]->arguments );
	}

	public function test_a_site_without_a_key_and_a_missing_site_give_a_warning(): void {
		self::assertSame(
			[ 'not_configured' ],
			self::codes( $this->draft( sites: [ self::site( 'main', 'PL-{order_number}-{n}', false ) ] ) )
		);

		$none = $this->draft( sites: [] );
		self::assertSame( [ 'not_configured' ], self::codes( $none ) );
		self::assertSame( [ '', '' ], [ $none->values->site, $none->values->to_array()['order_id'] ] );
	}

	public function test_open_links_give_a_warning(): void {
		$draft = $this->draft( open: [ 'PL-1001-2', 'PL-1001-1' ] );

		self::assertSame( [ 'open_link' ], self::codes( $draft ) );
		self::assertSame( [ 'order_ids' => 'PL-1001-2, PL-1001-1' ], $draft->warnings[0]->arguments );
	}

	public function test_cancelled_failed_and_held_orders_give_a_warning(): void {
		self::assertSame( [ 'order_cancelled' ], self::codes( $this->draft( [ 'status' => 'cancelled' ] ) ) );
		self::assertSame( [ 'order_failed' ], self::codes( $this->draft( [ 'status' => 'failed' ] ) ) );
		self::assertSame( [ 'hold_stock' ], self::codes( $this->draft( [ 'hold_minutes' => 60 ] ) ) );
	}

	public function test_the_hold_stock_warning_requires_a_link_valid_beyond_the_hold_time(): void {
		self::assertSame( [ 'hold_stock' ], self::codes( $this->draft( [ 'hold_minutes' => 14 * 1440 - 1 ] ) ) );
		self::assertSame( [], self::codes( $this->draft( [ 'hold_minutes' => 14 * 1440 ] ) ) );
	}

	public function test_there_is_no_hold_stock_warning_when_orders_with_an_open_link_are_kept(): void {
		self::assertSame( [], self::codes( $this->draft( [ 'hold_minutes' => 60 ], keeps_held_orders: true ) ) );
	}

	public function test_a_shop_that_cannot_receive_notifications_gives_a_warning(): void {
		self::assertSame(
			[ 'plain_permalinks', 'plain_http' ],
			self::codes( $this->draft( shop: [ 'permalinks' => false, 'https' => false ] ) )
		);
	}

	public function test_a_link_of_the_official_plugin_gives_a_warning(): void {
		self::assertSame(
			[ 'official_link' ],
			self::codes( $this->draft( [ 'official_link' => 'https://pay.example/older' ] ) )
		);
	}

	public function test_an_invalid_email_address_and_an_unsupported_language_give_a_warning(): void {
		$draft = $this->draft( [ 'billing' => new OrderAddress( country: 'PT', email: 'eva@' ), 'locale' => 'pt_PT' ] );

		self::assertSame( [ 'no_email', 'locale_not_supported' ], self::codes( $draft ) );
		self::assertSame( [ 'locale' => 'pt_PT', 'used' => 'en_US' ], $draft->warnings[1]->arguments );
	}

	public function test_an_email_address_that_is_too_long_for_the_provider_gives_a_warning(): void {
		$email = str_repeat( 'e', 60 ) . '@example.com';
		$draft = $this->draft( [ 'billing' => new OrderAddress( country: 'NL', email: $email ) ] );

		self::assertSame( [ 'email_too_long' ], self::codes( $draft ) );
		self::assertSame( [ 'max' => '64' ], $draft->warnings[0]->arguments );
		self::assertSame( $email, $draft->values->customer?->email );
	}

	public function test_a_complete_delivery_address_is_prefilled(): void {
		$shipping = new OrderAddress( 'Eva', 'Visser', '', 'Kalverstraat 12', '', '1012 AB', 'Amsterdam', '', 'NL' );

		self::assertSame(
			'12',
			$this->draft( [ 'shipping' => $shipping ] )->values->to_array()['delivery']['house_number'] ?? null
		);
	}

	/**
	 * @param array{
	 *     is_rounded?: bool,
	 *     has_date_paid?: bool,
	 *     is_collected_later?: bool,
	 *     transaction_id?: string,
	 *     accepts_payment?: bool,
	 *     currency?: string,
	 *     status?: string,
	 *     hold_minutes?: int,
	 *     official_link?: string,
	 *     billing?: OrderAddress,
	 *     shipping?: OrderAddress,
	 *     locale?: string,
	 * } $order
	 * @param list<Site>|null $sites
	 * @param list<string> $open
	 * @param array{
	 *     permalinks?: bool,
	 *     https?: bool,
	 * } $shop
	 */
	private function draft(
		array $order = [],
		?array $sites = null,
		int $paid = 0,
		array $open = [],
		array $shop = [],
		bool $keeps_held_orders = false,
		string $deposit = '',
	): Draft {
		$snapshot = new OrderSnapshot(
			Make::payment(
				5,
				8000,
				$order['currency'] ?? 'EUR',
				$order['status'] ?? 'pending',
				is_rounded: $order['is_rounded'] ?? false,
				has_date_paid: $order['has_date_paid'] ?? null,
				is_collected_later: $order['is_collected_later'] ?? false,
				transaction_id: $order['transaction_id'] ?? ''
			),
			'1001',
			$order['billing']
				?? new OrderAddress(
					'Eva',
					'Visser',
					'',
					'Kalverstraat 12',
					'',
					'1012 AB',
					'Amsterdam',
					'',
					'NL',
					'eva@example.com'
				),
			$order['shipping'] ?? new OrderAddress(),
			$order['locale'] ?? 'nl_NL',
			[],
			'Shop',
			'https://shop.example/received',
			'https://shop.example/pay',
			$order['accepts_payment'] ?? true,
			$order['hold_minutes'] ?? null,
			$order['official_link'] ?? null
		);
		$sites    = self::sites( $sites ?? [ self::site( 'main', 'PL-{order_number}-{n}' ) ] );

		$links    = self::links( $paid, $open );

		return ( new PrefillLink(
			self::orders( $snapshot ),
			$sites,
			self::settings( $keeps_held_orders, $deposit ),
			$links,
			new Balances( $links, $sites ),
			new FixedShop( ...$shop ),
			new CartBuilder()
		) )->draft( 5 );
	}

	/**
	 * Returns the links of an order: a failed one, a paid one of an amount above zero, and open ones.
	 *
	 * @param list<string> $open Order IDs, newest first.
	 */
	private static function links( int $paid, array $open ): InMemoryLinks {
		$links = new InMemoryLinks( new FrozenClock() );
		self::add_link( $links, 'PL-1001-0', 1, [ LinkStatus::Failed ] );
		if ( $paid > 0 ) {
			self::add_link( $links, 'PL-1001-paid', $paid, [ LinkStatus::Active, LinkStatus::Completed ] );
		}
		foreach ( array_reverse( $open ) as $order_id ) {
			self::add_link( $links, $order_id, 1, [ LinkStatus::Active ] );
		}

		return $links;
	}

	/**
	 * @param list<LinkStatus> $statuses
	 */
	private static function add_link( InMemoryLinks $links, string $order_id, int $amount, array $statuses ): void {
		$link = $links->reserve(
			new NewLink(
				Make::order( 5 ),
				( new FixedSites() )->all()[0],
				Make::details( $amount ),
				LinkKind::Partial,
				Make::details()->amount,
				"key-of-$order_id",
				null,
				Actor::staff( 2 )
			),
			new OrderId( $order_id ),
			1
		);
		foreach ( $statuses as $status ) {
			self::assertNotNull( $link );
			$link = $links->change( $link, new LinkChange( $status, LinkReason::ProviderStatus, Actor::provider() ) );
		}
	}

	/**
	 * @return list<string>
	 */
	private static function codes( Draft $draft ): array {
		return array_map( static fn ( $warning ): string => $warning->code, $draft->warnings );
	}

	private static function site( string $id, string $template, bool $has_key = true ): Site {
		return new Site(
			$id,
			ucfirst( $id ),
			Environment::Test,
			$has_key ? new ApiKey( 'a-key-for-tests' ) : null,
			new OrderIdTemplate( $template ),
			'main' === $id
		);
	}

	private static function orders( OrderSnapshot $snapshot ): OrderReader {
		return new FixedOrders( [ 5 => $snapshot ] );
	}

	/**
	 * @param list<Site> $sites
	 */
	private static function sites( array $sites ): SiteRepository {
		return new class( $sites ) implements SiteRepository {
			/**
			 * @param list<Site> $sites
			 */
			public function __construct( private readonly array $sites ) {}

			public function all(): array {
				return $this->sites;
			}

			public function find( string $id ): ?Site {
				return null;
			}

			public function find_with_key( string $id, Environment $environment, string $key_fingerprint ): ?Site {
				return null;
			}
		};
	}

	private static function settings( bool $keeps_held_orders, string $deposit ): SettingsStore {
		return new SettingsStore(
			new InMemoryOptions( [
				'settings' => [
					'default_days_active'  => 14,
					'description_template' => 'Order {order_number} at {shop_name}',
					'keep_held_orders'     => $keeps_held_orders,
					'deposit'              => $deposit,
				],
			] ),
			'settings'
		);
	}
}
