<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;

#[CoversNothing]
#[Group( 'storage' )]
final class ProviderRequestTest extends IntegrationTestCase {

	use LinkSteps;

	/**
	 * Orders of the test shop for which a link can be created without changes.
	 */
	private const UNPAID = [
		'cancelled', 'failed', 'on_hold', 'usd', 'gbp', 'jpy', 'sek', 'fee', 'coupon', 'no_email', 'ready',
	];

	public function test_every_order_of_the_shop_gives_a_valid_request(): void {
		$shop_data = json_decode( (string) file_get_contents( Env::get( 'SHOP_FACTS' ) ), true );
		self::assertIsArray( $shop_data );
		$created = 0;
		foreach ( Json::object( $shop_data, 'orders' ) as $name => $id ) {
			self::assertIsInt( $id );
			$response = $this->post_link( $id, [ 'amount' => 1234, 'confirm_amount' => true ] );
			$body     = $this->json( $response );
			if ( $response->get_status() === 400 ) {
				self::assertSame(
					[ 'currency' ],
					array_keys( Json::object( $body, 'data', 'params' ) ),
					"$name: " . wp_json_encode( $body )
				);
				continue;
			}
			self::assertSame( 201, $response->get_status(), "$name: " . wp_json_encode( $body ) );
			++$created;

			if ( in_array( $name, self::UNPAID, true ) ) {
				$this->create_link( $this->reload_order( $id ) );
				self::assertNotSame(
					[],
					Json::object( $this->last_create_request(), 'shopping_cart', 'items' ),
					"The cart of $name adds up."
				);
			}
		}

		self::assertGreaterThan( 8, $created );
		self::assertSame( [], $this->emulator->violations() );
	}

	public function test_an_order_with_fees_and_shipping_has_a_cart_that_adds_up(): void {
		$order = $this->orders->create(
			[ [ 'Vase, "blue" & white', 3, 99.99 ], [ 'Plaat – 50 × 70', 1, 24.5 ] ],
			billing: [
				'company' => 'Müller & Söhne GmbH',
				'country' => 'DE',
				'address_1' => 'Straße des 17. Juni 135',
				'postcode' => '10623',
				'city' => 'Berlin',
			],
			fees: [ 'Gift wrapping' => 2.5, 'Loyalty' => -5.0 ],
			shipping: 4.95,
		);
		$link  = $this->create_link( $order );
		$body  = $this->last_create_request();

		self::assertSame( 12_694, $link['amount'] );
		self::assertCount( 5, Json::object( $body, 'shopping_cart', 'items' ) );
		$total = 0.0;
		foreach ( Json::object( $body, 'shopping_cart', 'items' ) as $item ) {
			self::assertIsArray( $item );
			self::assertIsNumeric( $item['unit_price'] );
			self::assertIsNumeric( $item['quantity'] );
			$total += (float) $item['unit_price'] * (float) $item['quantity'];
		}
		self::assertEqualsWithDelta( 126.94, $total, 0.001 );
		self::assertSame(
			[ 'Straße des 17. Juni', '135' ],
			[ Json::at( $body, 'customer', 'address1' ), Json::at( $body, 'customer', 'house_number' ) ]
		);
	}

	public function test_a_cart_that_does_not_add_up_is_omitted(): void {
		$this->create_link( $this->orders->create(), [ 'amount' => 1000 ] );

		self::assertArrayNotHasKey( 'shopping_cart', $this->last_create_request() );
		self::assertArrayNotHasKey( 'checkout_options', $this->last_create_request() );
	}

	public function test_no_data_of_staff_is_sent(): void {
		$_SERVER['HTTP_USER_AGENT']      = 'StaffBrowser/1.0';
		$_SERVER['HTTP_X_FORWARDED_FOR'] = '203.0.113.77';
		try {
			$this->create_link( $this->orders->create() );
		} finally {
			unset( $_SERVER['HTTP_USER_AGENT'], $_SERVER['HTTP_X_FORWARDED_FOR'] );
		}
		$body = $this->last_create_request();
		$text = (string) wp_json_encode( $body );

		foreach ( [
			'ip_address',
			'forwarded_ip',
			'user_agent',
			'referrer',
			'StaffBrowser',
			'203.0.113.77',
			'sam@example.test',
		] as $trace ) {
			self::assertStringNotContainsString( $trace, $text );
		}
		self::assertStringNotContainsString( '"ip', $text );
	}

	public function test_the_request_has_the_notification_url_and_not_the_key(): void {
		$this->create_link( $this->orders->create() );
		$body = $this->last_create_request();

		self::assertStringEndsWith(
			'/multisafepay-payment-links/v1/notifications/main',
			Json::text( $body, 'payment_options', 'notification_url' )
		);
		self::assertIsString( $body['var1'] );
		self::assertIsString( $body['var3'] );
		self::assertStringNotContainsString( Env::get( 'EMULATOR_KEY' ), (string) wp_json_encode( $body ) );
		foreach ( $this->emulator->requests() as $request ) {
			self::assertStringNotContainsString(
				'api_key',
				(string) wp_json_encode( $request ),
				'A key in a URL would appear in logs.'
			);
		}
	}

	public function test_input_beyond_the_providers_limits_is_shortened_or_dropped(): void {
		$order = $this->orders->create(
			billing: [
				'first_name' => str_repeat( 'Ж', 200 ),
				'company'    => str_repeat( 'Long company ', 30 ),
				'address_1'  => str_repeat( 'Very long street ', 20 ) . '12',
				'phone'      => 'call me maybe',
				'email'      => '',
				'postcode'   => str_repeat( '9', 90 ),
			]
		);

		self::assertSame( 'active', $this->create_link( $order )['status'] );
	}

	public function test_outages_and_refusals_are_logged_without_keys_and_personal_data(): void {
		$lines = [];
		add_filter(
			'woocommerce_logger_log_message',
			static function ( mixed $message, mixed $level, mixed $context ) use ( &$lines ): mixed {
				if (
					is_array( $context )
					&& ( $context['source'] ?? '' ) === 'multisafepay-payment-links'
					&& is_string( $message )
				) {
					$lines[] = $message;
				}
				return $message;
			},
			10,
			3
		);
		$this->emulator->fault( 'html_200' );
		$this->create_link( $this->orders->create() );
		$this->store_key( 'wrong-key-0123456789' );
		$this->post_link( $this->orders->create() );

		self::assertGreaterThanOrEqual( 2, count( $lines ) );
		self::assertMatchesRegularExpression( '#^POST /orders had no usable response: HTTP 200#', $lines[0] ?? '' );
		foreach ( [
			Env::get( 'EMULATOR_KEY' ),
			'wrong-key',
			'robin@example.test',
			'Prinsengracht',
			'http://',
		] as $trace ) {
			self::assertStringNotContainsString( $trace, implode( "\n", $lines ) );
		}
		$this->assert_no_key_in_files( wp_upload_dir()['basedir'] . '/wc-logs' );
	}

	private function assert_no_key_in_files( string $folder ): void {
		$files = glob( $folder . '/*multisafepay*.log' );
		self::assertIsArray( $files );
		self::assertNotSame( [], $files, 'A log file exists.' );
		foreach ( $files as $file ) {
			$text = (string) file_get_contents( $file );
			self::assertStringNotContainsString( Env::get( 'EMULATOR_KEY' ), $text );
			self::assertStringNotContainsString( 'wrong-key', $text );
		}
	}
}
