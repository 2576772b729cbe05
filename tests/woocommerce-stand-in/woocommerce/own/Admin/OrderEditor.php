<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin;

use WC_Order;

final class OrderEditor {

	private string $screen_id = '';

	public function __construct( private readonly WC_Order $order ) {
	}

	public function load(): void {
		$this->screen_id     = wc_get_page_screen_id( 'shop-order' );
		$GLOBALS['theorder'] = $this->order;
		if ( ( $_POST['action'] ?? '' ) === 'edit_order' ) {
			$this->save();
		}
		wp_enqueue_script( 'post' );
		add_screen_option( 'layout_columns', [ 'max' => 2, 'default' => 2 ] );
		OrderMetaBoxes::add( $this->screen_id );
		do_action( 'add_meta_boxes', $this->screen_id, $this->order );
		do_action( 'add_meta_boxes_' . $this->screen_id, $this->order );
	}

	public function render(): void {
		$url = $this->order->get_edit_order_url();
		echo '<div class="wrap"><h1 class="wp-heading-inline">Edit order</h1> <a href="' . esc_url( admin_url( 'admin.php?page=wc-orders&action=new' ) ) . '" class="page-title-action">Add new order</a><hr class="wp-header-end">';
		if ( isset( $_GET['message'] ) ) { // phpcs:ignore WordPress.Security.NonceVerification
			echo '<div id="message" class="updated notice notice-success is-dismissible"><p>Order updated.</p></div>';
		}
		echo '<form name="order" action="' . esc_url( $url ) . '" method="post" id="order"';
		do_action( 'order_edit_form_tag', $this->order );
		echo '>';
		wp_nonce_field( $this->nonce_action() );
		do_action( 'order_edit_form_top', $this->order );
		wp_nonce_field( 'meta-box-order', 'meta-box-order-nonce', false );
		wp_nonce_field( 'closedpostboxes', 'closedpostboxesnonce', false );
		printf( '<input type="hidden" id="hiddenaction" name="action" value="edit_order"/><input type="hidden" id="original_order_status" name="original_order_status" value="%s"/><input type="hidden" id="post_ID" name="post_ID" value="%d"/>', esc_attr( $this->order->get_status( 'edit' ) ), (int) $this->order->get_id() );
		echo '<div id="poststuff"><div id="post-body" class="metabox-holder columns-2"><div id="postbox-container-1" class="postbox-container">';
		do_meta_boxes( $this->screen_id, 'side', $this->order );
		echo '</div><div id="postbox-container-2" class="postbox-container">';
		do_meta_boxes( $this->screen_id, 'normal', $this->order );
		do_meta_boxes( $this->screen_id, 'advanced', $this->order );
		echo '</div></div></div></form></div>';
	}

	private function save(): void {
		check_admin_referer( $this->nonce_action() );
		OrderForm::save( $this->order );
		do_action( 'woocommerce_process_shop_order_meta', $this->order->get_id(), $this->order );
		wp_safe_redirect( add_query_arg( 'message', 1, $this->order->get_edit_order_url() ) );
		exit;
	}

	private function nonce_action(): string {
		return 'update-order_' . $this->order->get_id();
	}
}
