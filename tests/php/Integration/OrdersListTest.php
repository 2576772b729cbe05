<?php
/**
 * The orders list.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Admin\OrdersList;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Browser;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;
use WP_User;

#[CoversClass( OrdersList::class )]
#[Group( 'needs-real-woocommerce' )]
#[Group( 'storage' )]
final class OrdersListTest extends HttpTestCase {

	use LinkSteps;

	private const CAPABILITY = 'multisafepay_manage_payment_links';

	protected function tearDown(): void {
		$this->sam()->remove_cap( self::CAPABILITY );
		parent::tearDown();
	}

	public function test_a_row_shows_how_the_newest_link_stands_and_copies_it(): void {
		$order = $this->orders->make();
		$none  = $this->orders->make();
		$url   = Json::text( $this->made_link( $order ), 'payment_url' );

		$html = $this->page();

		self::assertStringContainsString( 'Active', $this->row( $html, $order ) );
		self::assertStringContainsString( 'data-url="' . esc_url( $url ) . '"', $this->row( $html, $order ) );
		self::assertStringContainsString( 'No payment link', $this->row( $html, $none ) );
		self::assertTrue( str_contains( $html, 'multisafepay-payment-links/build/orders-list.js' ) );
	}

	public function test_an_alarm_of_an_older_link_is_shown(): void {
		$order = $this->orders->make();
		$older = Json::number( $this->made_link( $order ), 'id' );
		$this->made_link( $order );
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . "multisafepay_payment_links SET alarm = 'second_payment' WHERE id = $older" );

		self::assertStringContainsString( 'Check this payment', $this->row( $this->page(), $order ) );
		self::assertSame( [ $order->get_id() ], $this->shown( $this->page( 'alarm' ) ) );
	}

	public function test_a_link_for_which_another_amount_was_paid_is_not_offered_as_open(): void {
		$order = $this->orders->make();
		$id    = Json::number( $this->made_link( $order ), 'id' );
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . "multisafepay_payment_links SET alarm = 'amount_mismatch' WHERE id = $id" );

		$row = $this->row( $this->page(), $order );
		self::assertStringContainsString( 'Paid, check amount', $row );
		self::assertStringNotContainsString( 'Active', $row );
		self::assertStringNotContainsString( 'data-url', $row );
	}

	public function test_a_creation_that_failed_is_no_link(): void {
		$order = $this->orders->make();
		$id    = Json::number( $this->made_link( $order ), 'id' );
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . "multisafepay_payment_links SET status = 'failed' WHERE id = $id" );

		self::assertStringContainsString( 'No payment link', $this->row( $this->page(), $order ) );
		self::assertContains( $order->get_id(), $this->shown( $this->page( 'none' ) ) );
	}

	#[DataProvider( 'filters' )]
	public function test_the_filter_finds( string $filter, string $columns ): void {
		$wanted = $this->orders->make();
		$other  = $this->orders->make();
		$id     = Json::number( $this->made_link( $wanted ), 'id' );
		if ( $filter === 'open' ) {
			$this->orders->make();
		} else {
			$this->made_link( $other );
		}
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . "multisafepay_payment_links SET $columns WHERE id = $id" );

		$html = $this->page( $filter );

		self::assertSame( [ $wanted->get_id() ], $this->shown( $html ) );
		self::assertStringContainsString( '1 item', $html, 'Pages are counted with the filter.' );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function filters(): array {
		return [
			'open links'               => [ 'open', 'number = number' ],
			'links that soon end'      => [ 'expiring', 'expires_at = UTC_TIMESTAMP() + INTERVAL 47 HOUR' ],
			'links that have ended'    => [ 'expired', "status = 'expired'" ],
			'links whose time is over' => [ 'expired', 'expires_at = UTC_TIMESTAMP() - INTERVAL 1 HOUR' ],
			'paid links'               => [ 'paid', "status = 'completed'" ],
		];
	}

	public function test_an_unknown_filter_filters_nothing(): void {
		$order = $this->orders->make();

		self::assertContains( $order->get_id(), $this->shown( $this->page( 'nonsense' ) ) );
	}

	public function test_without_the_capability_the_list_is_woocommerces_own(): void {
		$this->orders->make();
		$this->sam()->add_cap( self::CAPABILITY, false );

		$html = $this->page();

		self::assertFalse( str_contains( $html, 'msp_payment_link' ) );
		self::assertFalse( str_contains( $html, 'build/orders-list' ) );
	}

	private function address( string $filter = '' ): string {
		$page = get_option( 'woocommerce_custom_orders_table_enabled' ) === 'yes' ? 'admin.php?page=wc-orders' : 'edit.php?post_type=shop_order';
		return admin_url( $page . ( $filter === '' ? '' : '&msp_payment_link=' . rawurlencode( $filter ) ) );
	}

	private function page( string $filter = '' ): string {
		$answer = ( new Browser( 'sam' ) )->send( 'GET', $this->address( $filter ) );
		self::assertSame( 200, $answer->status );
		return $answer->body;
	}

	private function row( string $html, WC_Order $order ): string {
		self::assertSame( 1, preg_match( '/<tr id="(?:order|post)-' . $order->get_id() . '".*?<\/tr>/s', $html, $found ) );
		self::assertSame( 1, preg_match( '/<td class=.msp_payment_link[^>]*>(.*?)<\/td>/s', $found[0] ?? '', $cell ) );
		return $cell[1] ?? '';
	}

	/**
	 * @return list<int>
	 */
	private function shown( string $html ): array {
		preg_match_all( '/<tr id="(?:order|post)-(\d+)"/', $html, $found );
		return array_map( intval( ... ), $found[1] );
	}

	private function sam(): WP_User {
		$sam = get_user_by( 'login', 'sam' );
		self::assertInstanceOf( WP_User::class, $sam );
		return $sam;
	}
}
