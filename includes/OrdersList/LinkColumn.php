<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\OrdersList;

use MultiSafepay\PaymentLinks\Links\Application\LinkQueries;
use MultiSafepay\PaymentLinks\Links\Domain\NewestLink;
use WC_Order;
use WP_Post;
use WP_Query;

/**
 * Column with the newest link of each order, both with HPOS and with post-based orders. One query reads the links of
 * all orders on the page when the first cell is printed.
 */
final class LinkColumn {

	private const COLUMN = 'msp_payment_link';

	/**
	 * IDs of orders on the page whose links are not loaded yet.
	 *
	 * @var list<int>
	 */
	private array $pending_ids = [];

	/**
	 * @var array<int, NewestLink|null> By order ID; null for an order without a link.
	 */
	private array $loaded = [];

	public function __construct(
		private readonly LinkQueries $queries,
		private readonly LinkCell $cell,
	) {}

	/**
	 * Adds the column after the order status.
	 */
	public function add_column( mixed $columns ): mixed {
		if ( ! is_array( $columns ) ) {
			return $columns;
		}

		$position = array_search( 'order_status', array_keys( $columns ), true );
		$position = false === $position ? count( $columns ) : (int) $position + 1;

		return array_slice( $columns, 0, $position, true )
			+ [ self::COLUMN => OrdersListMessages::column() ]
			+ array_slice( $columns, $position, null, true );
	}

	/**
	 * Records the orders on the page (HPOS).
	 *
	 * @param mixed $results Result of an order query; returned unchanged.
	 */
	public function expect_orders( mixed $results, mixed $arguments ): mixed {
		if (
			is_array( $arguments )
			&& isset( $arguments[ LinkFilterField::QUERY_MARKER ] )
			&& is_object( $results )
			&& is_array( $results->orders ?? null )
		) {
			foreach ( $results->orders as $order ) {
				if ( $order instanceof WC_Order ) {
					$this->pending_ids[] = $order->get_id();
				}
			}
		}

		return $results;
	}

	/**
	 * Records the orders on the page (post-based orders).
	 */
	public function expect_posts( mixed $posts, mixed $query ): mixed {
		if ( is_array( $posts ) && $query instanceof WP_Query && $query->is_main_query() ) {
			foreach ( $posts as $post ) {
				if ( $post instanceof WP_Post && 'shop_order' === $post->post_type ) {
					$this->pending_ids[] = $post->ID;
				}
			}
		}

		return $posts;
	}

	/**
	 * @param mixed $order The order, or the post ID of a post-based order.
	 */
	public function print_cell( mixed $column, mixed $order ): void {
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

	private function newest( int $wc_order_id ): ?NewestLink {
		if ( ! array_key_exists( $wc_order_id, $this->loaded ) ) {
			$ids               = array_values( array_unique( [ ...$this->pending_ids, $wc_order_id ] ) );
			$this->loaded     += $this->queries->newest_of_orders( $ids ) + array_fill_keys( $ids, null );
			$this->pending_ids = [];
		}

		return $this->loaded[ $wc_order_id ] ?? null;
	}
}
