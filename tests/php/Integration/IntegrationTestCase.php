<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Emulator;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Isolation;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\OrderFactory;
use PHPUnit\Framework\TestCase;
use WC_Order;
use WP_REST_Request;
use WP_REST_Response;

/**
 * Base class of integration tests. Each test runs in a database transaction that is rolled back, with a reset emulator
 * whose API key is stored in the settings.
 */
abstract class IntegrationTestCase extends TestCase {

	protected const API = '/multisafepay-payment-links/v1';

	private const SETTINGS = 'multisafepay_payment_links_settings';

	protected Emulator $emulator;

	protected OrderFactory $orders;

	private Isolation $isolation;

	protected function setUp(): void {
		parent::setUp();
		$this->emulator = new Emulator( Env::get( 'EMULATOR_URL' ) );
		$this->emulator->reset();
		$this->orders    = new OrderFactory();
		$this->isolation = new Isolation( $this->in_transaction() );
		$this->isolation->begin();
	}

	protected function tearDown(): void {
		$this->isolation->end();
		parent::tearDown();
	}

	/**
	 * Every test also asserts that no request violated the schema of the provider.
	 */
	protected function assertPostConditions(): void {
		parent::assertPostConditions();
		self::assertSame( [], $this->emulator->violations() );
	}

	/**
	 * Whether the test is rolled back. Other processes then do not see its data.
	 */
	protected function in_transaction(): bool {
		return true;
	}

	/**
	 * Sends a request to the REST API inside this process.
	 *
	 * @param string       $route Route below the plugin's namespace, such as `/orders/5/links`, or a full route that
	 * starts with `/wc/` or `/wp/`.
	 * @param array<mixed> $body  JSON body, or the query parameters of a GET.
	 * @param string|null  $user  User login; null for a visitor.
	 */
	protected function rest(
		string $method,
		string $route,
		array $body = [],
		?string $user = 'sam',
	): WP_REST_Response {
		$request = $this->request( $method, $route, $user );
		if ( $method === 'GET' ) {
			$request->set_query_params( $body );
		} else {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( (string) wp_json_encode( $body === [] ? (object) [] : $body ) );
		}
		return rest_do_request( $request );
	}

	/**
	 * Sends a raw body, which may be invalid JSON.
	 */
	protected function rest_raw(
		string $method,
		string $route,
		string $body,
		?string $user = 'sam',
	): WP_REST_Response {
		$request = $this->request( $method, $route, $user );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( $body );
		return rest_do_request( $request );
	}

	/**
	 * Returns the response body as a client reads it, encoded to JSON and decoded again.
	 *
	 * @return array<mixed>
	 */
	protected function json( WP_REST_Response $response ): array {
		$value = json_decode(
			(string) wp_json_encode( rest_get_server()->response_to_data( $response, false ) ),
			true
		);
		self::assertIsArray( $value );
		return $value;
	}

	/**
	 * Creates a user and returns the login.
	 */
	protected function create_user( string $role ): string {
		$login = $role . '-' . wp_generate_password( 8, false );
		$id    = wp_insert_user(
			[
				'user_login' => $login,
				'user_pass'  => 'password',
				'user_email' => $login . '@example.test',
				'role'       => $role,
			]
		);
		self::assertIsInt( $id );
		return $login;
	}

	/**
	 * Reloads an order from the database.
	 */
	protected function reload_order( int $id ): WC_Order {
		wp_cache_flush();
		$order = wc_get_order( $id );
		self::assertInstanceOf( WC_Order::class, $order );
		return $order;
	}

	/**
	 * Deletes the stored sites and keys.
	 */
	protected function delete_settings(): void {
		delete_option( self::SETTINGS );
	}

	/**
	 * Logs a user in. Null logs the current user out.
	 */
	protected function login_as( ?string $user ): void {
		if ( $user === null ) {
			wp_set_current_user( 0 );
			return;
		}
		$wp_user = get_user_by( 'login', $user );
		self::assertNotFalse( $wp_user, "There is no user $user." );
		wp_set_current_user( $wp_user->ID );
	}

	/**
	 * @return WP_REST_Request<array<string, mixed>>
	 */
	private function request( string $method, string $route, ?string $user ): WP_REST_Request {
		$this->login_as( $user );
		$is_own_route = preg_match( '#^/(wc|wp)/#', $route ) !== 1;
		return new WP_REST_Request( $method, ( $is_own_route ? self::API : '' ) . $route );
	}
}
