<?php
/**
 * Beside the official plugin.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use MultiSafepay\PaymentLinks\WooCommerce\OrderFollower;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * With its options and its meta in place. Its own orders carry the bare order number as order ID; its handler casts an
 * order ID to a number and looks for `multisafepay_` in the order's method.
 */
#[CoversNothing]
final class BesideOfficialPluginTest extends IntegrationTestCase {

	use LinkSteps;
	use NotificationSteps;

	protected function setUp(): void {
		parent::setUp();
		$this->emulator->settings( [ 'notifications' => false ] );
		update_option( 'multisafepay_testmode', '1' );
		update_option( 'multisafepay_test_api_key', 'key-of-the-official-plugin' );
		update_option( 'multisafepay_expired_status', 'wc-cancelled' );
	}

	public function test_its_payments_are_not_ours(): void {
		$order = $this->orders->make();
		$order->set_payment_method( 'multisafepay_ideal' );
		$order->update_meta_data( 'payment_url', 'https://payv2.multisafepay.com/connect/of-the-official-plugin/' );
		$order->update_meta_data( 'send_payment_link', '1' );
		$order->save();

		$this->told( (string) $order->get_id(), [ 'status' => 'completed', 'var2' => (string) $order->get_id() ] );

		self::assertSame( 'pending', $this->fresh_order( $order->get_id() )->get_status() );
		self::assertSame( [], $this->emulator->requests( 'GET' ) );
	}

	public function test_our_links_carry_nothing_that_its_handler_would_take_for_an_order(): void {
		$order = $this->orders->make();
		$link  = $this->made_link( $order );
		$body  = Json::object( $this->emulator->requests( 'POST', '/orders' )[0], 'body' );

		self::assertSame( 0, (int) Json::text( $link, 'order_id' ) );
		self::assertArrayNotHasKey( 'var2', $body );
		self::assertStringContainsString( '/multisafepay-payment-links/v1/notifications/main', Json::text( $body, 'payment_options', 'notification_url' ) );
		self::assertSame( '', $this->fresh_order( $order->get_id() )->get_meta( 'send_payment_link' ) );
	}

	public function test_an_order_without_a_method_does_not_become_one_of_its_orders(): void {
		self::assertStringNotContainsString( 'multisafepay_', OrderFollower::METHOD );
	}

	#[DataProvider( 'methods' )]
	public function test_its_refund_button_finds_our_payment_where_the_order_is_its_own( string $method, string $before, string $after, int $amount ): void {
		$order = $this->orders->make();
		$order->set_payment_method( $method );
		if ( $before !== '' ) {
			$order->update_meta_data( 'multisafepay_transaction_id', $before );
		}
		$order->save();
		$links = $amount === 8000 ? [ 8000 ] : [ $amount, 8000 - $amount ];
		foreach ( $links as $part ) {
			$id = Json::text( $this->made_link( $order, [ 'amount' => $part ] ), 'order_id' );
			$this->emulator->act( $id, 'pay' );
			$this->told( $id );
		}

		$paid = $this->fresh_order( $order->get_id() );
		self::assertTrue( $paid->is_paid() );
		self::assertSame( [ $method, str_replace( 'ID', (string) $order->get_id(), $after ) ], [ $paid->get_payment_method(), $paid->get_meta( 'multisafepay_transaction_id' ) ] );
	}

	/**
	 * @return array<string, array{string, string, string, int}>
	 */
	public static function methods(): array {
		return [
			'its method'                           => [ 'multisafepay_ideal', '', 'PL-ID-1', 8000 ],
			'its method, a paid QR code is there'  => [ 'multisafepay_ideal', 'QR-77', 'QR-77', 8000 ],
			'its method, two payments'             => [ 'multisafepay_ideal', '', '', 3000 ],
			'another method'                       => [ 'bacs', '', '', 8000 ],
		];
	}
}
