<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\OfficialPlugin;

use CurlHandle;
use MultiSafepay\PaymentLinks\Payments\WooCommerce\WooCommerceOrderPaymentUpdater;
use MultiSafepay\PaymentLinks\Tests\Integration\HttpTestCase;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Http;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use WC_Order;

/**
 * Tests with both plugins active, configured with the same API key. The emulator is the provider of both. Run by
 * `bin/test official-plugin`, which needs a copy of the official plugin.
 */
#[CoversNothing]
final class RealOfficialPluginTest extends HttpTestCase {

	use LinkSteps;
	use NotificationSteps;

	private const OFFICIAL_ROUTE = '/wp-json/multisafepay/v1/notification';

	protected function setUp(): void {
		parent::setUp();
		$this->emulator->settings( [ 'notifications' => false, 'schema' => 'record' ] );
		update_option( 'multisafepay_testmode', '1' );
		update_option( 'multisafepay_test_api_key', Env::get( 'EMULATOR_KEY' ) );
		update_option(
			'woocommerce_multisafepay_ideal_settings',
			[ 'enabled' => 'yes', 'title' => 'iDEAL', 'initial_order_status' => 'wc-default' ]
		);
		self::assertTrue( is_plugin_active( 'multisafepay/multisafepay.php' ), 'The official plugin is active.' );
	}

	/**
	 * The requests of the official plugin violate the provider's schema, so violations are not asserted.
	 */
	protected function assertPostConditions(): void {
	}

	public function test_its_payment_at_its_route_pays_its_order_without_this_plugin(): void {
		[ $order, $id ] = $this->create_official_order();

		self::assertSame( [ 200, 'OK' ], $this->notify_official_route( $id, $this->body( $order, 'completed' ) ) );

		self::assertSame(
			'completed',
			$this->reload_order( $order->get_id() )->get_status(),
			'The official plugin works in this shop.'
		);
		self::assertSame( [], $this->rows( $order ) );
		self::assertSame( 0, $this->count_notes( $order, 'Payment link' ) );
	}

	#[DataProvider( 'statuses' )]
	public function test_its_payment_at_our_route_changes_nothing( string $status ): void {
		[ $order, $id ] = $this->create_official_order();
		$before = $this->snapshot( $order );
		$handle = $this->notification( $id, [ 'status' => $status, 'var2' => $id ] );
		$response = Http::send_all( [ $handle ] )[0];

		self::assertSame( [ 200, 'OK' ], [ $response->status, $response->body ] );
		self::assertSame( $before, $this->snapshot( $order ) );
		self::assertSame( [], $this->emulator->requests( 'GET', "/orders/$id" ) );
	}

	#[DataProvider( 'statuses' )]
	public function test_our_link_at_its_route_changes_nothing( string $status ): void {
		$order  = $this->orders->create();
		$id     = Json::text( $this->create_link( $order ), 'order_id' );
		$before = $this->snapshot( $order );

		self::assertSame( [ 200, 'OK' ], $this->notify_official_route( $id, $this->body( $order, $status, $id ) ) );
		self::assertSame( $before, $this->snapshot( $order ) );
	}

	#[DataProvider( 'statuses' )]
	public function test_our_link_of_an_order_with_its_method_at_its_route_changes_nothing( string $status ): void {
		[ $order ] = $this->create_official_order();
		$id     = Json::text( $this->create_link( $order ), 'order_id' );
		$before = $this->snapshot( $order );

		self::assertSame( [ 200, 'OK' ], $this->notify_official_route( $id, $this->body( $order, $status, $id ) ) );
		self::assertSame( $before, $this->snapshot( $order ) );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function statuses(): array {
		return [
			'completed'   => [ 'completed' ],
			'initialized' => [ 'initialized' ],
			'declined'    => [ 'declined' ],
			'cancelled'   => [ 'cancelled' ],
			'expired'     => [ 'expired' ],
			'refunded'    => [ 'refunded' ],
		];
	}

	public function test_our_payment_of_an_order_with_its_method_pays_it_once_with_our_method(): void {
		[ $order ] = $this->create_official_order();
		$id        = Json::text( $this->create_link( $order ), 'order_id' );
		$this->emulator->simulate( $id, 'pay' );
		$this->send_notification( $id );

		$paid = $this->reload_order( $order->get_id() );
		self::assertSame(
			[ 'completed', WooCommerceOrderPaymentUpdater::METHOD, '' ],
			[ $paid->get_status(), $paid->get_payment_method(), $paid->get_meta( 'multisafepay_transaction_id' ) ]
		);
		self::assertSame(
			'https://payv2.multisafepay.com/connect/of-the-official-plugin/',
			$paid->get_meta( 'payment_url' )
		);
		self::assertSame( '1', $paid->get_meta( 'send_payment_link' ) );
		self::assertSame( 'completed', $this->rows( $order )[0]['status'] );
		self::assertSame( 1, $this->count_notes( $order, 'has been paid' ) );
	}

	public function test_the_official_plugin_ignores_an_order_without_a_method_paid_by_our_link(): void {
		$order = $this->orders->create();
		$id    = Json::text( $this->create_link( $order ), 'order_id' );
		$this->emulator->simulate( $id, 'pay' );
		$this->send_notification( $id );
		$request_count = count( $this->emulator->requests() );

		// The official plugin sends status changes of orders with its payment methods to MultiSafepay.
		$this->reload_order( $order->get_id() )->update_status( 'refunded' );
		$this->reload_order( $order->get_id() )->update_status( 'completed' );

		self::assertCount( $request_count, $this->emulator->requests() );
		self::assertSame(
			[ 200, 'OK' ],
			$this->notify_official_route( (string) $order->get_id(), $this->body( $order, 'expired' ) ),
			'The official plugin would use the order number as order ID.'
		);
		self::assertSame( 'completed', $this->reload_order( $order->get_id() )->get_status() );
	}

	/**
	 * Creates an order as after the checkout of the official plugin, with the meta of its payment link.
	 *
	 * @return array{WC_Order, string} The order and the order number, which the official plugin uses as order ID.
	 */
	private function create_official_order(): array {
		$order = $this->orders->create();
		$order->set_payment_method( 'multisafepay_ideal' );
		$order->update_meta_data( 'payment_url', 'https://payv2.multisafepay.com/connect/of-the-official-plugin/' );
		$order->update_meta_data( 'send_payment_link', '1' );
		$order->save();
		return [ $order, (string) $order->get_id() ];
	}

	/**
	 * Returns the body of a notification: with var2 for orders of the official plugin, without for our links.
	 */
	private function body( WC_Order $order, string $status, string $link = '' ): string {
		$id = $link === '' ? (string) $order->get_id() : $link;
		return (string) wp_json_encode(
			[
				'order_id'         => $id,
				'transaction_id'   => '1750000000000042',
				'amount'           => 8000,
				'currency'         => 'EUR',
				'status'           => $status,
				'financial_status' => $status,
				'var1'             => $link === '' ? null : $link,
				'var2'             => $link === '' ? $id : null,
				'payment_details'  => [ 'type' => 'IDEAL' ],
				'costs'            => [],
				'custom_info'      => [],
			]
		);
	}

	/**
	 * @return array{int, string} Status and body of the response.
	 */
	private function notify_official_route( string $id, string $body ): array {
		$response = Http::send_all( [ $this->official_notification( $id, $body ) ] )[0];
		return [ $response->status, trim( $response->body, "\" \n" ) ];
	}

	private function official_notification( string $id, string $body ): CurlHandle {
		$handle = Http::request(
			'POST',
			Env::get( 'SHOP_URL' )
				. self::OFFICIAL_ROUTE
				. '?'
				. http_build_query( [ 'transactionid' => $id, 'timestamp' => time() ] )
		);
		curl_setopt( $handle, CURLOPT_POSTFIELDS, $body );
		curl_setopt(
			$handle,
			CURLOPT_HTTPHEADER,
			[ 'Content-Type: application/json', 'Auth: ' . $this->auth( $body ) ]
		);
		return $handle;
	}

	/**
	 * Returns all data of an order and its links that either plugin could have changed.
	 *
	 * @return array<mixed>
	 */
	private function snapshot( WC_Order $order ): array {
		$fresh = $this->reload_order( $order->get_id() );
		$meta  = array_map(
			static fn ( mixed $row ): string => (string) wp_json_encode( $row ),
			$fresh->get_meta_data()
		);
		sort( $meta );
		return [
			$fresh->get_status(),
			$fresh->get_payment_method(),
			$fresh->get_transaction_id(),
			$meta,
			$this->notes( $order ),
			$this->rows( $order ),
		];
	}
}
