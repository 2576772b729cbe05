<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\OrdersList;

use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Links\Domain\LinkFilter;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Shared\Rest\Permissions;
use MultiSafepay\PaymentLinks\Shared\WordPress\ScriptAssets;
use WP_Screen;

/**
 * Adds a column, a filter and bulk actions to WooCommerce's orders list, both with HPOS and with post-based orders.
 */
final class OrdersListModule implements Module {

	public function __construct( private readonly Container $container ) {}

	public static function bindings(): array {
		return [];
	}

	public function add_hooks(): void {
		add_action(
			'current_screen',
			fn ( mixed $screen ) => $screen instanceof WP_Screen && self::is_orders_list( $screen )
				? $this->add_list_hooks( $screen->id )
				: null
		);
	}

	public function routes(): array {
		return [];
	}

	private function add_list_hooks( string $screen_id ): void {
		if ( ! $this->container->get( Permissions::class )->can_manage_links() ) {
			return;
		}

		add_action( 'admin_enqueue_scripts', $this->enqueue( ... ) );
		$this->add_column_hooks( $screen_id, $this->container->get( LinkColumn::class ) );
		$this->add_filter_hooks( $this->container->get( LinkFilterField::class ) );
		$this->add_bulk_hooks( $screen_id, $this->container->get( BulkActions::class ) );
	}

	private function enqueue(): void {
		foreach ( [ 'orders-list', 'batches' ] as $entry ) {
			$this->container->get( ScriptAssets::class )->enqueue( $entry );
		}
	}

	private function add_column_hooks( string $screen_id, LinkColumn $column ): void {
		add_filter( "manage_{$screen_id}_columns", $column->add_column( ... ), 20 );
		add_action( "manage_{$screen_id}_custom_column", $column->print_cell( ... ), 10, 2 );
		add_action( 'manage_shop_order_posts_custom_column', $column->print_cell( ... ), 10, 2 );
		add_filter( 'woocommerce_order_query', $column->expect_orders( ... ), 10, 2 );
		add_filter( 'the_posts', $column->expect_posts( ... ), 10, 2 );
	}

	private function add_filter_hooks( LinkFilterField $field ): void {
		add_action(
			'woocommerce_order_list_table_restrict_manage_orders',
			static fn ( mixed $type ) => 'shop_order' === $type ? $field->print() : null
		);
		add_action(
			'restrict_manage_posts',
			static fn ( mixed $type ) => 'shop_order' === $type ? $field->print() : null
		);
		add_filter( 'woocommerce_shop_order_list_table_prepare_items_query_args', $field->mark_query( ... ) );

		$filter = $field->selected();
		if ( $filter instanceof LinkFilter ) {
			add_filter(
				'woocommerce_orders_table_query_clauses',
				static fn ( mixed $clauses, mixed $query, mixed $arguments ): mixed => $field->filter_order_tables(
					$clauses,
					$arguments,
					$filter
				),
				10,
				3
			);
			add_filter( 'posts_where', static fn ( mixed $where ): mixed => $field->filter_posts( $where, $filter ) );
			add_filter( 'woocommerce_order_query', $field->count_filtered( ... ), 10, 2 );
		}
	}

	private function add_bulk_hooks( string $screen_id, BulkActions $actions ): void {
		add_filter( "bulk_actions-{$screen_id}", $actions->add( ... ), 20 );
		add_action( 'admin_footer', $actions->print_node( ... ) );
	}

	/**
	 * Whether a screen is the list of orders, not the screen of one order.
	 */
	private static function is_orders_list( WP_Screen $screen ): bool {
		if ( 'edit-shop_order' === $screen->id ) {
			return true;
		}

		// phpcs:ignore WordPress.Security -- The value is only compared.
		$is_one_order = in_array( $_GET['action'] ?? '', [ 'edit', 'new' ], true );

		return wc_get_page_screen_id( 'shop-order' ) === $screen->id && 'shop_order' !== $screen->id && ! $is_one_order;
	}
}
