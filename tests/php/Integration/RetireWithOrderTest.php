<?php
/**
 * Links end with their order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JobSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
use MultiSafepay\PaymentLinks\WooCommerce\OrderWatch;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

#[CoversClass( OrderWatch::class )]
#[Group( 'needs-real-woocommerce' )]
final class RetireWithOrderTest extends IntegrationTestCase {

	use LinkSteps;
	use JobSteps;

	private const RETIRE = ActionHooks::RETIRE_ORDER;

	private WC_Order $order;

	private int $id = 0;

	private int $order_id = 0;

	protected function setUp(): void {
		parent::setUp();
		as_unschedule_all_actions( '', [], ActionHooks::GROUP );
		$this->order = $this->orders->make();
		$this->order_id = $this->order->get_id();
		$this->id       = Json::number( $this->made_link( $this->order ), 'id' );
	}

	#[DataProvider( 'ends' )]
	#[Group( 'storage' )]
	public function test_an_open_link_is_retired_when_its_order_ends( string $end, string $state, string $note ): void {
		$asked = count( $this->emulator->requests() );

		match ( $end ) {
			'trash'  => $this->order->delete(),
			'delete' => $this->order->delete( true ),
			default  => $this->order->update_status( $end ),
		};

		self::assertCount( $asked, $this->emulator->requests(), 'Saving an order never waits for MultiSafepay.' );
		self::assertSame( [ "PL-{$this->id_of_order()}-1" ], $this->payable() );
		self::assertGreaterThanOrEqual( 1, $this->run_waiting( self::RETIRE ) );
		self::assertSame( [], $this->payable() );
		self::assertSame( [ "1 cancelled $state" ], $this->states( $this->id_of_order() ) );
		self::assertSame( [], $this->waiting( self::RETIRE ) );
		if ( $note !== '' ) {
			self::assertCount( 1, $this->notes_like( "/^Payment link PL-{$this->id_of_order()}-1 retired.*$note/" ) );
		}
	}

	/**
	 * @return array<string, array{string, string, string}>
	 */
	public static function ends(): array {
		return [
			'paid another way' => [ 'processing', 'retired_order_paid', 'paid another way' ],
			'completed'        => [ 'completed', 'retired_order_paid', 'paid another way' ],
			'cancelled'        => [ 'cancelled', 'retired_order_cancelled', 'cancelled' ],
			'refunded'         => [ 'refunded', 'retired_order_refunded', 'refunded' ],
			'in the trash'     => [ 'trash', 'retired_order_gone', 'trash' ],
			'deleted'          => [ 'delete', 'retired_order_gone', '' ],
		];
	}

	#[DataProvider( 'goes_on' )]
	public function test_a_link_stays_while_its_order_may_still_be_paid( string $status ): void {
		$this->order->update_status( $status );

		self::assertSame( [], $this->waiting( self::RETIRE ) );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function goes_on(): array {
		return [
			'on hold' => [ 'on-hold' ],
			'failed'  => [ 'failed' ],
		];
	}

	public function test_the_link_that_paid_the_order_is_paid_and_only_the_others_are_retired(): void {
		$this->made_link( $this->order );
		$this->emulator->act( "PL-{$this->id_of_order()}-1", 'pay' );
		$this->rest( 'POST', "/links/{$this->id}/refresh" );
		$this->fresh_order( $this->id_of_order() )->update_status( 'processing' );

		$this->run_waiting( self::RETIRE );

		self::assertSame( [ '1 completed provider_status', '2 cancelled retired_order_paid' ], $this->states( $this->order ) );
	}

	public function test_a_payment_that_nobody_told_us_of_yet_is_found_and_not_thrown_away(): void {
		$this->emulator->act( "PL-{$this->id_of_order()}-1", 'pay' );
		$this->order->update_status( 'cancelled' );

		$this->run_waiting( self::RETIRE );

		self::assertSame( [ '1 completed provider_status' ], $this->states( $this->order ) );
		self::assertSame( [], $this->notes_like( '/retired/' ) );
	}

	public function test_a_second_link_for_a_paid_order_outlives_its_shipping(): void {
		$this->order->update_status( 'processing' );
		$this->run_waiting( self::RETIRE );
		$more = $this->made_link( $this->order, [ 'amount' => 500, 'confirm_paid' => true ] );

		$this->fresh_order( $this->id_of_order() )->update_status( 'completed' );

		self::assertSame( [], $this->waiting( self::RETIRE ) );
		self::assertSame( [ $more['order_id'] ], $this->payable() );
	}

	public function test_a_link_made_after_the_end_is_meant(): void {
		$this->order->update_status( 'cancelled' );
		$again = $this->made_link( $this->order, [ 'amount' => 8000, 'confirm_paid' => true ] );
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . 'multisafepay_payment_links SET created_at = UTC_TIMESTAMP() + INTERVAL 5 SECOND WHERE id = ' . Json::number( $again, 'id' ) );

		$this->run_waiting( self::RETIRE );

		self::assertSame( [ $again['order_id'] ], $this->payable() );
	}

	public function test_an_order_that_was_opened_again_keeps_its_link(): void {
		$this->order->update_status( 'cancelled' );
		$this->order->update_status( 'pending' );

		$this->run_waiting( self::RETIRE );

		self::assertSame( [ '1 active created' ], $this->states( $this->order ) );
	}

	public function test_it_is_tried_again_ever_more_slowly_and_staff_read_of_it_once(): void {
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 0 );
		$this->order->update_status( 'cancelled' );
		$delays = [];
		for ( $n = 0; $n < 4; $n++ ) {
			$this->run_waiting( self::RETIRE );
			$next     = as_next_scheduled_action( self::RETIRE, null, ActionHooks::GROUP );
			$delays[] = is_int( $next ) ? (int) round( ( $next - time() ) / 60 ) : 0;
		}

		self::assertSame( [ 1, 2, 4, 8 ], $delays );
		self::assertCount( 1, $this->notes_like( '/could not be retired yet/' ) );
		$this->emulator->control( 'DELETE', 'faults' );
		$this->run_waiting( self::RETIRE );
		self::assertSame( [], $this->payable() );
		self::assertSame( [], $this->waiting( self::RETIRE ) );
	}

	public function test_a_link_that_was_being_made_when_the_order_ended_is_retired_when_it_is_there(): void {
		$table = Db::wpdb()->prefix . 'multisafepay_payment_links';
		Db::query( "UPDATE $table SET status = 'creating', changed_at = UTC_TIMESTAMP() WHERE id = {$this->id}" );
		$this->order->update_status( 'cancelled' );
		$this->run_waiting( self::RETIRE );
		self::assertCount( 1, $this->waiting( self::RETIRE ) );

		Db::query( "UPDATE $table SET status = 'active' WHERE id = {$this->id}" );
		$this->run_waiting( self::RETIRE );

		self::assertSame( [ '1 cancelled retired_order_cancelled' ], $this->states( $this->order ) );
	}

	public function test_without_its_key_a_link_cannot_be_retired_and_staff_are_told_what_to_do(): void {
		$this->store_key( 'another-key-0123456789' );
		delete_option( 'multisafepay_payment_links_former_keys' );
		$this->order->update_status( 'cancelled' );

		$this->run_waiting( self::RETIRE );

		self::assertSame( [], $this->waiting( self::RETIRE ) );
		self::assertCount( 1, $this->notes_like( '/Cancel it in the MultiSafepay dashboard/' ) );
	}

	public function test_a_setting_turns_it_off(): void {
		$this->set( [ 'auto_retire' => false ] );

		$this->order->update_status( 'cancelled' );

		self::assertSame( [], $this->waiting( self::RETIRE ) );
	}

	public function test_an_order_without_links_costs_one_query_and_schedules_nothing(): void {
		$order = $this->orders->make();
		add_filter(
			'query',
			static function ( string $query ) use ( &$ours ): string {
				$ours = ( $ours ?? 0 ) + ( str_contains( $query, 'multisafepay' ) ? 1 : 0 );
				return $query;
			}
		);

		$order->update_status( 'processing' );

		self::assertSame( 1, $ours );
		self::assertSame( [], $this->waiting( self::RETIRE ) );
	}

	public function test_an_order_is_saved_also_when_our_table_is_broken(): void {
		add_filter( 'query', static fn ( string $query ): string => str_contains( $query, 'multisafepay_payment_links' ) ? 'SELECT broken' : $query );
		$shown = Db::wpdb()->suppress_errors( true );

		$this->order->update_status( 'cancelled' );

		Db::wpdb()->suppress_errors( $shown );
		self::assertSame( 'cancelled', $this->fresh_order( $this->id_of_order() )->get_status() );
	}

	/**
	 * @param array<string, bool> $settings What is set.
	 */
	#[DataProvider( 'holds' )]
	public function test_an_unpaid_order_outlives_the_hold_on_its_stock_only_with_an_open_link_and_where_the_shop_wants_it( array $settings, bool $is_open, bool $is_cancelled ): void {
		$this->set( $settings );
		if ( ! $is_open ) {
			$this->rest( 'POST', "/links/{$this->id}/retire" );
		}

		self::assertSame( $is_cancelled, apply_filters( 'woocommerce_cancel_unpaid_order', true, $this->order ) );
		self::assertFalse( apply_filters( 'woocommerce_cancel_unpaid_order', false, $this->order ), 'What others keep stays.' );
	}

	/**
	 * @return array<string, array{array<string, bool>, bool, bool}>
	 */
	public static function holds(): array {
		return [
			'as it comes'              => [ [], true, true ],
			'kept with an open link'   => [ [ 'keep_held_orders' => true ], true, false ],
			'not kept without a link'  => [ [ 'keep_held_orders' => true ], false, true ],
		];
	}

	/**
	 * @param array<string, bool> $settings What changes.
	 */
	private function set( array $settings ): void {
		$stored = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $stored );
		update_option( 'multisafepay_payment_links_settings', $settings + $stored, false );
	}

	/**
	 * @return list<string> Notes of the order.
	 */
	private function notes_like( string $pattern ): array {
		return array_values( array_filter( $this->notes( $this->id_of_order() ), static fn ( string $note ): bool => preg_match( $pattern, $note ) === 1 ) );
	}

	private function id_of_order(): int {
		// WooCommerce takes the id from an order that it deletes.
		return $this->order_id;
	}
}
