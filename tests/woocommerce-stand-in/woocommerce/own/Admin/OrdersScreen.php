<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin;

use WC_Order;

final class OrdersScreen {

	private ?OrdersTable $table = null;

	private ?OrderEditor $editor = null;

	/**
	 * Selects the screen before output starts, because bulk actions and saving redirect.
	 */
	public function load(): void {
		// phpcs:disable WordPress.Security.NonceVerification -- Only selects the screen; each action checks its nonce.
		$action = isset( $_GET['action'] ) && is_string( $_GET['action'] ) ? $_GET['action'] : '';
		$id     = absint( $_GET['id'] ?? 0 );
		// phpcs:enable
		if ( $action === 'new' ) {
			$this->create_order();
		}
		if ( $action === 'edit' && ! is_array( $_GET['id'] ?? '' ) ) {
			$this->editor = new OrderEditor( $this->editable_order( $id ) );
			$this->editor->load();
			return;
		}
		$this->table = new OrdersTable();
		$this->table->handle_bulk_action();
	}

	public function render(): void {
		if ( $this->editor !== null ) {
			$this->editor->render();
		} elseif ( $this->table !== null ) {
			$this->table->prepare_items();
			$this->render_list( $this->table );
		}
	}

	private function render_list( OrdersTable $table ): void {
		echo '<div class="wrap"><h1 class="wp-heading-inline">Orders</h1> <a href="' . esc_url( admin_url( 'admin.php?page=wc-orders&action=new' ) ) . '" class="page-title-action">Add new order</a><hr class="wp-header-end">';
		$table->views();
		echo '<form id="wc-orders-filter" method="get" action="' . esc_url( get_admin_url( null, 'admin.php' ) ) . '"><input type="hidden" name="page" value="wc-orders" />';
		$table->search_box( 'Search orders', 'orders-search-input' );
		$table->display();
		echo '</form></div>';
	}

	private function create_order(): void {
		if ( ! current_user_can( 'publish_shop_orders' ) ) {
			wp_die( 'You do not have permission to create a new order.' );
		}
		$order = new WC_Order();
		$order->set_status( 'auto-draft' );
		$order->set_created_via( 'admin' );
		$order->set_prices_include_tax( wc_prices_include_tax() );
		$order->save();
		wp_safe_redirect( $order->get_edit_order_url() );
		exit;
	}

	private function editable_order( int $id ): WC_Order {
		$order = wc_get_order( $id );
		if ( ! $order instanceof WC_Order ) {
			wp_die( 'You attempted to edit an order that does not exist. Perhaps it was deleted?' );
		}
		if ( ! current_user_can( 'edit_shop_order', $id ) && ! current_user_can( 'manage_woocommerce' ) ) {
			wp_die( 'You do not have permission to edit this order.' );
		}
		if ( $order->get_status() === 'trash' ) {
			wp_die( 'You cannot edit this item because it is in the Trash. Please restore it and try again.' );
		}
		return $order;
	}
}
