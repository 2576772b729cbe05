<?php
/**
 * The orders list.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Admin;

use MultiSafepay\PaymentLinks\Domain\NewestLink;
use MultiSafepay\PaymentLinks\Rest\RouteGuard;
use MultiSafepay\PaymentLinks\Storage\NewestLinks;
use WC_Order;
use WP_Post;
use WP_Query;

/**
 * A column with the newest link of each order, with HPOS and with orders as posts. All links of a page are read by one
 * query, when the first cell is drawn.
 */
final class OrdersList {

	private const COLUMN = 'msp_payment_link';

	/**
	 * Orders of the page, whose links are not read yet.
	 *
	 * @var list<int>
	 */
	private array $expected = [];

	/**
	 * What has been read.
	 *
	 * @var array<int, NewestLink|null>
	 */
	private array $known = [];

	/**
	 * Takes what fills the cells.
	 */
	public function __construct(
		private readonly RouteGuard $guard,
		private readonly NewestLinks $links,
		private readonly OrdersListCell $cell,
		private readonly OrdersListFilter $filter,
		private readonly OrdersListBulk $bulk,
		private readonly ScriptAssets $assets,
	) {}

	/**
	 * Tells whether a screen is the list of orders, not one of them.
	 *
	 * @param mixed $screen The current screen.
	 */
	public static function is_on( mixed $screen ): bool {
		if ( ! $screen instanceof \WP_Screen ) {
			return false;
		}

		// phpcs:ignore WordPress.Security -- Tells which screen this is: only compared, and nothing changes.
		return 'edit-shop_order' === $screen->id || ( wc_get_page_screen_id( 'shop-order' ) === $screen->id && 'shop_order' !== $screen->id && ! in_array( $_GET['action'] ?? '', [ 'edit', 'new' ], true ) );
	}

	/**
	 * Adds the hooks for the list of this request.
	 *
	 * @param string $screen_id Of the current screen.
	 */
	public function register( string $screen_id ): void {
		if ( ! $this->guard->may_manage_links() ) {
			return;
		}

		add_filter( "manage_{$screen_id}_columns", $this->add_column( ... ), 20 );
		add_action( "manage_{$screen_id}_custom_column", $this->print_cell( ... ), 10, 2 );
		add_action( 'manage_shop_order_posts_custom_column', $this->print_cell( ... ), 10, 2 );
		add_filter( 'woocommerce_order_query', $this->expect_orders( ... ), 10, 2 );
		add_filter( 'the_posts', $this->expect_posts( ... ), 10, 2 );
		add_action( 'admin_enqueue_scripts', fn () => $this->assets->enqueue( 'orders-list' ) );
		$this->filter->register();
		$this->bulk->register( $screen_id );
	}

	/**
	 * Adds the column behind the order's own status.
	 */
	private function add_column( mixed $columns ): mixed {
		if ( ! is_array( $columns ) ) {
			return $columns;
		}

		$place = array_search( 'order_status', array_keys( $columns ), true );
		$place = false === $place ? count( $columns ) : (int) $place + 1;

		return array_slice( $columns, 0, $place, true )
			+ [ self::COLUMN => __( 'Payment link', 'multisafepay-payment-links' ) ]
			+ array_slice( $columns, $place, null, true );
	}

	/**
	 * Notes which orders the page shows.
	 *
	 * @param mixed $results   Of a query of orders; handed through.
	 * @param mixed $arguments Of it.
	 */
	private function expect_orders( mixed $results, mixed $arguments ): mixed {
		if ( is_array( $arguments ) && isset( $arguments[ OrdersListFilter::MARK ] ) && is_object( $results ) && is_array( $results->orders ?? null ) ) {
			foreach ( $results->orders as $order ) {
				if ( $order instanceof WC_Order ) {
					$this->expected[] = $order->get_id();
				}
			}
		}

		return $results;
	}

	/**
	 * Notes which orders the page shows, where they are posts.
	 *
	 * @param mixed $posts Of a query; handed through.
	 * @param mixed $query The query.
	 */
	private function expect_posts( mixed $posts, mixed $query ): mixed {
		if ( is_array( $posts ) && $query instanceof WP_Query && $query->is_main_query() ) {
			foreach ( $posts as $post ) {
				if ( $post instanceof WP_Post && 'shop_order' === $post->post_type ) {
					$this->expected[] = $post->ID;
				}
			}
		}

		return $posts;
	}

	/**
	 * Prints a cell.
	 *
	 * @param mixed $column Its column.
	 * @param mixed $order  The order, or the id of its post.
	 */
	private function print_cell( mixed $column, mixed $order ): void {
		$id = match ( true ) {
			self::COLUMN !== $column    => 0,
			$order instanceof WC_Order  => $order->get_id(),
			is_numeric( $order )        => (int) $order,
			default                     => 0,
		};
		if ( 0 !== $id ) {
			$this->cell->print( $this->newest( $id ) );
		}
	}

	/**
	 * Returns the newest link of an order.
	 */
	private function newest( int $wc_order_id ): ?NewestLink {
		if ( ! array_key_exists( $wc_order_id, $this->known ) ) {
			$ids            = array_values( array_unique( [ ...$this->expected, $wc_order_id ] ) );
			$this->known   += $this->links->of_orders( $ids ) + array_fill_keys( $ids, null );
			$this->expected = [];
		}

		return $this->known[ $wc_order_id ] ?? null;
	}
}
