<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Payments\PaymentsModule;
use MultiSafepay\PaymentLinks\Payments\WooCommerce\OrderEndListener;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JobSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use RuntimeException;
use WC_Order;

#[CoversClass( OrderEndListener::class )]
#[Group( 'needs-real-woocommerce' )]
final class CancelWithOrderTest extends IntegrationTestCase {

	use LinkSteps;
	use JobSteps;

	private const CANCEL = PaymentsModule::CANCEL_ORDER_LINKS;

	private WC_Order $order;

	private int $link_id = 0;

	private int $wc_order_id = 0;

	protected function setUp(): void {
		parent::setUp();
		as_unschedule_all_actions( '', [], Scheduler::GROUP );
		$this->order = $this->orders->create();
		$this->wc_order_id = $this->order->get_id();
		$this->link_id       = Json::number( $this->create_link( $this->order ), 'id' );
	}

	#[DataProvider( 'order_ends' )]
	#[Group( 'storage' )]
	public function test_an_open_link_is_cancelled_when_its_order_ends(
		string $event,
		string $reason,
		string $note,
	): void {
		$request_count = count( $this->emulator->requests() );

		match ( $event ) {
			'trash'  => $this->order->delete(),
			'delete' => $this->order->delete( true ),
			default  => $this->order->update_status( $event ),
		};

		self::assertCount(
			$request_count,
			$this->emulator->requests(),
			'Saving an order does not send requests to MultiSafepay.'
		);
		self::assertSame( [ "PL-{$this->wc_order_id()}-1" ], $this->payable() );
		self::assertGreaterThanOrEqual( 1, $this->run_pending_actions( self::CANCEL ) );
		self::assertSame( [], $this->payable() );
		self::assertSame( [ "1 cancelled $reason" ], $this->link_statuses( $this->wc_order_id() ) );
		self::assertSame( [], $this->pending_actions( self::CANCEL ) );
		if ( $note !== '' ) {
			self::assertCount( 1, $this->notes_like( "/^Payment link PL-{$this->wc_order_id()}-1 cancelled.*$note/" ) );
		}
	}

	/**
	 * @return array<string, array{string, string, string}>
	 */
	public static function order_ends(): array {
		return [
			'paid another way' => [ 'processing', 'cancelled_order_paid', 'paid another way' ],
			'completed'        => [ 'completed', 'cancelled_order_paid', 'paid another way' ],
			'cancelled'        => [ 'cancelled', 'cancelled_order_cancelled', 'cancelled' ],
			'refunded'         => [ 'refunded', 'cancelled_order_refunded', 'refunded' ],
			'in the trash'     => [ 'trash', 'cancelled_order_gone', 'trash' ],
			'deleted'          => [ 'delete', 'cancelled_order_gone', '' ],
		];
	}

	#[DataProvider( 'open_order_statuses' )]
	public function test_a_link_stays_open_while_its_order_can_be_paid( string $status ): void {
		$this->order->update_status( $status );

		self::assertSame( [], $this->pending_actions( self::CANCEL ) );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function open_order_statuses(): array {
		return [
			'on hold' => [ 'on-hold' ],
			'failed'  => [ 'failed' ],
		];
	}

	public function test_only_the_unpaid_links_of_a_paid_order_are_cancelled(): void {
		$this->create_link( $this->order );
		$this->emulator->simulate( "PL-{$this->wc_order_id()}-1", 'pay' );
		$this->rest( 'POST', "/links/{$this->link_id}/refresh" );
		$this->reload_order( $this->wc_order_id() )->update_status( 'processing' );

		$this->run_pending_actions( self::CANCEL );

		self::assertSame(
			[ '1 completed provider_status', '2 cancelled cancelled_order_paid' ],
			$this->link_statuses( $this->order )
		);
	}

	public function test_a_payment_without_a_notification_is_found_and_kept(): void {
		$this->emulator->simulate( "PL-{$this->wc_order_id()}-1", 'pay' );
		$this->order->update_status( 'cancelled' );

		$this->run_pending_actions( self::CANCEL );

		self::assertSame( [ '1 completed provider_status' ], $this->link_statuses( $this->order ) );
		self::assertSame( [], $this->notes_like( '/^Payment link \S+ cancelled/' ) );
	}

	public function test_a_second_link_for_a_paid_order_stays_open_when_the_order_is_completed(): void {
		$this->order->update_status( 'processing' );
		$this->run_pending_actions( self::CANCEL );
		$second_link = $this->create_link( $this->order, [ 'amount' => 500, 'confirm_amount' => true ] );

		$this->reload_order( $this->wc_order_id() )->update_status( 'completed' );

		self::assertSame( [], $this->pending_actions( self::CANCEL ) );
		self::assertSame( [ $second_link['order_id'] ], $this->payable() );
	}

	public function test_a_link_created_after_the_order_ended_stays_open(): void {
		$this->order->update_status( 'cancelled' );
		$later_link = $this->create_link( $this->order, [ 'amount' => 8000, 'confirm_amount' => true ] );
		Db::query(
			'UPDATE '
				. Db::wpdb()->prefix
				. 'multisafepay_payment_links SET created_at = UTC_TIMESTAMP() + INTERVAL 5 SECOND WHERE id = '
				. Json::number( $later_link, 'id' )
		);

		$this->run_pending_actions( self::CANCEL );

		self::assertSame( [ $later_link['order_id'] ], $this->payable() );
	}

	public function test_a_reopened_order_keeps_its_link(): void {
		$this->order->update_status( 'cancelled' );
		$this->order->update_status( 'pending' );

		$this->run_pending_actions( self::CANCEL );

		self::assertSame( [ '1 active created' ], $this->link_statuses( $this->order ) );
	}

	public function test_cancelling_is_retried_at_growing_intervals_and_noted_once(): void {
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 0 );
		$this->order->update_status( 'cancelled' );
		$delays = [];
		for ( $n = 0; $n < 4; $n++ ) {
			$this->run_pending_actions( self::CANCEL );
			$next     = as_next_scheduled_action( self::CANCEL, null, Scheduler::GROUP );
			$delays[] = is_int( $next ) ? (int) round( ( $next - time() ) / 60 ) : 0;
		}

		self::assertSame( [ 1, 2, 4, 8 ], $delays );
		self::assertCount( 1, $this->notes_like( '/could not be cancelled yet/' ) );
		$this->emulator->control( 'DELETE', 'faults' );
		$this->run_pending_actions( self::CANCEL );
		self::assertSame( [], $this->payable() );
		self::assertSame( [], $this->pending_actions( self::CANCEL ) );
	}

	#[DataProvider( 'collections' )]
	#[Group( 'storage' )]
	public function test_the_links_of_an_order_with_cash_on_delivery_are_cancelled_when_it_is_paid(
		bool $is_paid_by_link,
	): void {
		// Loads the gateway, which delays the payment date.
		WC()->payment_gateways();
		$this->order->set_payment_method( 'cod' );
		$this->order->update_status( 'processing' );
		$this->run_pending_actions( self::CANCEL );
		$second_link = $this->create_link( $this->order );
		self::assertCount( 2, $this->payable(), 'The order is not paid yet.' );

		if ( $is_paid_by_link ) {
			$this->emulator->simulate( Json::text( $second_link, 'order_id' ), 'pay' );
			$this->rest( 'POST', '/links/' . Json::number( $second_link, 'id' ) . '/refresh' );
		} else {
			$this->reload_order( $this->wc_order_id() )->update_status( 'completed' );
		}
		$this->run_pending_actions( self::CANCEL );

		self::assertSame( [], $this->payable() );
	}

	/**
	 * @return array<string, array{bool}>
	 */
	public static function collections(): array {
		return [
			'through a link' => [ true ],
			'on delivery'    => [ false ],
		];
	}

	public function test_after_a_process_died_the_remaining_links_are_cancelled_by_the_next_attempt(): void {
		$this->create_link( $this->order );
		$this->order->update_status( 'cancelled' );
		$requests = 0;
		$die      = static function ( mixed $response ) use ( &$requests ): mixed {
			++$requests;
			return $requests === 2 ? throw new RuntimeException( 'The process dies.' ) : $response;
		};
		add_filter( 'pre_http_request', $die );

		$this->run_pending_actions( self::CANCEL );

		remove_filter( 'pre_http_request', $die );
		self::assertCount( 1, $this->payable() );
		self::assertCount( 1, $this->pending_actions( self::CANCEL ) );
		$this->run_pending_actions( self::CANCEL );
		self::assertSame( '1 cancelled, 2 cancelled', implode( ', ', array_map(
			static fn ( string $status ): string => str_replace( ' cancelled_order_cancelled', '', $status ),
			$this->link_statuses( $this->order )
		) ) );
		self::assertFalse( as_next_scheduled_action( self::CANCEL, null, Scheduler::GROUP ) );
	}

	public function test_a_link_being_created_when_the_order_ended_is_cancelled_afterwards(): void {
		$table = Db::wpdb()->prefix . 'multisafepay_payment_links';
		Db::query( "UPDATE $table SET status = 'creating', changed_at = UTC_TIMESTAMP() WHERE id = {$this->link_id}" );
		$this->order->update_status( 'cancelled' );
		$this->run_pending_actions( self::CANCEL );
		self::assertCount( 1, $this->pending_actions( self::CANCEL ) );

		Db::query( "UPDATE $table SET status = 'active' WHERE id = {$this->link_id}" );
		$this->run_pending_actions( self::CANCEL );

		self::assertSame( [ '1 cancelled cancelled_order_cancelled' ], $this->link_statuses( $this->order ) );
	}

	public function test_without_its_key_a_link_is_not_cancelled_and_a_note_gives_instructions(): void {
		$this->store_key( 'another-key-0123456789' );
		delete_option( 'multisafepay_payment_links_former_keys' );
		$this->order->update_status( 'cancelled' );

		$this->run_pending_actions( self::CANCEL );

		self::assertSame( [], $this->pending_actions( self::CANCEL ) );
		self::assertCount( 1, $this->notes_like( '/Cancel it in the MultiSafepay dashboard/' ) );
	}

	public function test_cancelling_can_be_disabled(): void {
		$this->update_settings( [ 'auto_cancel' => false ] );

		$this->order->update_status( 'cancelled' );

		self::assertSame( [], $this->pending_actions( self::CANCEL ) );
	}

	public function test_an_order_without_links_needs_one_query_and_schedules_nothing(): void {
		$order = $this->orders->create();
		add_filter(
			'query',
			static function ( string $query ) use ( &$query_count ): string {
				$query_count = ( $query_count ?? 0 ) + ( str_contains( $query, 'multisafepay' ) ? 1 : 0 );
				return $query;
			}
		);

		$order->update_status( 'processing' );

		self::assertSame( 1, $query_count );
		self::assertSame( [], $this->pending_actions( self::CANCEL ) );
	}

	public function test_an_order_is_saved_when_the_links_table_is_broken(): void {
		add_filter(
			'query',
			static fn ( string $query ): string => str_contains( $query, 'multisafepay_payment_links' )
				? 'SELECT broken'
				: $query
		);
		$show_errors = Db::wpdb()->suppress_errors( true );

		$this->order->update_status( 'cancelled' );

		Db::wpdb()->suppress_errors( $show_errors );
		self::assertSame( 'cancelled', $this->reload_order( $this->wc_order_id() )->get_status() );
	}

	/**
	 * @param array<string, bool> $settings Settings to change.
	 */
	#[DataProvider( 'held_orders' )]
	public function test_an_unpaid_order_outlives_its_stock_hold_only_with_an_open_link_and_the_setting(
		array $settings,
		bool $is_open,
		bool $is_cancelled,
	): void {
		$this->update_settings( $settings );
		if ( ! $is_open ) {
			$this->rest( 'POST', "/links/{$this->link_id}/cancel" );
		}

		self::assertSame( $is_cancelled, apply_filters( 'woocommerce_cancel_unpaid_order', true, $this->order ) );
		self::assertFalse(
			apply_filters( 'woocommerce_cancel_unpaid_order', false, $this->order ),
			'An order kept by another plugin stays.'
		);
	}

	/**
	 * @return array<string, array{array<string, bool>, bool, bool}>
	 */
	public static function held_orders(): array {
		return [
			'default'                 => [ [], true, true ],
			'kept with an open link'  => [ [ 'keep_held_orders' => true ], true, false ],
			'not kept without a link' => [ [ 'keep_held_orders' => true ], false, true ],
		];
	}

	/**
	 * @param array<string, bool> $settings Settings to change.
	 */
	private function update_settings( array $settings ): void {
		$stored = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $stored );
		update_option( 'multisafepay_payment_links_settings', $settings + $stored, false );
	}

	/**
	 * @return list<string> Notes of the order.
	 */
	private function notes_like( string $pattern ): array {
		return array_values( array_filter(
			$this->notes( $this->wc_order_id() ),
			static fn ( string $note ): bool => preg_match( $pattern, $note ) === 1
		) );
	}

	private function wc_order_id(): int {
		// WooCommerce resets the ID of a deleted order object.
		return $this->wc_order_id;
	}
}
