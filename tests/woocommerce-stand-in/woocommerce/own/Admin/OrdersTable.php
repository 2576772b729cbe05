<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin;

use WC_Order;
use WP_List_Table;

require_once ABSPATH . 'wp-admin/includes/class-wp-list-table.php';

final class OrdersTable extends WP_List_Table {

	public function __construct() {
		parent::__construct( [ 'singular' => 'order', 'plural' => 'orders', 'ajax' => false, 'screen' => wc_get_page_screen_id( 'shop-order' ) ] );
	}

	/**
	 * WordPress passes these columns to the filter manage_{screen}_columns, where plugins add their columns.
	 *
	 * @return array<string, string>
	 */
	public function get_columns(): array {
		return apply_filters(
			'woocommerce_shop_order_list_table_columns',
			[ 'cb' => '<input type="checkbox" />', 'order_number' => 'Order', 'order_date' => 'Date', 'order_status' => 'Status', 'order_total' => 'Total' ]
		);
	}

	public function prepare_items(): void {
		// phpcs:disable WordPress.Security.NonceVerification -- The list only reads data.
		$status = isset( $_GET['status'] ) && $_GET['status'] !== 'all' ? [ sanitize_key( $_GET['status'] ) ] : [];
		$search = sanitize_text_field( wp_unslash( $_GET['s'] ?? '' ) );
		// phpcs:enable
		$args = apply_filters(
			'woocommerce_shop_order_list_table_prepare_items_query_args',
			[ 'type' => 'shop_order', 'limit' => 20, 'page' => $this->get_pagenum(), 'paginate' => true, 'status' => $status, 'orderby' => 'date' ] + ( $search === '' ? [] : ( is_email( $search ) ? [ 'billing_email' => $search ] : [ 'post__in' => [ absint( $search ) ] ] ) )
		);
		$result = wc_get_orders( $args );

		$this->items = $result->orders;
		$this->set_pagination_args( [ 'total_items' => $result->total, 'per_page' => 20 ] );
		$this->_column_headers = [ get_column_headers( $this->screen ), get_hidden_columns( $this->screen ), [], 'order_number' ];
	}

	public function handle_bulk_action(): void {
		$action = $this->current_action();
		$ids    = array_map( 'absint', (array) ( $_REQUEST['id'] ?? [] ) );
		if ( ! is_string( $action ) || $ids === [] ) {
			return;
		}
		check_admin_referer( 'bulk-orders' );
		$return_url    = remove_query_arg( [ 'action', 'action2', 'id', '_wpnonce', '_wp_http_referer' ], wp_get_referer() !== false ? wp_get_referer() : admin_url( 'admin.php?page=wc-orders' ) );
		$changed_count = 0;
		foreach ( array_filter( array_map( 'wc_get_order', $ids ) ) as $order ) {
			if ( ! current_user_can( 'edit_shop_order', $order->get_id() ) ) {
				continue;
			}
			if ( str_starts_with( $action, 'mark_' ) && wc_is_order_status( 'wc-' . substr( $action, 5 ) ) ) {
				$order->update_status( substr( $action, 5 ), 'Order status changed by bulk edit.', true );
				++$changed_count;
			} elseif ( $action === 'trash' ) {
				$order->delete();
				++$changed_count;
			}
		}
		$redirect_url = $changed_count === 0 ? apply_filters( 'handle_bulk_actions-' . $this->screen->id, $return_url, $action, $ids ) : $return_url; // phpcs:ignore WordPress.NamingConventions.ValidHookName
		wp_safe_redirect( $changed_count === 0 ? $redirect_url : add_query_arg( [ 'bulk_action' => $action, 'changed' => $changed_count ], $return_url ) );
		exit;
	}

	public function no_items(): void {
		echo 'No orders found.';
	}

	/**
	 * @param WC_Order $item
	 */
	public function single_row( $item ): void {
		printf( '<tr id="order-%d" class="order-%d type-shop_order status-%s">', (int) $item->get_id(), (int) $item->get_id(), esc_attr( $item->get_status() ) );
		$this->single_row_columns( $item );
		echo '</tr>';
	}

	/**
	 * @param WC_Order $item
	 */
	public function column_cb( $item ): string {
		return sprintf( '<input id="cb-select-%1$d" type="checkbox" name="id[]" value="%1$d" />', (int) $item->get_id() );
	}

	/**
	 * @param WC_Order $item
	 * @param string   $column_name
	 */
	public function column_default( $item, $column_name ): void {
		OrderCell::render( $column_name, $item );
		do_action( 'woocommerce_shop_order_list_table_custom_column', $column_name, $item );
		do_action( "manage_{$this->screen->id}_custom_column", $column_name, $item );
	}

	/**
	 * @return array<string, string>
	 */
	protected function get_bulk_actions(): array {
		return [ 'mark_processing' => 'Change status to processing', 'mark_on-hold' => 'Change status to on-hold', 'mark_completed' => 'Change status to completed', 'mark_cancelled' => 'Change status to cancelled', 'trash' => 'Move to Trash' ];
	}

	/**
	 * @return array<string, string>
	 */
	protected function get_views(): array {
		$views = [ 'all' => '<a href="' . esc_url( admin_url( 'admin.php?page=wc-orders' ) ) . '">All</a>' ];
		foreach ( array_filter( (array) wp_count_posts( 'shop_order' ) ) as $status => $count ) {
			if ( wc_is_order_status( $status ) ) {
				$views[ $status ] = sprintf( '<a href="%s">%s <span class="count">(%d)</span></a>', esc_url( admin_url( "admin.php?page=wc-orders&status=$status" ) ), esc_html( wc_get_order_status_name( $status ) ), (int) $count );
			}
		}
		return $views;
	}

	/**
	 * @param string $which
	 */
	protected function extra_tablenav( $which ): void {
		if ( $which === 'top' ) {
			ob_start();
			do_action( 'woocommerce_order_list_table_restrict_manage_orders', 'shop_order', $which );
			$filters = (string) ob_get_clean();
			if ( $filters !== '' ) {
				echo '<div class="alignleft actions">' . $filters; // phpcs:ignore WordPress.Security.EscapeOutput -- Each plugin escapes its output.
				submit_button( 'Filter', '', 'filter_action', false, [ 'id' => 'order-query-submit' ] );
				echo '</div>';
			}
		}
		do_action( 'woocommerce_order_list_table_extra_tablenav', 'shop_order', $which );
	}
}
