<?php
/**
 * Beside the real official plugin.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\OfficialPlugin;

use CurlHandle;
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
 * Both plugins active and configured with the same key of one site; the emulator is the provider of both. Run by
 * `bin/test official-plugin`, which needs a copy of that plugin.
 */
#[CoversNothing]
final class BesideRealOfficialPluginTest extends HttpTestCase {

	use LinkSteps;
	use NotificationSteps;

	private const ITS_ROUTE = '/wp-json/multisafepay/v1/notification';

	protected function setUp(): void {
		parent::setUp();
		$this->emulator->settings( [ 'notifications' => false, 'schema' => 'record' ] );
		update_option( 'multisafepay_testmode', '1' );
		update_option( 'multisafepay_test_api_key', Env::get( 'EMULATOR_KEY' ) );
		update_option( 'woocommerce_multisafepay_ideal_settings', [ 'enabled' => 'yes', 'title' => 'iDEAL', 'initial_order_status' => 'wc-default' ] );
		self::assertTrue( is_plugin_active( 'multisafepay/multisafepay.php' ), 'The official plugin is active.' );
	}

	/**
	 * Requests of the official plugin break the provider's schema; that is not ours to judge.
	 */
	protected function assertPostConditions(): void {
	}

	public function test_its_own_payment_at_its_own_route_is_its_own(): void {
		[ $order, $id ] = $this->order_of_its_own();

		self::assertSame( [ 200, 'OK' ], $this->at_its_route( $id, $this->body( $order, 'completed' ) ) );

		self::assertSame( 'completed', $this->fresh_order( $order->get_id() )->get_status(), 'The official plugin works in this shop.' );
		self::assertSame( [], $this->rows( $order ) );
		self::assertSame( 0, $this->count_notes( $order, 'Payment link' ) );
	}

	#[DataProvider( 'statuses' )]
	public function test_its_payment_at_our_route_changes_nothing( string $status ): void {
		[ $order, $id ] = $this->order_of_its_own();
		$before         = $this->picture( $order );
		$handle         = $this->notification( $id, [ 'status' => $status, 'var2' => $id ] );
		$answer         = Http::send_all( [ $handle ] )[0];

		self::assertSame( [ 200, 'OK' ], [ $answer->status, $answer->body ] );
		self::assertSame( $before, $this->picture( $order ) );
		self::assertSame( [], $this->emulator->requests( 'GET', "/orders/$id" ) );
	}

	#[DataProvider( 'statuses' )]
	public function test_our_link_at_its_route_changes_nothing( string $status ): void {
		$order  = $this->orders->make();
		$id     = Json::text( $this->made_link( $order ), 'order_id' );
		$before = $this->picture( $order );

		self::assertSame( [ 200, 'OK' ], $this->at_its_route( $id, $this->body( $order, $status, $id ) ) );
		self::assertSame( $before, $this->picture( $order ) );
	}

	/**
	 * Also where the order is meant for one of its methods.
	 */
	#[DataProvider( 'statuses' )]
	public function test_our_link_of_an_order_with_its_method_at_its_route_changes_nothing( string $status ): void {
		[ $order ] = $this->order_of_its_own();
		$id        = Json::text( $this->made_link( $order ), 'order_id' );
		$before    = $this->picture( $order );

		self::assertSame( [ 200, 'OK' ], $this->at_its_route( $id, $this->body( $order, $status, $id ) ) );
		self::assertSame( $before, $this->picture( $order ) );
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

	public function test_our_payment_of_an_order_with_its_method_pays_it_once_and_leaves_its_meta_alone(): void {
		[ $order ] = $this->order_of_its_own();
		$id        = Json::text( $this->made_link( $order ), 'order_id' );
		$this->emulator->act( $id, 'pay' );
		$this->told( $id );

		$paid = $this->fresh_order( $order->get_id() );
		self::assertSame( [ 'completed', 'multisafepay_ideal', $id ], [ $paid->get_status(), $paid->get_payment_method(), $paid->get_meta( 'multisafepay_transaction_id' ) ] );
		self::assertSame( 'https://payv2.multisafepay.com/connect/of-the-official-plugin/', $paid->get_meta( 'payment_url' ) );
		self::assertSame( '1', $paid->get_meta( 'send_payment_link' ) );
		self::assertSame( 'completed', $this->rows( $order )[0]['status'] );
		self::assertSame( 1, $this->count_notes( $order, 'has been paid' ) );
	}

	public function test_an_order_without_a_method_is_ours_alone_once_it_is_paid(): void {
		$order = $this->orders->make();
		$id    = Json::text( $this->made_link( $order ), 'order_id' );
		$this->emulator->act( $id, 'pay' );
		$this->told( $id );
		$asked = count( $this->emulator->requests() );

		// The official plugin tells MultiSafepay of orders of its methods that are shipped.
		$this->fresh_order( $order->get_id() )->update_status( 'refunded' );
		$this->fresh_order( $order->get_id() )->update_status( 'completed' );

		self::assertCount( $asked, $this->emulator->requests() );
		self::assertSame( [ 200, 'OK' ], $this->at_its_route( (string) $order->get_id(), $this->body( $order, 'expired' ) ), 'Its own id of that order.' );
		self::assertSame( 'completed', $this->fresh_order( $order->get_id() )->get_status() );
	}

	/**
	 * An order as its checkout leaves it, with the meta of its own payment link.
	 *
	 * @return array{WC_Order, string} The order, and the bare order number that it uses as order ID.
	 */
	private function order_of_its_own(): array {
		$order = $this->orders->make();
		$order->set_payment_method( 'multisafepay_ideal' );
		$order->update_meta_data( 'payment_url', 'https://payv2.multisafepay.com/connect/of-the-official-plugin/' );
		$order->update_meta_data( 'send_payment_link', '1' );
		$order->save();
		return [ $order, (string) $order->get_id() ];
	}

	/**
	 * A transaction as the provider tells of it: with var2 for its orders, without for our links.
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
	 * @return array{int, string} Status and body of its answer.
	 */
	private function at_its_route( string $id, string $body ): array {
		$answer = Http::send_all( [ $this->its_notification( $id, $body ) ] )[0];
		return [ $answer->status, trim( $answer->body, "\" \n" ) ];
	}

	private function its_notification( string $id, string $body ): CurlHandle {
		$handle = Http::request( 'POST', Env::get( 'SHOP_URL' ) . self::ITS_ROUTE . '?' . http_build_query( [ 'transactionid' => $id, 'timestamp' => time() ] ) );
		curl_setopt( $handle, CURLOPT_POSTFIELDS, $body );
		curl_setopt( $handle, CURLOPT_HTTPHEADER, [ 'Content-Type: application/json', 'Auth: ' . $this->auth( $body ) ] );
		return $handle;
	}

	/**
	 * Everything of an order and its links that either could have changed.
	 *
	 * @return array<mixed>
	 */
	private function picture( WC_Order $order ): array {
		$fresh = $this->fresh_order( $order->get_id() );
		$meta  = array_map( static fn ( mixed $row ): string => (string) wp_json_encode( $row ), $fresh->get_meta_data() );
		sort( $meta );
		return [ $fresh->get_status(), $fresh->get_payment_method(), $fresh->get_transaction_id(), $meta, $this->notes( $order ), $this->rows( $order ) ];
	}
}
