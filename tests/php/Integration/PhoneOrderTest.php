<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JsonShape;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Mailbox;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\OrderComparison;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\OrderGoods;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\PhoneSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order_Item_Fee;

/**
 * Tests creating an order together with its link.
 */
#[CoversNothing]
#[Group( 'storage' )]
#[Group( 'needs-real-woocommerce' )]
final class PhoneOrderTest extends IntegrationTestCase {

	use LinkSteps;
	use OrderGoods;
	use OrderComparison;
	use PhoneSteps;

	public function test_the_response_is_the_link_of_a_new_order_with_the_same_amount_due(): void {
		$response = $this->post_phone_order( [ 'note' => 'Rang at noon' ] );
		$link     = $this->json( $response );
		$order    = $this->reload_order( Json::number( $link, 'wc_order_id' ) );

		self::assertSame( 201, $response->get_status(), (string) wp_json_encode( $link ) );
		self::assertSame(
			[ 8000, 'EUR', 'Repair of a bicycle', 'active', false, 'Rang at noon' ],
			[ $link['amount'], $link['currency'], $link['description'], $link['status'], $link['stale'], $link['note'] ]
		);
		self::assertSame(
			[ (string) $order->get_order_number(), $order->get_edit_order_url() ],
			[ $link['wc_order_number'], $link['edit_url'] ]
		);
		self::assertSame(
			[ 'pending', 'EUR', '80.00', 'multisafepay-payment-links' ],
			[ $order->get_status(), $order->get_currency(), $order->get_total(), $order->get_created_via() ]
		);
		self::assertSame( [ "PL-{$order->get_id()}-1" ], $this->payable() );
		self::assertTrue( $order->needs_payment() );
		self::assertFalse( Json::at(
			$this->json( $this->rest( 'GET', '/links/' . Json::number( $link, 'id' ) ) ),
			'stale'
		) );
	}

	public function test_the_order_has_one_fee_named_after_the_description(): void {
		$order = $this->create_phone_order( [ 'tax_class' => 'none' ] );
		$items = $order->get_items( [ 'line_item', 'fee', 'shipping', 'coupon', 'tax' ] );
		$fee   = reset( $items );

		self::assertCount( 1, $items );
		self::assertInstanceOf( WC_Order_Item_Fee::class, $fee );
		self::assertSame(
			[ 'Repair of a bicycle', '80.00' ],
			[ $fee->get_name(), wc_format_decimal( $fee->get_total(), 2 ) ]
		);
	}

	public function test_the_customer_becomes_the_billing_address(): void {
		$dutch   = $this->create_phone_order();
		$british = $this->create_phone_order( [
			'customer' => [
				'first_name' => 'Sherlock',
				'last_name' => 'Holmes',
				'company_name' => 'Detectives',
				'address1' => 'Baker Street',
				'house_number' => '221B',
				'country' => 'GB',
				'phone' => '+442012345678',
			],
		] );

		self::assertSame(
			[ 'Eva', 'Visser', 'eva@example.test', 'Kalverstraat 12-A', '1012 AB', 'Amsterdam', 'NL', 0 ],
			[
				$dutch->get_billing_first_name(),
				$dutch->get_billing_last_name(),
				$dutch->get_billing_email(),
				$dutch->get_billing_address_1(),
				$dutch->get_billing_postcode(),
				$dutch->get_billing_city(),
				$dutch->get_billing_country(),
				$dutch->get_customer_id(),
			]
		);
		self::assertSame(
			[ '221B Baker Street', 'Detectives', '+442012345678', '' ],
			[
				$british->get_billing_address_1(),
				$british->get_billing_company(),
				$british->get_billing_phone(),
				$british->get_billing_email(),
			]
		);
	}

	public function test_the_order_belongs_to_the_account_whose_data_is_used_by_default(): void {
		$user = get_user_by( 'login', $this->create_user( 'customer' ) );
		self::assertNotFalse( $user );
		foreach ( [
			'billing_first_name' => 'Robin',
			'billing_address_1' => 'Dam 1',
			'billing_city' => 'Amsterdam',
			'billing_country' => 'NL',
		] as $key => $value ) {
			update_user_meta( $user->ID, $key, $value );
		}
		$body = $this->phone_body( [ 'customer_id' => $user->ID ] );
		unset( $body['customer'] );
		$response = $this->rest( 'POST', '/links', $body );
		$order    = $this->reload_order( Json::number( $this->json( $response ), 'wc_order_id' ) );

		self::assertSame(
			[ $user->ID, 'Robin', 'Dam 1', $user->user_email ],
			[
				$order->get_customer_id(),
				$order->get_billing_first_name(),
				$order->get_billing_address_1(),
				$order->get_billing_email(),
			]
		);
		self::assertSame( $user->user_email, Json::at( $this->json( $response ), 'customer', 'email' ) );
	}

	public function test_a_note_names_the_creator_and_no_email_is_sent(): void {
		$mailbox = new Mailbox();
		$order   = $this->create_phone_order();

		self::assertCount(
			1,
			$this->notes( $order, '/^Phone order made by Sam de Boer, to be paid by a payment link\.$/' )
		);
		self::assertCount( 1, $this->notes( $order, '/^Payment link PL-\d+-1 generated/' ) );
		self::assertSame( [], $mailbox->mails() );
	}

	public function test_a_payment_of_the_link_pays_the_order(): void {
		$order = $this->create_phone_order();
		$this->emulator->simulate( "PL-{$order->get_id()}-1", 'pay' );
		$this->rest( 'POST', '/links/' . (string) $this->rows( $order )[0]['id'] . '/refresh' );

		self::assertSame(
			'completed',
			$this->reload_order( $order->get_id() )->get_status(),
			'The order needs no processing.'
		);
	}

	public function test_the_same_key_creates_one_order(): void {
		$body   = $this->phone_body();
		$before = $this->count_orders();
		$first  = $this->rest( 'POST', '/links', $body );
		$again  = $this->rest( 'POST', '/links', [ 'amount' => 9900 ] + $body );

		self::assertSame( [ 201, 200 ], [ $first->get_status(), $again->get_status() ] );
		self::assertSame( $this->json( $first ), $this->json( $again ) );
		self::assertSame( $before + 1, $this->count_orders() );
	}

	public function test_no_automatic_link_is_created(): void {
		$settings = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $settings );
		update_option(
			'multisafepay_payment_links_settings',
			[ 'auto_create' => true, 'auto_create_rest' => true ] + $settings,
			false
		);
		$order = $this->create_phone_order();

		do_action( 'woocommerce_process_shop_order_meta', $order->get_id() );
		do_action( 'multisafepay_payment_links_auto_create', $order->get_id(), 0 );

		self::assertFalse( as_has_scheduled_action(
			'multisafepay_payment_links_auto_create',
			[ $order->get_id(), 0 ],
			'multisafepay-payment-links'
		) );
		self::assertCount( 1, $this->rows( $order ) );
	}

	public function test_yen_have_no_decimals(): void {
		$order = $this->create_phone_order( [ 'amount' => 8001, 'currency' => 'JPY' ] );

		self::assertSame( [ 'JPY', 8001.0 ], [ $order->get_currency(), (float) $order->get_total() ] );
		self::assertSame( 8001, Json::number( $this->emulator->orders()[0] ?? [], 'amount' ) );
	}

	public function test_the_draft_has_the_defaults_of_the_shop(): void {
		update_option( 'woocommerce_default_country', 'BE' );
		$draft = $this->json( $this->rest( 'GET', '/links/draft' ) );

		self::assertSame(
			[ 'main', '', 0, 'EUR', '', 0, 'BE', null ],
			array_map(
				static fn ( array $path ): mixed => Json::at( $draft, 'values', ...$path ),
				[
					[ 'site' ],
					[ 'order_id' ],
					[ 'amount' ],
					[ 'currency' ],
					[ 'description' ],
					[ 'customer_id' ],
					[ 'customer', 'country' ],
					[ 'delivery' ],
				]
			)
		);
		self::assertSame(
			[ 'code' => 'EUR', 'name' => 'Euro', 'decimals' => 2 ],
			Json::at( $draft, 'options', 'currencies', 0 )
		);
		self::assertContains(
			[ 'code' => 'JPY', 'name' => 'Japanese yen', 'decimals' => 0 ],
			Json::object( $draft, 'options', 'currencies' )
		);
		self::assertNotContains( 'KWD', array_column( Json::object( $draft, 'options', 'currencies' ), 'code' ) );
		self::assertNull( Json::at( $draft, 'options', 'cart' ) );
		self::assertSame( [], $this->emulator->requests() );
	}

	public function test_the_draft_matches_the_example(): void {
		JsonShape::assert_same( $this->json( $this->rest( 'GET', '/links/draft' ) ), Json::fixture( 'phone-draft' ) );
	}

	public function test_the_values_of_the_draft_create_an_order(): void {
		$values = Json::object( $this->json( $this->rest( 'GET', '/links/draft' ) ), 'values' );

		self::assertSame(
			201,
			$this->rest( 'POST', '/links', [ 'amount' => 1250, 'description' => 'Deposit' ] + $values )->get_status()
		);
	}

	public function test_the_draft_has_the_tax_classes_of_the_shop(): void {
		update_option( 'woocommerce_calc_taxes', 'no' );
		self::assertSame(
			[ [ 'slug' => 'none', 'name' => 'No tax' ] ],
			Json::at( $this->json( $this->rest( 'GET', '/links/draft' ) ), 'options', 'tax_classes' )
		);

		update_option( 'woocommerce_calc_taxes', 'yes' );
		$draft = $this->json( $this->rest( 'GET', '/links/draft' ) );
		self::assertSame( '', Json::at( $draft, 'values', 'tax_class' ) );
		self::assertSame(
			[ '', 'reduced-rate', 'zero-rate', 'none' ],
			array_column( Json::object( $draft, 'options', 'tax_classes' ), 'slug' )
		);
		self::assertSame(
			[ 'Standard rate', 'Reduced rate', 'Zero rate', 'No tax' ],
			array_column( Json::object( $draft, 'options', 'tax_classes' ), 'name' )
		);
	}

	public function test_the_draft_has_the_payment_methods_for_site_currency_and_amount(): void {
		$euros = array_column(
			Json::object(
				$this->json( $this->rest( 'GET', '/links/draft', [ 'gateways' => 'main', 'amount' => 5000 ] ) ),
				'options',
				'gateways'
			),
			'id'
		);
		$yen   = array_column(
			Json::object(
				$this->json( $this->rest(
					'GET',
					'/links/draft',
					[ 'gateways' => 'main', 'amount' => 5000, 'currency' => 'JPY' ]
				) ),
				'options',
				'gateways'
			),
			'id'
		);

		self::assertContains( 'IDEAL', $euros );
		self::assertNotContains( 'IDEAL', $yen );
		$this->assert_invalid(
			$this->rest( 'GET', '/links/draft', [ 'gateways' => 'main', 'currency' => 'euro' ] ),
			'currency'
		);
	}

	public function test_a_description_template_without_an_order_number_is_applied(): void {
		$settings = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $settings );
		update_option(
			'multisafepay_payment_links_settings',
			[ 'description_template' => 'Purchase at {shop_name}' ] + $settings,
			false
		);
		update_option( 'blogname', 'Vases &amp; more' );

		self::assertSame(
			'Purchase at Vases & more',
			Json::at( $this->json( $this->rest( 'GET', '/links/draft' ) ), 'values', 'description' )
		);
	}
}
