<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\OrdersList\LinkColumn;
use MultiSafepay\PaymentLinks\OrdersList\LinkFilterField;
use MultiSafepay\PaymentLinks\OrdersList\OrdersListModule;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WP_Query;

#[CoversClass( LinkColumn::class )]
#[Group( 'needs-real-woocommerce' )]
#[Group( 'storage' )]
final class OrdersListQueriesTest extends IntegrationTestCase {

	use LinkSteps;

	private const SCREEN = 'edit-shop_order';

	#[DataProvider( 'sizes' )]
	public function test_the_links_of_a_page_need_one_query( int $orders ): void {
		$ids = [];
		for ( $i = 0; $i < $orders; $i++ ) {
			$ids[] = $this->orders->create()->get_id();
		}
		$order_with_link = $ids[0] ?? 0;
		$this->create_link( $this->reload_order( $order_with_link ) );
		$this->login_as( 'sam' );
		( new OrdersListModule( Plugin::container() ) )->add_hooks();
		set_current_screen( self::SCREEN );
		$this->list_orders( $orders );
		// Load the options for time formats, which are read once per request.
		wp_load_alloptions();

		$before = (int) Db::wpdb()->num_queries;
		ob_start();
		foreach ( $ids as $id ) {
			do_action( 'manage_' . self::SCREEN . '_custom_column', 'msp_payment_link', $id );
		}
		$cells = (string) ob_get_clean();

		self::assertSame( 1, (int) Db::wpdb()->num_queries - $before );
		self::assertSame(
			[ 1, $orders - 1 ],
			[ substr_count( $cells, 'Active' ), substr_count( $cells, 'No payment link' ) ]
		);
	}

	/**
	 * @return array<string, array{int}>
	 */
	public static function sizes(): array {
		return [
			'20 orders'  => [ 20 ],
			'100 orders' => [ 100 ],
		];
	}

	/**
	 * Runs the query of the orders list for the current order storage.
	 */
	private function list_orders( int $limit ): void {
		if ( get_option( 'woocommerce_custom_orders_table_enabled' ) === 'yes' ) {
			wc_get_orders( [ 'limit' => $limit, 'paginate' => true, LinkFilterField::QUERY_MARKER => true ] );

			return;
		}

		$query = $GLOBALS['wp_the_query'];
		self::assertInstanceOf( WP_Query::class, $query );
		$query->query( [ 'post_type' => 'shop_order', 'post_status' => 'any', 'posts_per_page' => $limit ] );
	}
}
