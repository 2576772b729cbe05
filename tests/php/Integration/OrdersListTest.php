<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\OrdersList\OrdersListModule;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Browser;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;
use WP_User;

#[CoversClass( OrdersListModule::class )]
#[Group( 'needs-real-woocommerce' )]
#[Group( 'storage' )]
final class OrdersListTest extends HttpTestCase {

	use LinkSteps;

	private const CAPABILITY = 'multisafepay_manage_payment_links';

	protected function tearDown(): void {
		$this->sam()->remove_cap( self::CAPABILITY );
		parent::tearDown();
	}

	public function test_a_row_shows_the_status_of_the_newest_link_and_a_copy_button(): void {
		$order              = $this->orders->create();
		$order_without_link = $this->orders->create();
		$url                = Json::text( $this->create_link( $order ), 'payment_url' );

		$html = $this->page_html();

		self::assertStringContainsString( 'Active', $this->cell_html( $html, $order ) );
		self::assertStringContainsString( 'data-url="' . esc_url( $url ) . '"', $this->cell_html( $html, $order ) );
		self::assertStringContainsString( 'No payment link', $this->cell_html( $html, $order_without_link ) );
		self::assertTrue( str_contains( $html, 'multisafepay-payment-links/build/orders-list.js' ) );
	}

	public function test_an_alert_of_an_older_link_is_shown(): void {
		$order = $this->orders->create();
		$older = Json::number( $this->create_link( $order ), 'id' );
		$this->create_link( $order );
		Db::query(
			'UPDATE ' . Db::wpdb()->prefix . "multisafepay_payment_links SET alert = 'second_payment' WHERE id = $older"
		);

		self::assertStringContainsString( 'Check this payment', $this->cell_html( $this->page_html(), $order ) );
		self::assertSame( [ $order->get_id() ], $this->order_ids( $this->page_html( 'alert' ) ) );
	}

	public function test_a_link_with_an_amount_mismatch_is_not_shown_as_open(): void {
		$order = $this->orders->create();
		$id    = Json::number( $this->create_link( $order ), 'id' );
		Db::query(
			'UPDATE ' . Db::wpdb()->prefix . "multisafepay_payment_links SET alert = 'amount_mismatch' WHERE id = $id"
		);

		$row = $this->cell_html( $this->page_html(), $order );
		self::assertStringContainsString( 'Paid, check amount', $row );
		self::assertStringNotContainsString( 'Active', $row );
		self::assertStringNotContainsString( 'data-url', $row );
	}

	public function test_a_failed_creation_is_not_shown_as_a_link(): void {
		$order = $this->orders->create();
		$id    = Json::number( $this->create_link( $order ), 'id' );
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . "multisafepay_payment_links SET status = 'failed' WHERE id = $id" );

		self::assertStringContainsString( 'No payment link', $this->cell_html( $this->page_html(), $order ) );
		self::assertContains( $order->get_id(), $this->order_ids( $this->page_html( 'none' ) ) );
	}

	#[DataProvider( 'filters' )]
	public function test_a_filter_finds_the_matching_orders( string $filter, string $columns ): void {
		$matching = $this->orders->create();
		$other    = $this->orders->create();
		$id       = Json::number( $this->create_link( $matching ), 'id' );
		if ( $filter === 'open' ) {
			$this->orders->create();
		} else {
			$this->create_link( $other );
		}
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . "multisafepay_payment_links SET $columns WHERE id = $id" );

		$html = $this->page_html( $filter );

		self::assertSame( [ $matching->get_id() ], $this->order_ids( $html ) );
		self::assertStringContainsString( '1 item', $html, 'The number of items includes the filter.' );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function filters(): array {
		return [
			'open links'              => [ 'open', 'number = number' ],
			'links that expire soon'  => [ 'expiring', 'expires_at = UTC_TIMESTAMP() + INTERVAL 47 HOUR' ],
			'expired links'           => [ 'expired', "status = 'expired'" ],
			'links past their expiry' => [ 'expired', 'expires_at = UTC_TIMESTAMP() - INTERVAL 1 HOUR' ],
			'paid links'              => [ 'paid', "status = 'completed'" ],
		];
	}

	public function test_an_unknown_filter_is_ignored(): void {
		$order = $this->orders->create();

		self::assertContains( $order->get_id(), $this->order_ids( $this->page_html( 'nonsense' ) ) );
	}

	public function test_without_the_capability_the_list_is_unchanged(): void {
		$this->orders->create();
		$this->sam()->add_cap( self::CAPABILITY, false );

		$html = $this->page_html();

		self::assertFalse( str_contains( $html, 'msp_payment_link' ) );
		self::assertFalse( str_contains( $html, 'build/orders-list' ) );
	}

	private function list_url( string $filter = '' ): string {
		$page = get_option( 'woocommerce_custom_orders_table_enabled' ) === 'yes'
			? 'admin.php?page=wc-orders'
			: 'edit.php?post_type=shop_order';
		return admin_url( $page . ( $filter === '' ? '' : '&msp_payment_link=' . rawurlencode( $filter ) ) );
	}

	private function page_html( string $filter = '' ): string {
		$response = ( new Browser( 'sam' ) )->send( 'GET', $this->list_url( $filter ) );
		self::assertSame( 200, $response->status );
		return $response->body;
	}

	private function cell_html( string $html, WC_Order $order ): string {
		self::assertSame(
			1,
			preg_match( '/<tr id="(?:order|post)-' . $order->get_id() . '".*?<\/tr>/s', $html, $found )
		);
		self::assertSame( 1, preg_match( '/<td class=.msp_payment_link[^>]*>(.*?)<\/td>/s', $found[0] ?? '', $cell ) );
		return $cell[1];
	}

	/**
	 * @return list<int>
	 */
	private function order_ids( string $html ): array {
		preg_match_all( '/<tr id="(?:order|post)-(\d+)"/', $html, $found );
		return array_map( intval( ... ), $found[1] );
	}

	private function sam(): WP_User {
		$sam = get_user_by( 'login', 'sam' );
		self::assertInstanceOf( WP_User::class, $sam );
		return $sam;
	}
}
