<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Depends;
use PHPUnit\Framework\Attributes\Group;
use WC_Coupon;
use WC_Product;
use WC_Product_Factory;
use WP_REST_Request;

#[CoversNothing]
#[Group( 'storage' )]
final class SmokeTest extends IntegrationTestCase {

	public function test_shop_and_plugin_are_loaded(): void {
		self::assertTrue( is_plugin_active( 'woocommerce/woocommerce.php' ) );
		// Routes are registered by the first request.
		rest_do_request( new WP_REST_Request( 'GET', '/' ) );
		self::assertArrayHasKey( self::API, rest_get_server()->get_routes() );
		self::assertSame( 'local', wp_get_environment_type() );
	}

	public function test_seeded_products_and_the_coupon_are_found(): void {
		$shirt = wc_get_product( wc_get_product_id_by_sku( 'shirt-l' ) );

		self::assertInstanceOf( WC_Product::class, $shirt );
		self::assertSame( 'Tulip shirt - L', $shirt->get_name() );
		self::assertSame( 'variable', WC_Product_Factory::get_product_type( $shirt->get_parent_id() ) );
		self::assertSame( '10', ( new WC_Coupon( 'spring10' ) )->get_amount() );
	}

	public function test_order_is_created_in_the_transaction(): int {
		$order = $this->orders->create(
			[ [ 'Vase', 2, 50.0 ] ],
			'EUR',
			'on-hold',
			[ 'country' => 'BE' ],
			[ 'Wrapping' => 2.5 ],
			4.95
		);

		$reloaded = $this->reload_order( $order->get_id() );

		self::assertSame( '57.45', $reloaded->get_total() );
		self::assertSame( 'on-hold', $reloaded->get_status() );
		self::assertSame( 'BE', $reloaded->get_billing_country() );
		return $order->get_id();
	}

	#[Depends( 'test_order_is_created_in_the_transaction' )]
	public function test_order_of_another_test_is_rolled_back( int $id ): void {
		self::assertFalse( wc_get_order( $id ) );
	}

	public function test_commit_inside_a_test_is_rolled_back(): string {
		Db::query( 'START TRANSACTION' );
		update_option( 'smoke_committed', 'yes' );
		Db::query( 'COMMIT' );
		Db::query( 'START TRANSACTION' );
		update_option( 'smoke_rolled_back', 'yes' );
		Db::query( 'ROLLBACK' );
		wp_cache_flush();

		self::assertSame( 'yes', get_option( 'smoke_committed' ) );
		self::assertFalse( get_option( 'smoke_rolled_back' ) );
		return 'smoke_committed';
	}

	#[Depends( 'test_commit_inside_a_test_is_rolled_back' )]
	public function test_option_of_another_test_is_rolled_back( string $option ): void {
		self::assertFalse( get_option( $option ) );
	}

	public function test_filter_can_be_added_by_a_test(): string {
		add_filter( 'smoke_filter', '__return_true' );

		self::assertTrue( has_filter( 'smoke_filter' ) );
		return 'smoke_filter';
	}

	#[Depends( 'test_filter_can_be_added_by_a_test' )]
	public function test_filter_of_another_test_is_removed( string $filter ): void {
		self::assertFalse( has_filter( $filter ) );
	}
}
