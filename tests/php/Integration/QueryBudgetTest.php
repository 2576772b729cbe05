<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\RequestMeter;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\StockedOrders;
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

	private StockedOrders $checkout_orders;

	protected function setUp(): void {
		parent::setUp();
		$this->checkout_orders = new StockedOrders();
	}

	protected function tearDown(): void {
		$this->checkout_orders->delete_all();
		parent::tearDown();
	}

	public function test_a_link_of_an_order_without_products_needs_at_most_26_queries(): void {
		self::assertLessThanOrEqual( 26, $this->queries_of_creation( $this->orders->create() ) );
	}

	public function test_a_link_of_a_checkout_order_needs_at_most_26_queries(): void {
		self::assertLessThanOrEqual( 26, $this->queries_of_creation( $this->checkout_order() ) );
	}

	public function test_the_order_screen_needs_at_most_3_queries(): void {
		self::assertLessThanOrEqual( 3, $this->queries_of_screen( $this->checkout_order() ) );
	}

	/**
	 * Returns an order with a product, which WooCommerce would cancel to release its stock.
	 */
	private function checkout_order(): WC_Order {
		$order = $this->checkout_orders->create();
		$order->set_created_via( 'checkout' );
		$order->save();

		return $order;
	}

	/**
	 * Returns the number of queries that creating a link adds to a REST request that only returns its user.
	 */
	private function queries_of_creation( WC_Order $order ): int {
		$meter = new RequestMeter( 'sam' );
		$plain = Env::get( 'SHOP_URL' ) . '/wp-json/wp/v2/users/me';
		$meter->queries( 'GET', $plain );
		$this->post_form( $meter, $order );

		$baseline = $meter->queries( 'GET', $plain );

		return $this->post_form( $meter, $order ) - $baseline;
	}

	/**
	 * Returns the number of queries that the plugin adds to the screen of an order with a link.
	 */
	private function queries_of_screen( WC_Order $order ): int {
		$this->http( 'POST', "/orders/{$order->get_id()}/links", [ 'idempotency_key' => $this->new_key() ] );
		$meter = new RequestMeter( 'sam' );
		$url   = $order->get_edit_order_url();
		$this->count_screen( $meter, $url, has_plugin: true );

		$baseline = $this->count_screen( $meter, $url, has_plugin: false );

		return $this->count_screen( $meter, $url, has_plugin: true ) - $baseline;
	}

	/**
	 * Opens the order screen in a new second, because WordPress stores the lock of the editor only once per second.
	 */
	private function count_screen( RequestMeter $meter, string $url, bool $has_plugin ): int {
		usleep( 1_050_000 );

		return $meter->queries( 'GET', $url, null, $has_plugin );
	}

	/**
	 * Creates a link with all fields of the form, as the panel sends them. Returns the number of queries.
	 */
	private function post_form( RequestMeter $meter, WC_Order $order ): int {
		$route  = "/orders/{$order->get_id()}";
		$values = Json::object( $this->http( 'GET', "$route/draft" )->json(), 'values' );
		unset( $values['order_id'] );

		return $meter->queries(
			'POST',
			Env::get( 'SHOP_URL' ) . '/wp-json' . self::API . "$route/links",
			[ ...$values, 'idempotency_key' => $this->new_key() ]
		);
	}
}
