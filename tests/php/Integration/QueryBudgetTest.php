<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\QueryMeter;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * Limits the database queries that the plugin adds to a request.
 */
#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
#[Group( 'storage' )]
final class QueryBudgetTest extends HttpTestCase {

	use LinkSteps;

	public function test_creating_a_link_needs_at_most_26_queries(): void {
		$order = $this->orders->create();
		$meter = new QueryMeter( 'sam' );
		$plain = Env::get( 'SHOP_URL' ) . '/wp-json/wp/v2/users/me';
		$meter->count( 'GET', $plain );
		$this->post_form( $meter, $order );

		$baseline = $meter->count( 'GET', $plain );
		$added    = $this->post_form( $meter, $order ) - $baseline;

		fwrite( STDERR, "create: $added\n" );
		self::assertLessThanOrEqual( 26, $added );
	}

	public function test_the_order_screen_needs_at_most_3_queries(): void {
		$order = $this->orders->create();
		$this->http( 'POST', "/orders/{$order->get_id()}/links", [ 'idempotency_key' => $this->new_key() ] );
		$meter = new QueryMeter( 'sam' );
		$url   = $order->get_edit_order_url();
		$meter->count( 'GET', $url );

		$baseline = $meter->count( 'GET', $url, has_plugin: false );
		$added    = $meter->count( 'GET', $url ) - $baseline;

		fwrite( STDERR, "screen: $added\n" );
		self::assertLessThanOrEqual( 3, $added );
	}

	/**
	 * Creates a link with all fields of the form, as the panel sends them. Returns the number of queries.
	 */
	private function post_form( QueryMeter $meter, WC_Order $order ): int {
		$route  = "/orders/{$order->get_id()}";
		$values = Json::object( $this->http( 'GET', "$route/draft" )->json(), 'values' );
		unset( $values['order_id'] );

		return $meter->count(
			'POST',
			Env::get( 'SHOP_URL' ) . '/wp-json' . self::API . "$route/links",
			[ ...$values, 'idempotency_key' => $this->new_key() ]
		);
	}
}
