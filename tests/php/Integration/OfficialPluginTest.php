<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Payments\WooCommerce\WooCommerceOrderPaymentUpdater;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * Tests with the options and order meta of the official plugin. That plugin uses the order number as order ID. Its
 * notification handler casts the order ID to a number and looks for `multisafepay_` in the order's payment method.
 */
#[CoversNothing]
final class OfficialPluginTest extends IntegrationTestCase {

	use LinkSteps;
	use NotificationSteps;

	protected function setUp(): void {
		parent::setUp();
		$this->emulator->settings( [ 'notifications' => false ] );
		update_option( 'multisafepay_testmode', '1' );
		update_option( 'multisafepay_test_api_key', 'key-of-the-official-plugin' );
		update_option( 'multisafepay_expired_status', 'wc-cancelled' );
	}

	public function test_payments_of_the_official_plugin_are_ignored(): void {
		$order = $this->orders->create();
		$order->set_payment_method( 'multisafepay_ideal' );
		$order->update_meta_data( 'payment_url', 'https://payv2.multisafepay.com/connect/of-the-official-plugin/' );
		$order->update_meta_data( 'send_payment_link', '1' );
		$order->save();

		$this->send_notification(
			(string) $order->get_id(),
			[ 'status' => 'completed', 'var2' => (string) $order->get_id() ]
		);

		self::assertSame( 'pending', $this->reload_order( $order->get_id() )->get_status() );
		self::assertSame( [], $this->emulator->requests( 'GET' ) );
	}

	public function test_our_links_contain_nothing_that_its_handler_reads_as_an_order(): void {
		$order = $this->orders->create();
		$link  = $this->create_link( $order );
		$body  = Json::object( $this->emulator->requests( 'POST', '/orders' )[0], 'body' );

		self::assertSame( 0, (int) Json::text( $link, 'order_id' ) );
		self::assertArrayNotHasKey( 'var2', $body );
		self::assertStringContainsString(
			'/multisafepay-payment-links/v1/notifications/main',
			Json::text( $body, 'payment_options', 'notification_url' )
		);
		self::assertSame( '', $this->reload_order( $order->get_id() )->get_meta( 'send_payment_link' ) );
	}

	public function test_our_payment_method_is_not_one_of_the_official_plugin(): void {
		self::assertStringNotContainsString( 'multisafepay_', WooCommerceOrderPaymentUpdater::METHOD );
	}

	#[DataProvider( 'methods' )]
	public function test_its_refund_button_does_not_find_our_payment( string $method, int $amount ): void {
		$order = $this->orders->create();
		$order->set_payment_method( $method );
		$order->save();
		$links = $amount === 8000 ? [ 8000 ] : [ $amount, 8000 - $amount ];
		foreach ( $links as $amount_of_link ) {
			$id = Json::text( $this->create_link( $order, [ 'amount' => $amount_of_link ] ), 'order_id' );
			$this->emulator->simulate( $id, 'pay' );
			$this->send_notification( $id );
		}

		$paid = $this->reload_order( $order->get_id() );
		self::assertTrue( $paid->is_paid() );
		self::assertSame(
			[ WooCommerceOrderPaymentUpdater::METHOD, $method, '' ],
			[
				$paid->get_payment_method(),
				$paid->get_meta( WooCommerceOrderPaymentUpdater::FORMER_METHOD_META ),
				$paid->get_meta( 'multisafepay_transaction_id' ),
			]
		);
	}

	public function test_the_meta_of_an_earlier_payment_of_the_official_plugin_is_kept(): void {
		$order = $this->orders->create();
		$order->set_payment_method( 'multisafepay_ideal' );
		$order->update_meta_data( 'multisafepay_transaction_id', 'QR-77' );
		$order->save();
		$id = Json::text( $this->create_link( $order ), 'order_id' );
		$this->emulator->simulate( $id, 'pay' );
		$this->send_notification( $id );

		self::assertSame( 'QR-77', $this->reload_order( $order->get_id() )->get_meta( 'multisafepay_transaction_id' ) );
	}

	/**
	 * @return array<string, array{string, int}>
	 */
	public static function methods(): array {
		return [
			'method of the official plugin'               => [ 'multisafepay_ideal', 8000 ],
			'method of the official plugin, two payments' => [ 'multisafepay_ideal', 3000 ],
			'another method'                              => [ 'bacs', 8000 ],
		];
	}
}
