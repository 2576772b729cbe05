<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Payments\WooCommerce\WooCommerceOrderPaymentUpdater;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\StockedOrders;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;
use WC_Order_Item_Product;

/**
 * Tests how this plugin handles the situations that were measured in a real shop with the official plugin, in the same
 * order.
 */
#[CoversClass( WooCommerceOrderPaymentUpdater::class )]
#[Group( 'needs-real-woocommerce' )]
final class PaymentOrderTest extends IntegrationTestCase {

	use LinkSteps;
	use NotificationSteps;

	private StockedOrders $shop;

	private int $mails = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->emulator->settings( [ 'notifications' => false ] );
		$this->shop  = new StockedOrders();
		$this->mails = 0;
		$mailer = WC()->mailer();
		if ( has_action( 'woocommerce_order_status_pending_to_processing_notification' ) === false ) {
			// WooCommerce adds its email hooks once per process. They were removed after the previous test.
			$mailer->init();
		}
		add_filter(
			'pre_wp_mail',
			function ( mixed $result ): bool {
				++$this->mails;
				return $result !== false;
			}
		);
	}

	#[Group( 'storage' )]
	public function test_a_payment_completes_the_order_with_its_transaction_and_method(): void {
		[ $order, $id ] = $this->order_with_link();
		$this->emulator->simulate( $id, 'pay', [ 'method' => 'BANKTRANS' ] );
		$this->send_notification( $id );

		$paid = $this->reload_order( $order->get_id() );
		self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ) );
		self::assertMatchesRegularExpression( '/^\d{16}$/', $paid->get_transaction_id() );
		self::assertNotNull( $paid->get_date_paid() );
		self::assertSame(
			[ WooCommerceOrderPaymentUpdater::METHOD, 'Bank transfer' ],
			[ $paid->get_payment_method(), $paid->get_payment_method_title() ]
		);
		self::assertSame(
			1,
			$this->count_notes(
				$order,
				"Payment link $id has been paid: 80.00 EUR. (Bank transfer, transaction {$paid->get_transaction_id()})"
			)
		);
		self::assertSame( [ StockedOrders::STOCK - 1, 2 ], [ $this->shop->stock(), $this->mails ] );
	}

	public function test_a_repeated_notification_changes_nothing(): void {
		[ $order, $id ] = $this->order_paid_through_link();
		$notes          = $this->notes( $order );
		$this->send_notification( $id );

		self::assertSame(
			[ $notes, StockedOrders::STOCK - 1, 2 ],
			[ $this->notes( $order ), $this->shop->stock(), $this->mails ]
		);
	}

	public function test_a_second_payment_through_the_link_raises_an_alert(): void {
		[ $order, $id ] = $this->order_paid_through_link();
		$first          = $this->reload_order( $order->get_id() )->get_transaction_id();
		$this->emulator->simulate( $id, 'pay', [ 'force' => true, 'method' => 'PAYPAL' ] );
		$this->send_notification( $id );
		$this->send_notification( $id );

		self::assertSame( [ 'processing', 'completed', 'second_payment' ], $this->outcome( $order ) );
		self::assertSame( $first, $this->reload_order( $order->get_id() )->get_transaction_id() );
		self::assertSame( 1, $this->count_notes( $order, 'The order was already paid' ) );
		self::assertSame( 'second_payment', $this->alert_in_panel( $order ) );
	}

	#[DataProvider( 'late_statuses' )]
	public function test_a_late_status_never_changes_an_order( string $late_status, string $order_state ): void {
		[ $order, $id ] = match ( $order_state ) {
			'paid by link' => $this->order_paid_through_link(),
			default    => $this->order_with_link( 'bacs' ),
		};
		if ( $order_state !== 'paid by link' ) {
			$order->update_status( $order_state );
		}
		[ $status, $stock, $mails, $notes ] = [
			$this->reload_order( $order->get_id() )->get_status(),
			$this->shop->stock(),
			$this->mails,
			count( $this->notes( $order ) ),
		];
		// Even when the provider returns this status.
		$this->set_provider_order( [ 'status' => $late_status, 'financial_status' => $late_status ] );
		$this->send_notification( $id, [ 'status' => $late_status ] );

		self::assertSame(
			[ $status, $stock, $mails, $notes ],
			[
				$this->reload_order( $order->get_id() )->get_status(),
				$this->shop->stock(),
				$this->mails,
				count( $this->notes( $order ) ),
			]
		);
	}

	/**
	 * @return iterable<string, array{string, string}>
	 */
	public static function late_statuses(): iterable {
		foreach ( [ 'initialized', 'declined', 'expired', 'void', 'cancelled' ] as $late_status ) {
			$order_states = [ 'paid by link', 'processing', 'completed', 'on-hold', 'pending', 'refunded' ];
			foreach ( $order_states as $order_state ) {
				yield "$late_status, order $order_state" => [ $late_status, $order_state ];
			}
		}
	}

	/**
	 * @param array<string, mixed> $payment Differences from the expected payment.
	 */
	#[DataProvider( 'mismatched_payments' )]
	public function test_a_payment_mismatch_raises_an_alert_and_does_not_complete_the_order(
		array $payment,
		string $alert,
		string $note,
	): void {
		[ $order, $id ] = $this->order_with_link();
		$this->emulator->simulate( $id, 'pay', $payment );
		$this->send_notification( $id );
		$this->send_notification( $id );

		self::assertSame( [ 'on-hold', 'active', $alert ], $this->outcome( $order ) );
		self::assertSame( 1, $this->count_notes( $order, $note ) );
		self::assertNull( $this->reload_order( $order->get_id() )->get_date_paid() );
		self::assertSame( $alert, $this->alert_in_panel( $order ) );
	}

	/**
	 * @return array<string, array{array<string, mixed>, string, string}>
	 */
	public static function mismatched_payments(): array {
		return [
			'one cent'         => [
				[ 'amount' => 1 ],
				'amount_mismatch',
				'(80.00 EUR), paid: 0.01 EUR. MultiSafepay reports a payment of another amount',
			],
			'too much'         => [ [ 'amount' => 8001 ], 'amount_mismatch', '(80.00 EUR), paid: 80.01 EUR.' ],
			'another currency' => [
				[ 'currency' => 'USD' ],
				'currency_mismatch',
				'(80.00 EUR), paid: 80.00 USD. MultiSafepay reports a payment in another currency',
			],
		];
	}

	public function test_a_payment_does_not_complete_an_order_that_was_edited_after_its_link(): void {
		[ $order, $id ] = $this->order_with_link();
		foreach ( $order->get_items() as $item ) {
			self::assertInstanceOf( WC_Order_Item_Product::class, $item );
			$item->set_total( '60' );
			$item->save();
		}
		$order->calculate_totals( false );
		$order->save();
		$this->emulator->simulate( $id, 'pay' );
		$this->send_notification( $id );

		self::assertSame( [ 'on-hold', 'completed', 'amount_above_due' ], $this->outcome( $order ) );
		self::assertSame( 1, $this->count_notes( $order, 'higher than the amount due' ) );
	}

	#[DataProvider( 'closed_orders' )]
	public function test_a_payment_for_a_closed_order_is_recorded_and_raises_an_alert(
		string $event,
		string $status,
		string $alert,
		string $note,
	): void {
		[ $order, $id ] = $this->order_with_link( 'bacs' );
		match ( $event ) {
			// Use another object, because WooCommerce resets the ID of a deleted order object.
			'trashed'      => $this->reload_order( $order->get_id() )->delete(),
			'paid by bank' => $order->payment_complete( 'bank-transfer-1' ),
			default        => $order->update_status( $event ),
		};
		$stock = $this->shop->stock();
		$mails = $this->mails;
		$this->emulator->simulate( $id, 'pay' );
		$this->send_notification( $id );
		$this->send_notification( $id );

		self::assertSame( [ $status, 'completed', $alert ], $this->outcome( $order ) );
		self::assertSame( 1, $this->count_notes( $order, $note ) );
		self::assertSame( [ $stock, $mails ], [ $this->shop->stock(), $this->mails ] );
		self::assertSame( 'Title of bacs', $this->reload_order( $order->get_id() )->get_payment_method_title() );
	}

	/**
	 * @return array<string, array{string, string, string, string}>
	 */
	public static function closed_orders(): array {
		return [
			'cancelled' => [ 'cancelled', 'cancelled', 'order_cancelled', 'after the order was cancelled' ],
			'refunded'  => [ 'refunded', 'refunded', 'order_refunded', 'after the order was refunded' ],
			'trashed'   => [ 'trashed', 'trash', 'order_trashed', 'while the order was in the trash' ],
			'paid'      => [ 'paid by bank', 'processing', 'second_payment', 'The order was already paid' ],
		];
	}

	public function test_a_payment_for_a_deleted_order_is_recorded(): void {
		[ $order, $id ] = $this->order_with_link();
		$order_id       = $order->get_id();
		$order->delete( true );
		$this->emulator->simulate( $id, 'pay' );
		$this->send_notification( $id );

		self::assertSame(
			[ 'completed', 'order_deleted' ],
			[ $this->rows( $order_id )[0]['status'], $this->rows( $order_id )[0]['alert'] ]
		);
	}

	public function test_refunds_and_chargebacks_are_recorded_and_noted_without_changing_the_order(): void {
		[ $order, $id ] = $this->order_paid_through_link();
		$this->emulator->simulate( $id, 'refund', [ 'amount' => 1000 ] );
		$this->send_notification( $id, [ 'status' => 'partial_refunded' ] );
		$this->emulator->simulate( $id, 'refund', [ 'amount' => 500 ] );
		$this->send_notification( $id, [ 'status' => 'partial_refunded' ] );
		self::assertSame( [ 'processing', 'partial_refunded', null ], $this->outcome( $order ) );
		self::assertSame(
			[ 1, 1 ],
			[
				$this->count_notes( $order, 'refunded 10.00 EUR in all' ),
				$this->count_notes( $order, 'refunded 15.00 EUR in all' ),
			]
		);

		$this->set_provider_order( [ 'status' => 'chargedback' ] );
		$this->send_notification( $id, [ 'status' => 'chargedback' ] );
		self::assertSame( [ 'processing', 'chargeback', 'chargeback' ], $this->outcome( $order ) );
		self::assertSame( 1, $this->count_notes( $order, 'took this payment back' ) );
		self::assertSame( [], $this->reload_order( $order->get_id() )->get_refunds() );
	}

	public function test_an_uncleared_payment_sets_the_order_on_hold_and_keeps_its_payment_method(): void {
		[ $order, $id ] = $this->order_with_link( 'bacs' );
		$this->emulator->simulate( $id, 'hold', [ 'method' => 'VISA' ] );
		$this->send_notification( $id, [ 'status' => 'uncleared' ] );
		self::assertSame( [ 'on-hold', 'uncleared', null ], $this->outcome( $order ) );
		self::assertSame(
			[ 1, 'bacs' ],
			[
				$this->count_notes( $order, 'for review' ),
				$this->reload_order( $order->get_id() )->get_payment_method(),
			]
		);

		$this->emulator->simulate( $id, 'capture' );
		$this->send_notification( $id );
		self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ) );
		self::assertSame( StockedOrders::STOCK - 1, $this->shop->stock() );
	}

	public function test_a_decline_leaves_order_and_link_payable(): void {
		[ $order, $id ] = $this->order_with_link();
		$this->emulator->simulate( $id, 'decline' );
		$this->send_notification( $id, [ 'status' => 'declined' ] );
		self::assertSame( [ 'pending', 'declined', null ], $this->outcome( $order ) );

		$this->emulator->simulate( $id, 'pay' );
		$this->send_notification( $id );
		self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ) );
	}

	public function test_partial_payments_complete_the_order_when_they_cover_the_total(): void {
		$order  = $this->shop->create();
		$first  = Json::text( $this->create_link( $order, [ 'amount' => 3000 ] ), 'order_id' );
		$second = Json::text( $this->create_link( $order, [ 'amount' => 5000 ] ), 'order_id' );
		$this->emulator->simulate( $first, 'pay' );
		$this->send_notification( $first );
		self::assertSame( 'pending', $this->reload_order( $order->get_id() )->get_status() );
		self::assertSame( 1, $this->count_notes( $order, 'The order still has 50.00 EUR due' ) );

		$this->emulator->simulate( $second, 'pay' );
		$this->send_notification( $second );
		self::assertSame( 'processing', $this->reload_order( $order->get_id() )->get_status() );
		self::assertSame( [ null, null ], array_column( $this->rows( $order ), 'alert' ) );
	}

	public function test_a_payment_found_by_refreshing_pays_the_order(): void {
		[ $order, $id ] = $this->order_with_link();
		$this->emulator->simulate( $id, 'pay' );
		$link_id = (int) $this->rows( $order )[0]['id'];

		self::assertSame( 200, $this->rest( 'POST', "/links/$link_id/refresh" )->get_status() );
		$this->send_notification( $id );

		self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ) );
		self::assertSame(
			[ 1, StockedOrders::STOCK - 1, 2 ],
			[ $this->count_notes( $order, 'has been paid' ), $this->shop->stock(), $this->mails ]
		);
	}

	public function test_an_order_paid_by_another_process_is_not_read_from_the_cache(): void {
		[ $order, $id ] = $this->order_with_link( 'bacs' );
		wc_get_order( $order->get_id() );
		// Another process updates the database. The cache of this process is outdated.
		$this->mark_as_paid_in_database( $order );
		$this->emulator->simulate( $id, 'pay' );
		$this->send_notification( $id );

		self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ) );
		self::assertSame( 1, $this->count_notes( $order, 'The order was already marked as paid' ) );
	}

	private function mark_as_paid_in_database( WC_Order $order ): void {
		$prefix = Support\Db::wpdb()->prefix;
		Support\Db::query( "UPDATE {$prefix}wc_orders SET status = 'wc-processing' WHERE id = {$order->get_id()}" );
		Support\Db::query(
			"UPDATE {$prefix}posts SET post_status = 'wc-processing'
			WHERE ID = {$order->get_id()} AND post_type = 'shop_order'"
		);
	}

	private function alert_in_panel( WC_Order $order ): string {
		return Json::text(
			$this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/links" ) ),
			0,
			'alert',
			'code'
		);
	}

	/**
	 * @return array{WC_Order, string} The order and the MultiSafepay order ID of its link.
	 */
	private function order_with_link( string $method = '' ): array {
		$order = $this->shop->create( $method );
		return [ $order, Json::text( $this->create_link( $order ), 'order_id' ) ];
	}

	/**
	 * @return array{WC_Order, string} The paid order and the MultiSafepay order ID of its link.
	 */
	private function order_paid_through_link(): array {
		[ $order, $id ] = $this->order_with_link();
		$this->emulator->simulate( $id, 'pay' );
		$this->send_notification( $id );
		self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ) );
		return [ $order, $id ];
	}
}
