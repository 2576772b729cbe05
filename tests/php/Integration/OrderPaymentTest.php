<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Payments\Application\AcknowledgeAlert;
use MultiSafepay\PaymentLinks\Payments\Application\ApplyPayment;
use MultiSafepay\PaymentLinks\Payments\PaymentsModule;
use MultiSafepay\PaymentLinks\Payments\WooCommerce\OrderEndListener;
use MultiSafepay\PaymentLinks\Payments\WooCommerce\WooCommerceOrderPaymentUpdater;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\RandomOrder;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;
use WC_Order_Item_Fee;

/**
 * What a payment through a link means for orders that bounced, are collected later, were edited, paid in parts, marked
 * as paid or restored.
 */
#[CoversClass( ApplyPayment::class )]
#[CoversClass( AcknowledgeAlert::class )]
#[CoversClass( OrderEndListener::class )]
#[Group( 'needs-real-woocommerce' )]
#[Group( 'storage' )]
final class OrderPaymentTest extends IntegrationTestCase {

	use LinkSteps;
	use NotificationSteps;

	protected function setUp(): void {
		parent::setUp();
		add_filter( 'pre_wp_mail', '__return_true' );
	}

	public function test_a_bounced_order_is_paid_by_a_link(): void {
		$order = $this->orders->create();
		$order->payment_complete( 'sepa-1' );
		$order->update_status( 'failed' );
		self::assertNotNull( $order->get_date_paid() );

		$draft = $this->draft( $order );
		self::assertSame(
			[ 8000, 8000 ],
			[ Json::at( $draft, 'values', 'amount' ), Json::at( $draft, 'balance', 'due' ) ]
		);
		self::assertSame( [ 'order_failed' ], $this->warnings( $draft ) );
		$this->pay( $order );

		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $order ) );
		self::assertNotSame( 'sepa-1', $this->reload_order( $order->get_id() )->get_transaction_id() );
	}

	public function test_goods_added_after_a_payment_through_a_link_are_paid_by_the_next_link(): void {
		$order = $this->orders->create();
		$this->pay( $order );
		$order = $this->reload_order( $order->get_id() );
		$order->update_status( 'pending' );
		$this->add_fee( $order, 20 );

		$draft = $this->draft( $order );
		self::assertSame(
			[
				'currency' => 'EUR',
				'total'    => 10_000,
				'refunded' => 0,
				'received' => 8000,
				'due'      => 2000,
				'paid'     => false,
			],
			$draft['balance']
		);
		self::assertSame( 2000, Json::at( $draft, 'values', 'amount' ) );
		self::assertSame( [], $this->warnings( $draft ) );
		$link = $this->create_link( $order );
		self::assertSame( [ 2000, 'full', false ], [ $link['amount'], $link['kind'], $link['stale'] ] );
		$this->pay_link( Json::text( $link, 'order_id' ) );

		self::assertSame( 'completed', $this->reload_order( $order->get_id() )->get_status() );
		self::assertSame( [ null, null ], array_column( $this->rows( $order ), 'alert' ) );
	}

	public function test_another_payment_of_an_order_that_needs_payment_gives_a_warning(): void {
		$order = $this->orders->create();
		$order->payment_complete( 'bank-1' );
		$order->update_status( 'pending' );

		$draft = $this->draft( $order );
		self::assertSame( 8000, Json::at( $draft, 'values', 'amount' ) );
		self::assertSame( [ 'other_payment' ], $this->warnings( $draft ) );
	}

	public function test_cash_on_delivery_is_paid_by_a_link_without_a_change_of_status(): void {
		$order = $this->orders->create();
		$order->set_payment_method( 'cod' );
		$order->set_payment_method_title( 'Cash on delivery' );
		$order->update_status( 'processing' );
		$order->set_date_paid( null );
		$order->save();

		$draft = $this->draft( $order );
		self::assertSame( 8000, Json::at( $draft, 'values', 'amount' ) );
		self::assertSame( [ 'collected_later' ], $this->warnings( $draft ) );
		$this->pay( $order );

		$paid = $this->reload_order( $order->get_id() );
		self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ) );
		self::assertNotNull( $paid->get_date_paid() );
		self::assertSame(
			[ WooCommerceOrderPaymentUpdater::METHOD, 'iDEAL', 'cod' ],
			[
				$paid->get_payment_method(),
				$paid->get_payment_method_title(),
				$paid->get_meta( WooCommerceOrderPaymentUpdater::FORMER_METHOD_META ),
			]
		);
		self::assertSame( [ 'order_paid' ], $this->warnings( $this->draft( $order ) ) );
	}

	public function test_a_payment_of_an_order_that_staff_marked_as_paid_is_recorded_without_an_alert(): void {
		$order = $this->orders->create();
		$id    = Json::text( $this->create_link( $order ), 'order_id' );
		$order->update_status( 'completed' );
		$this->pay_link( $id );

		$paid = $this->reload_order( $order->get_id() );
		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $order ) );
		self::assertSame( $this->rows( $order )[0]['transaction_id'], $paid->get_transaction_id() );
		self::assertSame( 1, $this->count_notes( $order, 'The order was already marked as paid' ) );
	}

	public function test_a_custom_status_gives_a_warning_and_an_alert_that_can_be_accepted(): void {
		RandomOrder::register_statuses();
		$order = $this->orders->create();
		$order->update_status( 'quote-sent' );

		self::assertSame( [ 'status_not_payable' ], $this->warnings( $this->draft( $order ) ) );
		$this->pay( $order );
		self::assertSame( [ 'quote-sent', 'completed', 'order_status' ], $this->outcome( $order ) );

		$response = $this->acknowledge( $order, [ 'accept_payment' => true ] );
		self::assertNull( Json::at( $response, 'alert' ) );
		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $order ) );
		$paid = $this->reload_order( $order->get_id() );
		self::assertSame( $this->rows( $order )[0]['transaction_id'], $paid->get_transaction_id() );
	}

	public function test_a_partial_payment_reduces_the_amount_due_and_the_rest_completes_the_order(): void {
		$order = $this->orders->create();
		$link  = $this->create_link( $order, [ 'kind' => 'partial', 'amount' => 3000 ] );
		self::assertSame( [ 'partial', false ], [ $link['kind'], $link['stale'] ] );
		$this->pay_link( Json::text( $link, 'order_id' ) );

		self::assertSame( 'pending', $this->reload_order( $order->get_id() )->get_status() );
		self::assertSame( 1, $this->count_notes( $order, 'The order still has 50.00 EUR due' ) );
		$draft = $this->draft( $order );
		self::assertSame(
			[ 5000, 'full' ],
			[ Json::at( $draft, 'values', 'amount' ), Json::at( $draft, 'values', 'kind' ) ]
		);

		$this->pay_link( Json::text( $this->create_link( $order ), 'order_id' ) );
		self::assertSame( 'completed', $this->reload_order( $order->get_id() )->get_status() );
		self::assertSame( 2, $this->count_notes( $order, 'has been paid' ) );
	}

	public function test_a_link_is_stale_only_if_the_order_changed_and_the_amount_is_wrong(): void {
		$order   = $this->orders->create();
		$partial = Json::number( $this->create_link( $order, [ 'amount' => 3000 ] ), 'id' );
		$full    = Json::number( $this->create_link( $order ), 'id' );
		self::assertSame( [ false, false ], [ $this->is_stale( $partial ), $this->is_stale( $full ) ] );

		$this->add_fee( $order, 20 );
		self::assertSame( [ false, true ], [ $this->is_stale( $partial ), $this->is_stale( $full ) ] );

		$order->set_total( '25' );
		$order->save();
		self::assertSame( [ true, true ], [ $this->is_stale( $partial ), $this->is_stale( $full ) ] );
	}

	public function test_a_full_link_must_ask_for_the_amount_due(): void {
		$order = $this->orders->create();

		$this->assert_invalid( $this->post_link( $order, [ 'kind' => 'full', 'amount' => 3000 ] ), 'amount' );
		$this->assert_invalid( $this->post_link( $order, [ 'kind' => 'partial', 'amount' => 0 ] ), 'amount' );
		self::assertSame( 400, $this->post_link( $order, [ 'kind' => 'half' ] )->get_status() );
	}

	public function test_a_deposit_is_the_amount_of_the_first_link(): void {
		$this->save_settings( [ 'deposit' => '25%' ] );
		$order = $this->orders->create();

		self::assertSame( 2000, Json::at( $this->draft( $order ), 'values', 'amount' ) );
		$link = $this->create_link( $order );
		self::assertSame( [ 2000, 'partial' ], [ $link['amount'], $link['kind'] ] );
		self::assertSame( 8000, Json::at( $this->draft( $order ), 'values', 'amount' ) );

		$full = $this->create_link( $this->orders->create(), [ 'kind' => 'full' ] );
		self::assertSame( [ 8000, 'full' ], [ $full['amount'], $full['kind'] ] );

		$this->save_settings( [ 'deposit' => '100.00' ] );
		self::assertSame( 8000, Json::at( $this->draft( $this->orders->create() ), 'values', 'amount' ) );
	}

	public function test_the_draft_of_a_duplicate_has_the_kind_of_its_amount(): void {
		$order = $this->orders->create();
		$id    = Json::number( $this->create_link( $order, [ 'amount' => 3000 ] ), 'id' );

		$values = Json::object( $this->json( $this->rest( 'GET', "/links/$id/draft" ) ), 'values' );
		self::assertSame( [ 3000, 'partial' ], [ $values['amount'], $values['kind'] ] );
	}

	public function test_an_amount_above_the_amount_due_that_staff_confirmed_raises_no_alert(): void {
		$order = $this->orders->create();
		$link  = $this->create_link( $order, [ 'amount' => 9000, 'confirm_amount' => true ] );
		$this->pay_link( Json::text( $link, 'order_id' ) );

		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $order ) );
	}

	#[DataProvider( 'decimals' )]
	public function test_a_total_with_more_decimals_than_the_currency_is_rounded_half_up(
		string $currency,
		float $total,
		int $due,
	): void {
		update_option( 'woocommerce_price_num_decimals', 4 );
		$order = $this->orders->create( [ [ 'Tea', 1, $total ] ], $currency );

		$draft = $this->draft( $order );
		self::assertSame( $due, Json::at( $draft, 'values', 'amount' ) );
		self::assertSame( [ 'amount_rounded' ], $this->warnings( $draft ) );
		$this->pay( $order );
		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $order ) );
	}

	/**
	 * @return array<string, array{string, float, int}>
	 */
	public static function decimals(): array {
		return [
			'euro, down' => [ 'EUR', 10.1234, 1012 ],
			'euro, half' => [ 'EUR', 10.125, 1013 ],
			'yen, half'  => [ 'JPY', 100.5, 101 ],
		];
	}

	public function test_a_partly_paid_order_is_not_cancelled_as_unpaid(): void {
		$order = $this->orders->create();
		self::assertTrue( apply_filters( 'woocommerce_cancel_unpaid_order', true, $order ) );

		$this->pay_link( Json::text( $this->create_link( $order, [ 'amount' => 2000 ] ), 'order_id' ) );
		self::assertFalse( apply_filters( 'woocommerce_cancel_unpaid_order', true, $order ) );
	}

	public function test_a_payment_while_the_order_is_in_the_trash_is_applied_when_it_is_restored(): void {
		$order = $this->orders->create();
		$id    = Json::text( $this->create_link( $order ), 'order_id' );
		$this->reload_order( $order->get_id() )->delete();
		$this->pay_link( $id );
		self::assertSame( [ 'trash', 'completed', 'order_trashed' ], $this->outcome( $order ) );

		$this->reload_order( $order->get_id() )->untrash();
		$this->run_sync( $order );

		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $order ) );
		self::assertSame( 1, $this->count_notes( $order, "Payment link $id has been paid" ) );
	}

	public function test_accepting_the_payment_of_an_order_in_the_trash_restores_it(): void {
		$order = $this->orders->create();
		$id    = Json::text( $this->create_link( $order ), 'order_id' );
		$this->reload_order( $order->get_id() )->delete();
		$this->pay_link( $id );

		$this->acknowledge( $order, [ 'accept_payment' => true ] );

		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $order ) );
	}

	public function test_refreshing_applies_a_payment_after_the_order_was_reopened(): void {
		$order = $this->orders->create();
		$id    = Json::text( $this->create_link( $order ), 'order_id' );
		$order->update_status( 'cancelled' );
		$this->pay_link( $id );
		self::assertSame( [ 'cancelled', 'completed', 'order_cancelled' ], $this->outcome( $order ) );

		$this->reload_order( $order->get_id() )->update_status( 'pending' );
		self::assertSame( 200, $this->rest( 'POST', "/links/{$this->rows( $order )[0]['id']}/refresh" )->get_status() );

		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $order ) );
	}

	public function test_an_acknowledged_alert_keeps_its_note_and_is_not_raised_again(): void {
		$order = $this->orders->create();
		$id    = Json::text( $this->create_link( $order ), 'order_id' );
		$this->pay_link( $id );
		$this->emulator->simulate( $id, 'pay', [ 'force' => true, 'method' => 'PAYPAL' ] );
		$this->send_notification( $id );
		self::assertSame( [ 'completed', 'completed', 'second_payment' ], $this->outcome( $order ) );

		$this->acknowledge( $order, [ 'note' => 'Refunded by Sam.' ] );
		$this->send_notification( $id );

		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $order ) );
		self::assertSame( 1, $this->count_notes( $order, 'Refunded by Sam.' ) );
		$events = Json::object(
			$this->json( $this->rest( 'GET', "/links/{$this->rows( $order )[0]['id']}" ) ),
			'events'
		);
		self::assertContains( 'Refunded by Sam.', array_column( $events, 'detail' ) );
	}

	public function test_acknowledging_needs_an_alert_that_can_be_accepted(): void {
		$order   = $this->orders->create();
		$link_id = Json::number( $this->create_link( $order ), 'id' );

		$this->assert_error( 409, 'no_alert', $this->rest( 'POST', "/links/$link_id/acknowledge" ) );
		$this->pay_link( (string) $this->rows( $order )[0]['order_id'] );
		$this->emulator->simulate( (string) $this->rows( $order )[0]['order_id'], 'pay', [ 'force' => true ] );
		$this->send_notification( (string) $this->rows( $order )[0]['order_id'] );
		$this->assert_invalid(
			$this->rest( 'POST', "/links/$link_id/acknowledge", [ 'accept_payment' => true ] ),
			'accept_payment'
		);
		self::assertSame( 'second_payment', $this->rows( $order )[0]['alert'] );
		self::assertSame( 404, $this->rest( 'POST', '/links/999999/acknowledge' )->get_status() );
	}

	public function test_a_cancelled_link_names_the_link_that_was_paid_instead(): void {
		$order = $this->orders->create();
		$other = Json::number( $this->create_link( $order ), 'id' );
		$paid  = Json::text( $this->create_link( $order ), 'order_id' );
		$this->pay_link( $paid );
		do_action( PaymentsModule::CANCEL_ORDER_LINKS, $order->get_id(), time(), 0 );

		$events = Json::object( $this->json( $this->rest( 'GET', "/links/$other" ) ), 'events' );
		self::assertContains( "Cancelled: link $paid was paid instead.", array_column( $events, 'message' ) );
		self::assertSame( 1, $this->count_notes( $order, "because link $paid was paid" ) );
	}

	/**
	 * @return array<mixed>
	 */
	private function draft( WC_Order $order ): array {
		return $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/draft" ) );
	}

	/**
	 * @param array<mixed> $draft
	 * @return list<mixed> Codes of the warnings about the order.
	 */
	private function warnings( array $draft ): array {
		return array_values( array_filter(
			array_column( Json::object( $draft, 'warnings' ), 'code' ),
			static fn ( mixed $code ): bool => ! in_array(
				$code,
				[ 'hold_stock', 'open_link', 'plain_permalinks', 'plain_http' ],
				true
			)
		) );
	}

	/**
	 * Creates a link for the amount due and pays it.
	 */
	private function pay( WC_Order $order ): void {
		$this->pay_link( Json::text( $this->create_link( $order ), 'order_id' ) );
	}

	private function pay_link( string $order_id ): void {
		$this->emulator->simulate( $order_id, 'pay', [ 'method' => 'IDEAL' ] );
		$this->send_notification( $order_id );
	}

	/**
	 * @param array<string, mixed> $body
	 * @return array<mixed>
	 */
	private function acknowledge( WC_Order $order, array $body ): array {
		$response = $this->rest( 'POST', "/links/{$this->rows( $order )[0]['id']}/acknowledge", $body );
		self::assertSame( 200, $response->get_status() );

		return $this->json( $response );
	}

	private function is_stale( int $link_id ): bool {
		return true === $this->json( $this->rest( 'GET', "/links/$link_id" ) )['stale'];
	}

	private function run_sync( WC_Order $order ): void {
		do_action( PaymentsModule::SYNC_ORDER, (int) $this->rows( $order )[0]['id'] );
	}

	private function add_fee( WC_Order $order, float $amount ): void {
		$fee = new WC_Order_Item_Fee();
		$fee->set_name( 'Extra goods' );
		$fee->set_total( (string) $amount );
		$order->add_item( $fee );
		$order->calculate_totals( false );
		$order->save();
	}

	/**
	 * @param array<string, mixed> $changes
	 */
	private function save_settings( array $changes ): void {
		$settings = get_option( 'multisafepay_payment_links_settings' );
		update_option( 'multisafepay_payment_links_settings', $changes + (array) $settings );
	}
}
