<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Browser;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Http;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;

#[CoversNothing]
final class PermissionsHttpTest extends HttpTestCase {

	use LinkSteps;

	public function test_a_cookie_without_a_nonce_is_not_authenticated(): void {
		$order   = $this->orders->create();
		$url     = $this->links_url( $order->get_id() );
		$browser = new Browser( 'sam' );

		$read  = $browser->send( 'GET', $url );
		$write = $browser->send( 'POST', $url, [], [ 'idempotency_key' => $this->new_key() ] );

		self::assertSame( [ 401, 401 ], [ $read->status, $write->status ] );
		self::assertSame( 'rest_forbidden', $write->json()['code'] );
		self::assertSame( [], $this->rows( $order ) );
		self::assertSame( [], $this->emulator->requests() );
	}

	public function test_a_cookie_with_an_invalid_nonce_is_refused(): void {
		$order = $this->orders->create();

		$response = ( new Browser( 'sam' ) )->send(
			'POST',
			$this->links_url( $order->get_id() ),
			[ 'X-WP-Nonce: 0123456789' ],
			[ 'idempotency_key' => $this->new_key() ]
		);

		self::assertSame( 403, $response->status );
		self::assertSame( [], $this->rows( $order ) );
	}

	public function test_a_cookie_with_a_valid_nonce_creates_a_link(): void {
		$order   = $this->orders->create();
		$browser = new Browser( 'sam' );

		$response = $browser->send(
			'POST',
			$this->links_url( $order->get_id() ),
			[ 'X-WP-Nonce: ' . $browser->nonce() ],
			[ 'idempotency_key' => $this->new_key() ]
		);

		self::assertSame( 201, $response->status, $response->body );
		self::assertStringNotContainsString( Env::get( 'EMULATOR_KEY' ), $response->body );
	}

	public function test_the_nonce_of_another_user_is_refused(): void {
		$order = $this->orders->create();
		$nonce = ( new Browser( 'writer' ) )->nonce();

		self::assertSame(
			403,
			( new Browser( 'sam' ) )->send(
				'GET',
				$this->links_url( $order->get_id() ),
				[ "X-WP-Nonce: $nonce" ]
			)->status
		);
	}

	public function test_a_customer_over_http_is_refused(): void {
		$order = $this->orders->create();

		self::assertSame(
			403,
			$this->http(
				'POST',
				"/orders/{$order->get_id()}/links",
				[ 'idempotency_key' => $this->new_key() ],
				'robin'
			)->status
		);
		self::assertSame(
			401,
			Http::send(
				'POST',
				$this->links_url( $order->get_id() ),
				[ 'idempotency_key' => $this->new_key() ]
			)->status
		);
		self::assertSame( [], $this->rows( $order ) );
	}

	public function test_an_invalid_json_body_is_refused_with_an_error_message(): void {
		$order = $this->orders->create();
		foreach ( [ '{"amount": 80', '[1,2]', 'amount=8000', '5' ] as $body ) {
			$request = Http::request( 'POST', $this->links_url( $order->get_id() ), [], $this->application_password() );
			curl_setopt( $request, CURLOPT_POSTFIELDS, $body );
			$response = Http::send_all( [ $request ] )[0];
			self::assertSame( 400, $response->status, $body );
			self::assertSame( 'rest_invalid_param', $response->json()['code'], $body );
			self::assertCount( 1, Support\Json::object( $response->json(), 'data', 'params' ), $body );
		}
		self::assertSame( [], $this->rows( $order ) );
	}

	private function links_url( int $order ): string {
		return Env::get( 'SHOP_URL' ) . '/wp-json' . self::API . "/orders/$order/links";
	}

	/**
	 * @return non-empty-string
	 */
	private function application_password(): string {
		$user = get_user_by( 'login', 'sam' );
		self::assertNotFalse( $user );
		$created = \WP_Application_Passwords::create_new_application_password(
			$user->ID,
			[ 'name' => 'raw bodies ' . wp_generate_uuid4() ]
		);
		self::assertIsArray( $created );
		return 'sam:' . $created[0];
	}
}
