<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Browser;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Routes;
use PHPUnit\Framework\Attributes\CoversNothing;

#[CoversNothing]
final class CrossSiteTest extends HttpTestCase {

	use LinkSteps;

	public function test_a_cookie_without_a_valid_nonce_is_refused_by_every_route(): void {
		$order         = $this->orders->create();
		$link          = Json::number( $this->create_link( $order ), 'id' );
		$request_count = count( $this->emulator->requests() );
		$before        = [
			$this->rows( $order ),
			$this->history( $link ),
			get_option( 'multisafepay_payment_links_settings' ),
		];
		$browser       = new Browser( 'sam' );

		foreach ( Routes::staff_routes() as [ 'method' => $method, 'path' => $template ] ) {
			$url = Env::get( 'SHOP_URL' ) . '/wp-json' . self::API . Routes::path( $template, $order->get_id(), $link );
			self::assertSame(
				401,
				$browser->send( $method, $url, [], $method === 'GET' ? null : [] )->status,
				"$method $template"
			);
			self::assertSame(
				403,
				$browser->send( $method, $url, [ 'X-WP-Nonce: 0123456789' ], $method === 'GET' ? null : [] )->status,
				"$method $template"
			);
		}

		wp_cache_flush();
		self::assertSame(
			$before,
			[ $this->rows( $order ), $this->history( $link ), get_option( 'multisafepay_payment_links_settings' ) ]
		);
		self::assertCount( $request_count, $this->emulator->requests() );
	}
}
