<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Http;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\HttpResponse;
use WP_Application_Passwords;

/**
 * Base class of tests that send HTTP requests to twelve PHP processes on the same database. These see only committed
 * data. Orders, links, passwords and settings are therefore restored explicitly instead of rolled back.
 */
abstract class HttpTestCase extends IntegrationTestCase {

	private const TABLES = [
		'multisafepay_payment_links',
		'multisafepay_payment_link_events',
		'multisafepay_payment_link_order_claims',
		'multisafepay_payment_link_batches',
		'multisafepay_payment_link_batch_items',
	];

	private const OPTION = 'multisafepay_payment_links_settings';

	private mixed $settings;

	/**
	 * @var array<string, string> Application passwords by login.
	 */
	private array $passwords = [];

	protected function setUp(): void {
		parent::setUp();
		$this->settings = get_option( self::OPTION );
	}

	protected function tearDown(): void {
		// A notification that is still being handled would otherwise send requests to the emulator during the next
		// test.
		$this->emulator->wait_for_notifications();
		$this->orders->delete_all();
		foreach ( self::TABLES as $table ) {
			Db::query( 'DELETE FROM ' . Db::wpdb()->prefix . $table );
		}
		foreach ( array_keys( $this->passwords ) as $login ) {
			$user = get_user_by( 'login', $login );
			if ( $user !== false ) {
				WP_Application_Passwords::delete_all_application_passwords( $user->ID );
			}
		}
		$this->passwords = [];
		update_option( self::OPTION, $this->settings, false );
		parent::tearDown();
	}

	protected function in_transaction(): bool {
		return false;
	}

	/**
	 * Sends all bodies as POST requests at the same time and returns the responses in the same order.
	 *
	 * @param string             $route  Route below the plugin's namespace.
	 * @param list<array<mixed>> $bodies JSON bodies.
	 *
	 * @return list<HttpResponse>
	 */
	protected function parallel_posts( string $route, array $bodies, string $user = 'sam' ): array {
		$login = $this->credentials( $user );
		$url   = $this->url( $route );
		return Http::send_all(
			array_map(
				static fn ( array $body ) => Http::request( 'POST', $url, $body, $login ),
				$bodies
			)
		);
	}

	/**
	 * Sends one request over HTTP.
	 *
	 * @param non-empty-string  $method GET, POST, …
	 * @param array<mixed>|null $body   JSON body.
	 */
	protected function http( string $method, string $route, ?array $body = null, string $user = 'sam' ): HttpResponse {
		return Http::send_all( [ Http::request(
			$method,
			$this->url( $route ),
			$body,
			$this->credentials( $user )
		),
		] )[0];
	}

	/**
	 * Returns the credentials for requests that a test builds itself.
	 *
	 * @return non-empty-string
	 */
	protected function staff_login( string $user = 'sam' ): string {
		return $this->credentials( $user );
	}

	private function url( string $route ): string {
		return Env::get( 'SHOP_URL' ) . '/wp-json' . self::API . $route;
	}

	/**
	 * @return non-empty-string
	 */
	private function credentials( string $login ): string {
		if ( ! isset( $this->passwords[ $login ] ) ) {
			$user = get_user_by( 'login', $login );
			self::assertNotFalse( $user );
			$created = WP_Application_Passwords::create_new_application_password(
				$user->ID,
				[ 'name' => 'integration tests' ]
			);
			self::assertIsArray( $created );
			$this->passwords[ $login ] = $created[0];
		}
		return $login . ':' . $this->passwords[ $login ];
	}
}
