<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\OrderGoods;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\PhoneSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;
use WC_Order_Item_Fee;
use WP_User;

/**
 * Tests invalid input, missing permissions and failures. A refused request creates no order.
 */
#[CoversNothing]
#[Group( 'storage' )]
#[Group( 'needs-real-woocommerce' )]
final class PhoneOrderFailureTest extends IntegrationTestCase {

	use LinkSteps;
	use OrderGoods;
	use PhoneSteps;

	public function test_invalid_fields_are_reported_before_an_order_is_created(): void {
		$before  = $this->count_orders();
		$invalid = [
			[ [ 'amount' => 0 ], 'amount' ],
			[ [ 'amount' => -8000 ], 'amount' ],
			[ [ 'amount' => 1_000_000_000_000 ], 'amount' ],
			[ [ 'amount' => 80.5 ], 'amount' ],
			[ [ 'amount' => '1e3' ], 'amount' ],
			[ [ 'amount' => '8000' ], 'amount' ],
			[ [ 'amount' => null ], 'amount' ],
			[ [ 'description' => '' ], 'description' ],
			[ [ 'description' => "\u{202E}\u{200B}" ], 'description' ],
			[ [ 'description' => str_repeat( 'é', 101 ) ], 'description' ],
			[ [ 'description' => str_repeat( 'x', 10_000 ) ], 'description' ],
			[ [ 'currency' => 'KWD' ], 'currency' ],
			[ [ 'currency' => 'eur' ], 'currency' ],
			[ [ 'currency' => 'XXX' ], 'currency' ],
			[ [ 'tax_class' => 'luxury' ], 'tax_class' ],
			[ [ 'site' => 'elsewhere' ], 'site' ],
			[ [ 'days_active' => 400 ], 'days_active' ],
			[ [ 'customer' => [ 'first_name' => str_repeat( 'x', 10_000 ) ] ], 'customer.first_name' ],
			[ [ 'customer' => [ 'email' => 'nobody' ] ], 'customer.email' ],
			[ [ 'customer' => [ 'country' => 'XX' ] ], 'customer.country' ],
			[ [ 'customer' => [ 'nickname' => 'Bob' ] ], 'customer.nickname' ],
			[ [ 'second_chance' => true, 'customer' => [ 'first_name' => 'Eva' ] ], 'customer.email' ],
			[ [ 'idempotency_key' => 'x' ], 'idempotency_key' ],
			[ [ 'idempotency_key' => null ], 'idempotency_key' ],
			[ [ 'customer_id' => 999_999_999 ], 'customer_id' ],
			[ [ 'customer_id' => -1 ], 'customer_id' ],
			[ [ 'customer_id' => '5' ], 'customer_id' ],
			[ [ 'order_note' => 'x' ], 'order_note' ],
		];
		foreach ( $invalid as [ $changes, $field ] ) {
			$this->assert_invalid( $this->post_phone_order( $changes ), $field );
		}
		$this->assert_invalid(
			$this->post_phone_order( [ 'customer_id' => 999_999_999, 'tax_class' => 'luxury', 'amount' => 0 ] ),
			'customer_id',
			'tax_class',
			'amount'
		);

		self::assertSame( $before, $this->count_orders() );
		self::assertSame( [], $this->emulator->requests() );
	}

	public function test_a_missing_key_is_reported_before_an_order_is_created(): void {
		$before = $this->count_orders();
		$this->delete_settings();

		$this->assert_error( 503, 'not_configured', $this->post_phone_order() );
		$this->assert_error( 503, 'not_configured', $this->rest( 'GET', '/links/draft' ) );
		self::assertSame( $before, $this->count_orders() );
	}

	public function test_an_amount_with_more_decimals_than_the_shop_is_refused(): void {
		update_option( 'woocommerce_price_num_decimals', 0 );
		$before = $this->count_orders();

		$params = $this->assert_invalid( $this->post_phone_order( [ 'amount' => 8050 ] ), 'amount' );
		self::assertStringContainsString( '0 decimals', Json::text( $params, 'amount' ) );
		self::assertSame( $before, $this->count_orders() );
		self::assertSame( '80', $this->create_phone_order( [ 'amount' => 8000 ] )->get_total() );
	}

	public function test_an_order_id_already_used_is_reported_before_an_order_is_created(): void {
		$this->create_phone_order( [ 'order_id' => 'bicycle-1' ] );
		$before = $this->count_orders();

		$this->assert_error( 409, 'order_id_taken', $this->post_phone_order( [ 'order_id' => 'bicycle-1' ] ) );
		self::assertSame( $before, $this->count_orders() );
	}

	public function test_a_staff_account_can_only_be_selected_by_users_who_can_edit_it(): void {
		$administrator = get_user_by( 'login', $this->create_user( 'administrator' ) );
		$customer      = get_user_by( 'login', $this->create_user( 'customer' ) );
		self::assertNotFalse( $administrator );
		self::assertNotFalse( $customer );

		$this->assert_invalid( $this->post_phone_order( [ 'customer_id' => $administrator->ID ] ), 'customer_id' );
		self::assertSame(
			$customer->ID,
			$this->create_phone_order( [ 'customer_id' => $customer->ID ] )->get_customer_id()
		);
		wp_delete_user( $customer->ID );
		$this->assert_invalid( $this->post_phone_order( [ 'customer_id' => $customer->ID ] ), 'customer_id' );
	}

	public function test_creating_needs_the_order_capability_and_the_link_capability(): void {
		$before = $this->count_orders();
		foreach ( [ 'publish_shop_orders', 'multisafepay_manage_payment_links' ] as $capability ) {
			$login = $this->create_user( 'shop_manager' );
			$user  = get_user_by( 'login', $login );
			self::assertInstanceOf( WP_User::class, $user );
			$user->add_cap( $capability, false );

			$this->assert_error( 403, 'rest_forbidden', $this->post_phone_order( [], $login ) );
			$this->assert_error( 403, 'rest_forbidden', $this->rest( 'GET', '/links/draft', [], $login ) );
		}
		$this->assert_error( 401, 'rest_forbidden', $this->post_phone_order( [], null ) );

		self::assertSame( $before, $this->count_orders() );
	}

	public function test_special_characters_in_names_are_preserved(): void {
		$order = $this->create_phone_order(
			[
				'description' => 'Bloemen 💐 & "vazen" <b>groot</b> פרחים',
				'customer'    => [
					'first_name' => '👩‍🌾 Zoë',
					'last_name' => 'O’Brien & Söhne',
					'city' => "'s-Hertogenbosch",
					'country' => 'NL',
				],
			]
		);
		$fees  = $order->get_items( 'fee' );
		$fee   = reset( $fees );

		self::assertInstanceOf( WC_Order_Item_Fee::class, $fee );
		self::assertSame( 'Bloemen 💐 & "vazen" groot פרחים', html_entity_decode( $fee->get_name() ) );
		self::assertSame(
			[ '👩‍🌾 Zoë', 'O’Brien & Söhne', "'s-Hertogenbosch" ],
			[
				$order->get_billing_first_name(),
				html_entity_decode( $order->get_billing_last_name() ),
				$order->get_billing_city(),
			]
		);
	}

	public function test_an_order_without_a_link_is_reported_and_gets_its_link_when_the_request_is_repeated(): void {
		$body   = $this->phone_body();
		$before = $this->count_orders();
		$this->emulator->fault( 'reset_before' );
		$this->emulator->fault( 'reset_before' );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 5 );

		$response = $this->assert_error( 502, 'multisafepay_unavailable', $this->rest( 'POST', '/links', $body ) );
		$order    = $this->reload_order( Json::number( $response, 'data', 'wc_order_id' ) );
		self::assertSame(
			[ (string) $order->get_order_number(), $order->get_edit_order_url() ],
			[ Json::text( $response, 'data', 'wc_order_number' ), Json::text( $response, 'data', 'edit_url' ) ]
		);
		self::assertStringContainsString(
			"Order {$order->get_order_number()} is there, but it has no payment link yet.",
			Json::text( $response, 'message' )
		);

		$this->emulator->reset();
		$again = $this->rest( 'POST', '/links', $body );
		self::assertSame(
			[ 201, $order->get_id() ],
			[ $again->get_status(), Json::number( $this->json( $again ), 'wc_order_id' ) ]
		);
		self::assertSame( $before + 1, $this->count_orders() );
	}

	public function test_after_a_refusal_of_the_provider_the_same_order_is_used_with_a_corrected_value(): void {
		$body = $this->phone_body();
		$this->emulator->control(
			'POST',
			'sites',
			[ 'api_key' => Env::get( 'EMULATOR_KEY' ), 'methods' => [ 'IDEAL' ] ]
		);

		$response = $this->assert_error(
			422,
			'multisafepay_rejected',
			$this->rest( 'POST', '/links', [ 'gateway' => 'VISA' ] + $body )
		);
		$again    = $this->rest( 'POST', '/links', [ 'gateway' => 'IDEAL' ] + $body );

		self::assertSame( [ 'gateway' ], array_keys( Json::object( $response, 'data', 'params' ) ) );
		self::assertSame(
			[ 201, Json::number( $response, 'data', 'wc_order_id' ) ],
			[ $again->get_status(), Json::number( $this->json( $again ), 'wc_order_id' ) ]
		);
	}

	public function test_a_key_of_another_request_creates_no_order(): void {
		$order     = $this->orders->create();
		$link      = [ 'idempotency_key' => $this->new_key() ];
		$duplicate = [ 'idempotency_key' => $this->new_key() ];
		$phone     = $this->phone_body();
		$this->create_link( $order, $link );
		$this->rest( 'POST', "/orders/{$order->get_id()}/duplicate", $duplicate );
		$this->rest( 'POST', '/links', $phone );
		$before = $this->count_orders();

		$this->assert_invalid( $this->post_phone_order( $link ), 'idempotency_key' );
		$this->assert_invalid( $this->post_phone_order( $duplicate ), 'idempotency_key' );
		$this->assert_invalid(
			$this->rest( 'POST', "/orders/{$order->get_id()}/duplicate", $link ),
			'idempotency_key'
		);
		$this->assert_invalid(
			$this->rest(
				'POST',
				"/orders/{$order->get_id()}/duplicate",
				[ 'idempotency_key' => $phone['idempotency_key'] ]
			),
			'idempotency_key'
		);
		self::assertSame( $before, $this->count_orders() );
	}

	public function test_a_failed_order_releases_the_key(): void {
		$body = $this->phone_body();
		$fail = static function (): never {
			throw new \RuntimeException( 'Another plugin failed.' );
		};
		add_action( 'woocommerce_before_order_object_save', $fail );
		$this->assert_error( 503, 'storage_failed', $this->rest( 'POST', '/links', $body ) );
		remove_action( 'woocommerce_before_order_object_save', $fail );

		self::assertSame( 201, $this->rest( 'POST', '/links', $body )->get_status() );
	}

	public function test_an_order_without_its_fee_gets_no_link(): void {
		add_action(
			'woocommerce_before_order_item_object_save',
			static fn ( object $item ) => $item instanceof WC_Order_Item_Fee
				? throw new \RuntimeException( 'Another plugin failed to save the fee.' )
				: null
		);

		$this->assert_error( 503, 'storage_failed', $this->post_phone_order() );
		self::assertSame( [], $this->emulator->requests( 'POST', '/orders' ) );
	}

	public function test_a_deleted_order_of_a_key_is_reported(): void {
		$body = $this->phone_body();
		$this->emulator->control(
			'POST',
			'sites',
			[ 'api_key' => Env::get( 'EMULATOR_KEY' ), 'methods' => [ 'IDEAL' ] ]
		);
		$response = $this->assert_error(
			422,
			'multisafepay_rejected',
			$this->rest( 'POST', '/links', [ 'gateway' => 'VISA' ] + $body )
		);
		$order    = wc_get_order( Json::number( $response, 'data', 'wc_order_id' ) );
		self::assertInstanceOf( WC_Order::class, $order );
		$order->delete( true );

		$this->assert_error( 404, 'rest_order_not_found', $this->rest( 'POST', '/links', $body ) );
	}
}
