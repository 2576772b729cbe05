<?php
/**
 * What goes out to the provider, and what is written down about it.
 *
 * @package MultiSafepay\PaymentLinks
 */

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
	 * Orders of the shop that a link can be made for as they are.
	 */
	private const UNPAID = [ 'cancelled', 'failed', 'on_hold', 'usd', 'gbp', 'jpy', 'sek', 'fee', 'coupon', 'no_email', 'ready' ];

	public function test_every_order_of_the_shop_gives_a_request_that_the_provider_takes(): void {
		$facts = json_decode( (string) file_get_contents( Env::get( 'SHOP_FACTS' ) ), true );
		self::assertIsArray( $facts );
		$made = 0;
		foreach ( Json::object( $facts, 'orders' ) as $name => $id ) {
			self::assertIsInt( $id );
			$response = $this->post_link( $id, [ 'amount' => 1234, 'confirm_paid' => true ] );
			$answer   = $this->json( $response );
			if ( $response->get_status() === 400 ) {
				self::assertSame( [ 'currency' ], array_keys( Json::object( $answer, 'data', 'params' ) ), "$name: " . wp_json_encode( $answer ) );
				continue;
			}
			self::assertSame( 201, $response->get_status(), "$name: " . wp_json_encode( $answer ) );
			++$made;

			if ( in_array( $name, self::UNPAID, true ) ) {
				$this->made_link( $this->fresh_order( $id ) );
				self::assertNotSame( [], Json::object( $this->sent(), 'shopping_cart', 'items' ), "The cart of $name adds up." );
			}
		}

		self::assertGreaterThan( 8, $made );
		self::assertSame( [], $this->emulator->violations() );
	}

	public function test_a_rich_order_brings_a_cart_that_adds_up(): void {
		$order = $this->orders->make(
			[ [ 'Vase, "blue" & white', 3, 99.99 ], [ 'Plaat – 50 × 70', 1, 24.5 ] ],
			billing: [ 'company' => 'Müller & Söhne GmbH', 'country' => 'DE', 'address_1' => 'Straße des 17. Juni 135', 'postcode' => '10623', 'city' => 'Berlin' ],
			fees: [ 'Gift wrapping' => 2.5, 'Loyalty' => -5.0 ],
			shipping: 4.95,
		);
		$link  = $this->made_link( $order );
		$body  = $this->sent();

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
		self::assertSame( [ 'Straße des 17. Juni', '135' ], [ Json::at( $body, 'customer', 'address1' ), Json::at( $body, 'customer', 'house_number' ) ] );
	}

	public function test_a_cart_that_cannot_add_up_is_left_out(): void {
		$this->made_link( $this->orders->make(), [ 'amount' => 1000 ] );

		self::assertArrayNotHasKey( 'shopping_cart', $this->sent() );
		self::assertArrayNotHasKey( 'checkout_options', $this->sent() );
	}

	public function test_nothing_of_the_member_of_staff_goes_out(): void {
		$_SERVER['HTTP_USER_AGENT']      = 'StaffBrowser/1.0';
		$_SERVER['HTTP_X_FORWARDED_FOR'] = '203.0.113.77';
		try {
			$this->made_link( $this->orders->make() );
		} finally {
			unset( $_SERVER['HTTP_USER_AGENT'], $_SERVER['HTTP_X_FORWARDED_FOR'] );
		}
		$body = $this->sent();
		$text = (string) wp_json_encode( $body );

		foreach ( [ 'ip_address', 'forwarded_ip', 'user_agent', 'referrer', 'StaffBrowser', '203.0.113.77', 'sam@example.test' ] as $trace ) {
			self::assertStringNotContainsString( $trace, $text );
		}
		self::assertStringNotContainsString( '"ip', $text );
	}

	public function test_the_provider_learns_where_to_report_and_never_the_key(): void {
		$this->made_link( $this->orders->make() );
		$body = $this->sent();

		self::assertStringEndsWith( '/multisafepay-payment-links/v1/notifications/main', Json::text( $body, 'payment_options', 'notification_url' ) );
		self::assertIsString( $body['var1'] );
		self::assertIsString( $body['var3'] );
		self::assertStringNotContainsString( Env::get( 'EMULATOR_KEY' ), (string) wp_json_encode( $body ) );
		foreach ( $this->emulator->requests() as $request ) {
			self::assertStringNotContainsString( 'api_key', (string) wp_json_encode( $request ), 'A key in an address would end up in logs.' );
		}
	}

	public function test_input_beyond_the_providers_limits_is_shortened_or_dropped(): void {
		$order = $this->orders->make(
			billing: [
				'first_name' => str_repeat( 'Ж', 200 ),
				'company'    => str_repeat( 'Long company ', 30 ),
				'address_1'  => str_repeat( 'Very long street ', 20 ) . '12',
				'phone'      => 'call me maybe',
				'email'      => '',
				'postcode'   => str_repeat( '9', 90 ),
			]
		);

		self::assertSame( 'active', $this->made_link( $order )['status'] );
	}

	public function test_outages_and_refusals_are_logged_without_keys_and_people(): void {
		$lines = [];
		add_filter(
			'woocommerce_logger_log_message',
			static function ( mixed $message, mixed $level, mixed $context ) use ( &$lines ): mixed {
				if ( is_array( $context ) && ( $context['source'] ?? '' ) === 'multisafepay-payment-links' && is_string( $message ) ) {
					$lines[] = $message;
				}
				return $message;
			},
			10,
			3
		);
		$this->emulator->fault( 'html_200' );
		$this->made_link( $this->orders->make() );
		$this->store_key( 'wrong-key-0123456789' );
		$this->post_link( $this->orders->make() );

		self::assertGreaterThanOrEqual( 2, count( $lines ) );
		self::assertMatchesRegularExpression( '#^POST /orders had no usable answer: HTTP 200#', $lines[0] ?? '' );
		foreach ( [ Env::get( 'EMULATOR_KEY' ), 'wrong-key', 'robin@example.test', 'Prinsengracht', 'http://' ] as $trace ) {
			self::assertStringNotContainsString( $trace, implode( "\n", $lines ) );
		}
		$this->assert_no_key_in_files( wp_upload_dir()['basedir'] . '/wc-logs' );
	}

	/**
	 * The last create body.
	 *
	 * @return array<mixed>
	 */
	private function sent(): array {
		$requests = $this->emulator->requests( 'POST', '/orders' );
		$body     = $requests[ array_key_last( $requests ) ?? -1 ]['body'] ?? null;
		self::assertIsArray( $body );
		return $body;
	}

	private function assert_no_key_in_files( string $folder ): void {
		$files = glob( $folder . '/*multisafepay*.log' );
		self::assertIsArray( $files );
		self::assertNotSame( [], $files, 'There is a log.' );
		foreach ( $files as $file ) {
			$text = (string) file_get_contents( $file );
			self::assertStringNotContainsString( Env::get( 'EMULATOR_KEY' ), $text );
			self::assertStringNotContainsString( 'wrong-key', $text );
		}
	}
}
