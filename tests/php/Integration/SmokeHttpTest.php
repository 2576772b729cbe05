<?php
/**
 * The web server of the harness.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Http;
use PHPUnit\Framework\Attributes\CoversNothing;

#[CoversNothing]
final class SmokeHttpTest extends HttpTestCase {

	public function test_requests_over_http_are_logged_in_and_see_what_the_test_made(): void {
		$order = $this->orders->make();

		$answer = $this->http( 'GET', "/orders/{$order->get_id()}/links" );

		self::assertSame( 200, $answer->status, $answer->body );
		self::assertSame( [], $answer->json() );
	}

	public function test_nobody_is_refused(): void {
		$order = $this->orders->make();

		$answer = Http::send( 'GET', Env::get( 'SHOP_URL' ) . '/wp-json' . self::API . "/orders/{$order->get_id()}/links" );

		self::assertSame( 401, $answer->status, $answer->body );
	}

	public function test_posts_run_at_the_same_time(): void {
		$order = $this->orders->make();

		$answers = $this->parallel_posts( "/orders/{$order->get_id()}/links", array_fill( 0, 8, [ 'unknown' => true ] ) );

		self::assertSame( array_fill( 0, 8, 400 ), array_map( static fn ( $answer ): int => $answer->status, $answers ) );
	}
}
