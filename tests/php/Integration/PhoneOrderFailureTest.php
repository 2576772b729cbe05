<?php
/**
 * Phone orders that cannot be made at once.
 *
 * @package MultiSafepay\PaymentLinks
 */

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
 * Bad input, strangers, and whatever fails half-way: what can be refused leaves no order behind.
 */
#[CoversNothing]
#[Group( 'storage' )]
#[Group( 'needs-real-woocommerce' )]
final class PhoneOrderTroubleTest extends IntegrationTestCase {

	use LinkSteps;
	use OrderGoods;
	use PhoneSteps;

	public function test_bad_fields_are_named_before_there_is_an_order(): void {
		$before = $this->number_of_orders();
		$bad    = [
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
		foreach ( $bad as [ $changes, $field ] ) {
			$this->assert_invalid( $this->post_phone( $changes ), $field );
		}
		$this->assert_invalid( $this->post_phone( [ 'customer_id' => 999_999_999, 'tax_class' => 'luxury', 'amount' => 0 ] ), 'customer_id', 'tax_class', 'amount' );

		self::assertSame( $before, $this->number_of_orders() );
		self::assertSame( [], $this->emulator->requests() );
	}

	public function test_a_shop_without_a_key_is_told_before_there_is_an_order(): void {
		$before = $this->number_of_orders();
		$this->forget_settings();

		$this->assert_error( 503, 'not_configured', $this->post_phone() );
		$this->assert_error( 503, 'not_configured', $this->rest( 'GET', '/links/draft' ) );
		self::assertSame( $before, $this->number_of_orders() );
	}

	public function test_an_amount_that_the_shop_would_round_is_refused(): void {
		update_option( 'woocommerce_price_num_decimals', 0 );
		$before = $this->number_of_orders();

		$params = $this->assert_invalid( $this->post_phone( [ 'amount' => 8050 ] ), 'amount' );
		self::assertStringContainsString( '0 decimals', Json::text( $params, 'amount' ) );
		self::assertSame( $before, $this->number_of_orders() );
		self::assertSame( '80', $this->phone_order( [ 'amount' => 8000 ] )->get_total() );
	}

	public function test_an_order_id_that_is_taken_here_is_told_before_there_is_an_order(): void {
		$this->phone_order( [ 'order_id' => 'bicycle-1' ] );
		$before = $this->number_of_orders();

		$this->assert_error( 409, 'order_id_taken', $this->post_phone( [ 'order_id' => 'bicycle-1' ] ) );
		self::assertSame( $before, $this->number_of_orders() );
	}

	public function test_the_account_of_staff_cannot_be_chosen_by_people_who_may_not_edit_it(): void {
		$administrator = get_user_by( 'login', $this->user( 'administrator' ) );
		$customer      = get_user_by( 'login', $this->user( 'customer' ) );
		self::assertNotFalse( $administrator );
		self::assertNotFalse( $customer );

		$this->assert_invalid( $this->post_phone( [ 'customer_id' => $administrator->ID ] ), 'customer_id' );
		self::assertSame( $customer->ID, $this->phone_order( [ 'customer_id' => $customer->ID ] )->get_customer_id() );
		wp_delete_user( $customer->ID );
		$this->assert_invalid( $this->post_phone( [ 'customer_id' => $customer->ID ] ), 'customer_id' );
	}

	public function test_it_needs_the_right_to_make_orders_and_the_right_to_handle_links(): void {
		$before = $this->number_of_orders();
		foreach ( [ 'publish_shop_orders', 'multisafepay_manage_payment_links' ] as $capability ) {
			$login = $this->user( 'shop_manager' );
			$user  = get_user_by( 'login', $login );
			self::assertInstanceOf( WP_User::class, $user );
			$user->add_cap( $capability, false );

			$this->assert_error( 403, 'rest_forbidden', $this->post_phone( [], $login ) );
			$this->assert_error( 403, 'rest_forbidden', $this->rest( 'GET', '/links/draft', [], $login ) );
		}
		$this->assert_error( 401, 'rest_forbidden', $this->post_phone( [], null ) );

		self::assertSame( $before, $this->number_of_orders() );
	}

	public function test_names_of_every_kind_arrive_as_they_were_typed(): void {
		$order = $this->phone_order(
			[
				'description' => 'Bloemen 💐 & "vazen" <b>groot</b> פרחים',
				'customer'    => [ 'first_name' => '👩‍🌾 Zoë', 'last_name' => 'O’Brien & Söhne', 'city' => "'s-Hertogenbosch", 'country' => 'NL' ],
			]
		);
		$fees  = $order->get_items( 'fee' );
		$fee   = reset( $fees );

		self::assertInstanceOf( WC_Order_Item_Fee::class, $fee );
		self::assertSame( 'Bloemen 💐 & "vazen" groot פרחים', html_entity_decode( $fee->get_name() ) );
		self::assertSame( [ '👩‍🌾 Zoë', 'O’Brien & Söhne', "'s-Hertogenbosch" ], [ $order->get_billing_first_name(), html_entity_decode( $order->get_billing_last_name() ), $order->get_billing_city() ] );
	}

	public function test_an_order_without_a_link_is_told_and_gets_its_link_when_the_key_comes_again(): void {
		$body   = $this->phone_body();
		$before = $this->number_of_orders();
		$this->emulator->fault( 'reset_before' );
		$this->emulator->fault( 'reset_before' );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 5 );

		$answer = $this->assert_error( 502, 'multisafepay_unavailable', $this->rest( 'POST', '/links', $body ) );
		$order  = $this->fresh_order( Json::number( $answer, 'data', 'wc_order_id' ) );
		self::assertSame( [ (string) $order->get_order_number(), $order->get_edit_order_url() ], [ Json::text( $answer, 'data', 'wc_order_number' ), Json::text( $answer, 'data', 'edit_url' ) ] );
		self::assertStringContainsString( "Order {$order->get_order_number()} is there, but it has no payment link yet.", Json::text( $answer, 'message' ) );

		$this->emulator->reset();
		$again = $this->rest( 'POST', '/links', $body );
		self::assertSame( [ 201, $order->get_id() ], [ $again->get_status(), Json::number( $this->json( $again ), 'wc_order_id' ) ] );
		self::assertSame( $before + 1, $this->number_of_orders() );
	}

	public function test_a_refusal_of_the_provider_keeps_the_order_and_another_form_value_mends_it(): void {
		$body = $this->phone_body();
		$this->emulator->control( 'POST', 'sites', [ 'api_key' => Env::get( 'EMULATOR_KEY' ), 'methods' => [ 'IDEAL' ] ] );

		$answer = $this->assert_error( 422, 'multisafepay_rejected', $this->rest( 'POST', '/links', [ 'gateway' => 'VISA' ] + $body ) );
		$again  = $this->rest( 'POST', '/links', [ 'gateway' => 'IDEAL' ] + $body );

		self::assertSame( [ 'gateway' ], array_keys( Json::object( $answer, 'data', 'params' ) ) );
		self::assertSame( [ 201, Json::number( $answer, 'data', 'wc_order_id' ) ], [ $again->get_status(), Json::number( $this->json( $again ), 'wc_order_id' ) ] );
	}

	public function test_a_key_of_something_else_makes_no_order(): void {
		$order = $this->orders->make();
		$link  = [ 'idempotency_key' => $this->fresh_key() ];
		$copy  = [ 'idempotency_key' => $this->fresh_key() ];
		$phone = $this->phone_body();
		$this->made_link( $order, $link );
		$this->rest( 'POST', "/orders/{$order->get_id()}/duplicate", $copy );
		$this->rest( 'POST', '/links', $phone );
		$before = $this->number_of_orders();

		$this->assert_invalid( $this->post_phone( $link ), 'idempotency_key' );
		$this->assert_invalid( $this->post_phone( $copy ), 'idempotency_key' );
		$this->assert_invalid( $this->rest( 'POST', "/orders/{$order->get_id()}/duplicate", $link ), 'idempotency_key' );
		$this->assert_invalid( $this->rest( 'POST', "/orders/{$order->get_id()}/duplicate", [ 'idempotency_key' => $phone['idempotency_key'] ] ), 'idempotency_key' );
		self::assertSame( $before, $this->number_of_orders() );
	}

	public function test_an_order_that_fails_leaves_the_key_free(): void {
		$body = $this->phone_body();
		$fail = static function (): never {
			throw new \RuntimeException( 'Another plugin stumbles.' );
		};
		add_action( 'woocommerce_before_order_object_save', $fail );
		$this->assert_error( 503, 'storage_failed', $this->rest( 'POST', '/links', $body ) );
		remove_action( 'woocommerce_before_order_object_save', $fail );

		self::assertSame( 201, $this->rest( 'POST', '/links', $body )->get_status() );
	}

	public function test_an_order_without_its_line_is_none(): void {
		add_action( 'woocommerce_before_order_item_object_save', static fn ( object $item ) => $item instanceof WC_Order_Item_Fee ? throw new \RuntimeException( 'Another plugin stumbles over the fee.' ) : null );

		$this->assert_error( 503, 'storage_failed', $this->post_phone() );
		self::assertSame( [], $this->emulator->requests( 'POST', '/orders' ) );
	}

	public function test_a_key_whose_order_was_deleted_is_told(): void {
		$body = $this->phone_body();
		$this->emulator->control( 'POST', 'sites', [ 'api_key' => Env::get( 'EMULATOR_KEY' ), 'methods' => [ 'IDEAL' ] ] );
		$answer = $this->assert_error( 422, 'multisafepay_rejected', $this->rest( 'POST', '/links', [ 'gateway' => 'VISA' ] + $body ) );
		$order  = wc_get_order( Json::number( $answer, 'data', 'wc_order_id' ) );
		self::assertInstanceOf( WC_Order::class, $order );
		$order->delete( true );

		$this->assert_error( 404, 'rest_order_not_found', $this->rest( 'POST', '/links', $body ) );
	}
}
