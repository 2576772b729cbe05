<?php
/**
 * Base of tests inside WordPress and WooCommerce.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Emulator;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Isolation;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\OrderMaker;
use PHPUnit\Framework\TestCase;
use WC_Order;
use WP_REST_Request;
use WP_REST_Response;

/**
 * Each test runs in a database transaction that is rolled back, with a fresh emulator and with the emulator's key
 * stored in the settings.
 */
abstract class IntegrationTestCase extends TestCase {

	protected const API = '/multisafepay-payment-links/v1';

	private const SETTINGS = 'multisafepay_payment_links_settings';

	protected Emulator $emulator;

	protected OrderMaker $orders;

	private Isolation $isolation;

	protected function setUp(): void {
		parent::setUp();
		$this->emulator = new Emulator( Env::get( 'EMULATOR_URL' ) );
		$this->emulator->reset();
		$this->orders    = new OrderMaker();
		$this->isolation = new Isolation( $this->in_transaction() );
		$this->isolation->begin();
	}

	protected function tearDown(): void {
		$this->isolation->end();
		parent::tearDown();
	}

	/**
	 * Whatever a test is about: nothing it sent may break the provider's own schema.
	 */
	protected function assertPostConditions(): void {
		parent::assertPostConditions();
		self::assertSame( [], $this->emulator->violations() );
	}

	/**
	 * Whether the test is rolled back; other processes see nothing of it then.
	 */
	protected function in_transaction(): bool {
		return true;
	}

	/**
	 * Sends a request to the REST API inside this process.
	 *
	 * @param string       $method GET, POST, …
	 * @param string       $route  Below the plugin's namespace, such as `/orders/5/links`; or any route that begins with `/wc/` or `/wp/`.
	 * @param array<mixed> $body   JSON body, or the query of a GET.
	 * @param string|null  $user   Login, or null for nobody.
	 */
	protected function rest( string $method, string $route, array $body = [], ?string $user = 'sam' ): WP_REST_Response {
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
	 * Sends a body that need not be JSON.
	 */
	protected function rest_raw( string $method, string $route, string $body, ?string $user = 'sam' ): WP_REST_Response {
		$request = $this->request( $method, $route, $user );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( $body );
		return rest_do_request( $request );
	}

	/**
	 * The answer as a client reads it: after a round through JSON.
	 *
	 * @return array<mixed>
	 */
	protected function json( WP_REST_Response $response ): array {
		$value = json_decode( (string) wp_json_encode( rest_get_server()->response_to_data( $response, false ) ), true );
		self::assertIsArray( $value );
		return $value;
	}

	/**
	 * Makes a user; answers the login.
	 */
	protected function user( string $role ): string {
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
	 * The order as the database has it now.
	 */
	protected function fresh_order( int $id ): WC_Order {
		wp_cache_flush();
		$order = wc_get_order( $id );
		self::assertInstanceOf( WC_Order::class, $order );
		return $order;
	}

	/**
	 * Takes the stored sites and keys away.
	 */
	protected function forget_settings(): void {
		delete_option( self::SETTINGS );
	}

	/**
	 * Logs a user in, or out with null.
	 */
	protected function login_as( ?string $user ): void {
		if ( $user === null ) {
			wp_set_current_user( 0 );
			return;
		}
		$found = get_user_by( 'login', $user );
		self::assertNotFalse( $found, "There is no user $user." );
		wp_set_current_user( $found->ID );
	}

	/**
	 * @return WP_REST_Request<array<string, mixed>>
	 */
	private function request( string $method, string $route, ?string $user ): WP_REST_Request {
		$this->login_as( $user );
		$own = preg_match( '#^/(wc|wp)/#', $route ) !== 1;
		return new WP_REST_Request( $method, ( $own ? self::API : '' ) . $route );
	}
}
