<?php
/**
 * What a payment does to its order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\StockedOrders;
use MultiSafepay\PaymentLinks\WooCommerce\OrderFollower;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;
use WC_Order_Item_Product;

/**
 * Each behaviour that was measured in a real shop with the official plugin, in the same order, and what ours does.
 */
#[CoversClass( OrderFollower::class )]
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
			// WooCommerce hooks its mails once a process; the test before this one took them away again.
			$mailer->init();
		}
		add_filter(
			'pre_wp_mail',
			function ( mixed $done ): bool {
				++$this->mails;
				return $done !== false;
			}
		);
	}

	#[Group( 'storage' )]
	public function test_a_payment_completes_the_order_with_its_transaction_and_method(): void {
		[ $order, $id ] = $this->order_with_link();
		$this->emulator->act( $id, 'pay', [ 'method' => 'BANKTRANS' ] );
		$this->told( $id );

		$paid = $this->fresh_order( $order->get_id() );
		self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ) );
		self::assertMatchesRegularExpression( '/^\d{16}$/', $paid->get_transaction_id() );
		self::assertNotNull( $paid->get_date_paid() );
		self::assertSame( [ OrderFollower::METHOD, 'Payment link (BANKTRANS)' ], [ $paid->get_payment_method(), $paid->get_payment_method_title() ] );
		self::assertSame( 1, $this->count_notes( $order, "Payment link $id has been paid: 80.00 EUR. (BANKTRANS, transaction {$paid->get_transaction_id()})" ) );
		self::assertSame( [ StockedOrders::STOCK - 1, 2 ], [ $this->shop->stock(), $this->mails ] );
	}

	public function test_the_same_again_changes_nothing(): void {
		[ $order, $id ] = $this->paid();
		$notes          = $this->notes( $order );
		$this->told( $id );

		self::assertSame( [ $notes, StockedOrders::STOCK - 1, 2 ], [ $this->notes( $order ), $this->shop->stock(), $this->mails ] );
	}

	public function test_a_second_payment_through_the_link_is_shown(): void {
		[ $order, $id ] = $this->paid();
		$first          = $this->fresh_order( $order->get_id() )->get_transaction_id();
		$this->emulator->act( $id, 'pay', [ 'force' => true, 'method' => 'PAYPAL' ] );
		$this->told( $id );
		$this->told( $id );

		self::assertSame( [ 'processing', 'completed', 'second_payment' ], $this->outcome( $order ) );
		self::assertSame( $first, $this->fresh_order( $order->get_id() )->get_transaction_id() );
		self::assertSame( 1, $this->count_notes( $order, 'second payment' ) );
		self::assertSame( 'second_payment', $this->alarm_in_panel( $order ) );
	}

	#[DataProvider( 'late_words' )]
	public function test_a_late_word_never_sets_a_paid_order_back( string $word, string $by ): void {
		[ $order, $id ] = match ( $by ) {
			'the link' => $this->paid(),
			default    => $this->order_with_link( 'bacs' ),
		};
		if ( $by !== 'the link' ) {
			$order->update_status( $by );
		}
		[ $status, $stock, $mails, $notes ] = [ $this->fresh_order( $order->get_id() )->get_status(), $this->shop->stock(), $this->mails, count( $this->notes( $order ) ) ];
		// Even where the provider itself should say so when asked.
		$this->provider_says( [ 'status' => $word, 'financial_status' => $word ] );
		$this->told( $id, [ 'status' => $word ] );

		self::assertSame( [ $status, $stock, $mails, $notes ], [ $this->fresh_order( $order->get_id() )->get_status(), $this->shop->stock(), $this->mails, count( $this->notes( $order ) ) ] );
	}

	/**
	 * @return iterable<string, array{string, string}>
	 */
	public static function late_words(): iterable {
		foreach ( [ 'initialized', 'declined', 'expired', 'void', 'cancelled' ] as $word ) {
			foreach ( [ 'the link', 'processing', 'completed', 'on-hold', 'pending', 'refunded' ] as $by ) {
				yield "$word, order by $by" => [ $word, $by ];
			}
		}
	}

	/**
	 * @param array<string, mixed> $payment How it differs.
	 */
	#[DataProvider( 'wrong_payments' )]
	public function test_a_wrong_payment_is_never_silently_processed( array $payment, string $alarm, string $note ): void {
		[ $order, $id ] = $this->order_with_link();
		$this->emulator->act( $id, 'pay', $payment );
		$this->told( $id );
		$this->told( $id );

		self::assertSame( [ 'on-hold', 'active', $alarm ], $this->outcome( $order ) );
		self::assertSame( 1, $this->count_notes( $order, $note ) );
		self::assertNull( $this->fresh_order( $order->get_id() )->get_date_paid() );
		self::assertSame( $alarm, $this->alarm_in_panel( $order ) );
	}

	/**
	 * @return array<string, array{array<string, mixed>, string, string}>
	 */
	public static function wrong_payments(): array {
		return [
			'one cent'         => [ [ 'amount' => 1 ], 'amount_mismatch', 'ATTENTION: 0.01 EUR has been paid through link' ],
			'too much'         => [ [ 'amount' => 8001 ], 'amount_mismatch', 'ATTENTION: 80.01 EUR has been paid' ],
			'another currency' => [ [ 'currency' => 'USD' ], 'currency_mismatch', 'ATTENTION: 80.00 USD has been paid' ],
		];
	}

	public function test_an_order_that_was_edited_after_its_link_is_not_completed_by_it(): void {
		[ $order, $id ] = $this->order_with_link();
		foreach ( $order->get_items() as $item ) {
			self::assertInstanceOf( WC_Order_Item_Product::class, $item );
			$item->set_total( '60' );
			$item->save();
		}
		$order->calculate_totals( false );
		$order->save();
		$this->emulator->act( $id, 'pay' );
		$this->told( $id );

		self::assertSame( [ 'on-hold', 'completed', 'amount_mismatch' ], $this->outcome( $order ) );
		self::assertSame( 1, $this->count_notes( $order, 'that is not what the order owes' ) );
	}

	#[DataProvider( 'ways_to_be_closed' )]
	public function test_a_payment_for_a_closed_order_is_kept_and_shown( string $how, string $status, string $alarm, string $note ): void {
		[ $order, $id ] = $this->order_with_link( 'bacs' );
		match ( $how ) {
			// Another object: the one that is deleted forgets its id.
			'trashed' => $this->fresh_order( $order->get_id() )->delete(),
			default   => $order->update_status( $how ),
		};
		$stock = $this->shop->stock();
		$mails = $this->mails;
		$this->emulator->act( $id, 'pay' );
		$this->told( $id );
		$this->told( $id );

		self::assertSame( [ $status, 'completed', $alarm ], $this->outcome( $order ) );
		self::assertSame( 1, $this->count_notes( $order, $note ) );
		self::assertSame( [ $stock, $mails ], [ $this->shop->stock(), $this->mails ] );
		self::assertSame( 'Title of bacs', $this->fresh_order( $order->get_id() )->get_payment_method_title() );
	}

	/**
	 * @return array<string, array{string, string, string, string}>
	 */
	public static function ways_to_be_closed(): array {
		return [
			'cancelled'    => [ 'cancelled', 'cancelled', 'order_closed', 'after the order was cancelled or refunded' ],
			'refunded'     => [ 'refunded', 'refunded', 'order_closed', 'after the order was cancelled or refunded' ],
			'trashed'      => [ 'trashed', 'trash', 'order_gone', 'while the order was in the trash' ],
			'paid by bank' => [ 'processing', 'processing', 'second_payment', 'ATTENTION: second payment.' ],
			'shipped'      => [ 'completed', 'completed', 'second_payment', 'ATTENTION: second payment.' ],
		];
	}

	public function test_a_payment_for_a_deleted_order_is_kept(): void {
		[ $order, $id ] = $this->order_with_link();
		$order_id       = $order->get_id();
		$order->delete( true );
		$this->emulator->act( $id, 'pay' );
		$this->told( $id );

		self::assertSame( [ 'completed', 'order_gone' ], [ $this->rows( $order_id )[0]['status'], $this->rows( $order_id )[0]['alarm'] ] );
	}

	public function test_refunds_and_chargebacks_reach_link_and_notes_and_leave_the_order_to_people(): void {
		[ $order, $id ] = $this->paid();
		$this->emulator->act( $id, 'refund', [ 'amount' => 1000 ] );
		$this->told( $id, [ 'status' => 'partial_refunded' ] );
		$this->emulator->act( $id, 'refund', [ 'amount' => 500 ] );
		$this->told( $id, [ 'status' => 'partial_refunded' ] );
		self::assertSame( [ 'processing', 'partial_refunded', null ], $this->outcome( $order ) );
		self::assertSame( [ 1, 1 ], [ $this->count_notes( $order, 'refunded 10.00 EUR in all' ), $this->count_notes( $order, 'refunded 15.00 EUR in all' ) ] );

		$this->provider_says( [ 'status' => 'chargedback' ] );
		$this->told( $id, [ 'status' => 'chargedback' ] );
		self::assertSame( [ 'processing', 'chargeback', 'chargeback' ], $this->outcome( $order ) );
		self::assertSame( 1, $this->count_notes( $order, 'took back the payment' ) );
		self::assertSame( [], $this->fresh_order( $order->get_id() )->get_refunds() );
	}

	public function test_money_under_review_holds_the_order_and_keeps_its_method(): void {
		[ $order, $id ] = $this->order_with_link( 'bacs' );
		$this->emulator->act( $id, 'hold', [ 'method' => 'VISA' ] );
		$this->told( $id, [ 'status' => 'uncleared' ] );
		self::assertSame( [ 'on-hold', 'uncleared', null ], $this->outcome( $order ) );
		self::assertSame( [ 1, 'bacs' ], [ $this->count_notes( $order, 'for review' ), $this->fresh_order( $order->get_id() )->get_payment_method() ] );

		$this->emulator->act( $id, 'capture' );
		$this->told( $id );
		self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ) );
		self::assertSame( StockedOrders::STOCK - 1, $this->shop->stock() );
	}

	public function test_a_decline_leaves_order_and_link_payable(): void {
		[ $order, $id ] = $this->order_with_link();
		$this->emulator->act( $id, 'decline' );
		$this->told( $id, [ 'status' => 'declined' ] );
		self::assertSame( [ 'pending', 'declined', null ], $this->outcome( $order ) );

		$this->emulator->act( $id, 'pay' );
		$this->told( $id );
		self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ) );
	}

	public function test_parts_complete_the_order_when_they_cover_it(): void {
		$order  = $this->shop->make();
		$first  = Json::text( $this->made_link( $order, [ 'amount' => 3000 ] ), 'order_id' );
		$second = Json::text( $this->made_link( $order, [ 'amount' => 5000 ] ), 'order_id' );
		$this->emulator->act( $first, 'pay' );
		$this->told( $first );
		self::assertSame( 'pending', $this->fresh_order( $order->get_id() )->get_status() );
		self::assertSame( 1, $this->count_notes( $order, 'The order still owes 50.00 EUR' ) );

		$this->emulator->act( $second, 'pay' );
		$this->told( $second );
		self::assertSame( 'processing', $this->fresh_order( $order->get_id() )->get_status() );
		self::assertSame( [ null, null ], array_column( $this->rows( $order ), 'alarm' ) );
	}

	public function test_a_payment_that_staff_find_by_refreshing_pays_the_order_as_well(): void {
		[ $order, $id ] = $this->order_with_link();
		$this->emulator->act( $id, 'pay' );
		$link_id = (int) $this->rows( $order )[0]['id'];

		self::assertSame( 200, $this->rest( 'POST', "/links/$link_id/refresh" )->get_status() );
		$this->told( $id );

		self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ) );
		self::assertSame( [ 1, StockedOrders::STOCK - 1, 2 ], [ $this->count_notes( $order, 'has been paid' ), $this->shop->stock(), $this->mails ] );
	}

	public function test_an_order_that_another_process_paid_is_read_past_this_process_s_memory(): void {
		[ $order, $id ] = $this->order_with_link( 'bacs' );
		wc_get_order( $order->get_id() );
		// What another process wrote, without a word to this one.
		$this->pay_behind_our_back( $order );
		$this->emulator->act( $id, 'pay' );
		$this->told( $id );

		self::assertSame( [ 'processing', 'completed', 'second_payment' ], $this->outcome( $order ) );
	}

	private function pay_behind_our_back( WC_Order $order ): void {
		$prefix = Support\Db::wpdb()->prefix;
		Support\Db::query( "UPDATE {$prefix}wc_orders SET status = 'wc-processing' WHERE id = {$order->get_id()}" );
		Support\Db::query( "UPDATE {$prefix}posts SET post_status = 'wc-processing' WHERE ID = {$order->get_id()} AND post_type = 'shop_order'" );
	}

	private function alarm_in_panel( WC_Order $order ): string {
		return Json::text( $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/links" ) ), 0, 'alarm', 'code' );
	}

	/**
	 * @return array{WC_Order, string} The order, and the link's order ID.
	 */
	private function order_with_link( string $method = '' ): array {
		$order = $this->shop->make( $method );
		return [ $order, Json::text( $this->made_link( $order ), 'order_id' ) ];
	}

	/**
	 * @return array{WC_Order, string} The order, paid through its link.
	 */
	private function paid(): array {
		[ $order, $id ] = $this->order_with_link();
		$this->emulator->act( $id, 'pay' );
		$this->told( $id );
		self::assertSame( [ 'processing', 'completed', null ], $this->outcome( $order ) );
		return [ $order, $id ];
	}
}
