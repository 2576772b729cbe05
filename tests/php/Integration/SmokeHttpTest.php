<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Http;
use PHPUnit\Framework\Attributes\CoversNothing;

#[CoversNothing]
final class SmokeHttpTest extends HttpTestCase {

	public function test_http_requests_are_authenticated_and_see_data_of_the_test(): void {
		$order = $this->orders->create();

		$response = $this->http( 'GET', "/orders/{$order->get_id()}/links" );

		self::assertSame( 200, $response->status, $response->body );
		self::assertSame( [], $response->json() );
	}

	public function test_a_visitor_is_refused(): void {
		$order = $this->orders->create();

		$response = Http::send(
			'GET',
			Env::get( 'SHOP_URL' ) . '/wp-json' . self::API . "/orders/{$order->get_id()}/links"
		);

		self::assertSame( 401, $response->status, $response->body );
	}

	public function test_post_requests_run_simultaneously(): void {
		$order = $this->orders->create();

		$responses = $this->parallel_posts(
			"/orders/{$order->get_id()}/links",
			array_fill( 0, 8, [ 'unknown' => true ] )
		);

		self::assertSame(
			array_fill( 0, 8, 400 ),
			array_map( static fn ( $response ): int => $response->status, $responses )
		);
	}
}
