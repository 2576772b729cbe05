<?php
/**
 * What the orders list's column costs.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Admin\OrdersListFilter;
use MultiSafepay\PaymentLinks\BulkServices;
use MultiSafepay\PaymentLinks\Storage\NewestLinks;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WP_Query;

use const MultiSafepay\PaymentLinks\PLUGIN_FILE;

#[CoversClass( NewestLinks::class )]
#[Group( 'needs-real-woocommerce' )]
#[Group( 'storage' )]
final class OrdersListQueriesTest extends IntegrationTestCase {

	use LinkSteps;

	private const SCREEN = 'test-orders-list';

	#[DataProvider( 'sizes' )]
	public function test_the_links_of_a_page_cost_one_query( int $orders ): void {
		$ids = [];
		for ( $made = 0; $made < $orders; $made++ ) {
			$ids[] = $this->orders->make()->get_id();
		}
		$linked = $ids[0] ?? 0;
		$this->made_link( $this->fresh_order( $linked ) );
		$this->login_as( 'sam' );
		BulkServices::orders_list( Db::wpdb(), PLUGIN_FILE )->register( self::SCREEN );
		$this->list_orders( $orders );
		// What WordPress formats times with is read once and stays.
		wp_load_alloptions();

		$before = (int) Db::wpdb()->num_queries;
		ob_start();
		foreach ( $ids as $id ) {
			do_action( 'manage_' . self::SCREEN . '_custom_column', 'msp_payment_link', $id );
		}
		$cells = (string) ob_get_clean();

		self::assertSame( 1, (int) Db::wpdb()->num_queries - $before );
		self::assertSame( [ 1, $orders - 1 ], [ substr_count( $cells, 'Active' ), substr_count( $cells, 'No payment link' ) ] );
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
	 * Runs the list's own query, as the storage has it.
	 */
	private function list_orders( int $limit ): void {
		if ( get_option( 'woocommerce_custom_orders_table_enabled' ) === 'yes' ) {
			wc_get_orders( [ 'limit' => $limit, 'paginate' => true, OrdersListFilter::MARK => true ] );

			return;
		}

		$query = $GLOBALS['wp_the_query'];
		self::assertInstanceOf( WP_Query::class, $query );
		$query->query( [ 'post_type' => 'shop_order', 'post_status' => 'any', 'posts_per_page' => $limit ] );
	}
}
