<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin;

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\OrderStorage;
use WC_Order;
use WP_Post;

final class OrderMetaBoxes {

	private const FIELDS = [
		'first_name' => 'First name',
		'last_name'  => 'Last name',
		'company'    => 'Company',
		'address_1'  => 'Address line 1',
		'address_2'  => 'Address line 2',
		'city'       => 'City',
		'postcode'   => 'Postcode / ZIP',
		'country'    => 'Country / Region',
		'state'      => 'State / County',
		'email'      => 'Email address',
		'phone'      => 'Phone',
	];

	/**
	 * The part of WooCommerce's styles that arranges the boxes.
	 */
	private const STYLES = '
		#woocommerce-order-data .postbox-header, #woocommerce-order-items .postbox-header { display: none; }
		#order_data { padding: 12px; }
		#order_data h2 { padding: 0; font-size: 21px; }
		#order_data h3, #order_data a.edit_address { font-size: 14px; }
		#order_data .order_data_column { float: left; box-sizing: border-box; width: 32%; padding-right: 2%; }
		#order_data .order_data_column.is-edited .address, #order_data div.edit_address { display: none; }
		#order_data .order_data_column.is-edited div.edit_address { display: block; }
		#order_data a.edit_address { float: right; font-weight: 400; }
		#order_data .address strong, #order_data .form-field label, .add_note label { display: block; }
		table.wc-order-totals { margin: 12px 0 0 auto; }
		#order_data .form-field input, #order_data .form-field textarea, #order_data .form-field select { width: 100%; max-width: 100%; }
		@media ( max-width: 1280px ) {
			#order_data .order_data_column { width: 48%; }
			#order_data .order_data_column:first-child { width: 100%; }
		}';

	public static function register(): void {
		// With HPOS, the order screen adds these boxes itself, before the boxes of plugins.
		if ( ! OrderStorage::is_hpos() ) {
			add_action( 'add_meta_boxes', [ self::class, 'add' ], 30 );
		}
	}

	public static function add( string $screen_id ): void {
		if ( $screen_id !== wc_get_page_screen_id( 'shop-order' ) ) {
			return;
		}
		add_meta_box( 'woocommerce-order-data', 'Order data', [ self::class, 'data' ], $screen_id, 'normal', 'high' );
		add_meta_box( 'woocommerce-order-items', 'Items', [ self::class, 'items' ], $screen_id, 'normal', 'high' );
		add_meta_box( 'woocommerce-order-actions', 'Order actions', [ self::class, 'actions' ], $screen_id, 'side', 'high' );
		add_meta_box( 'woocommerce-order-notes', 'Order notes', [ self::class, 'notes' ], $screen_id, 'side', 'default' );
		wp_add_inline_style( 'common', self::STYLES );
	}

	public static function data( WC_Order|WP_Post $order ): void {
		$order = self::order( $order );
		printf( '<div class="panel-wrap woocommerce"><div id="order_data" class="panel"><h2 class="woocommerce-order-data__heading">Order #%s details</h2><div class="order_data_column_container"><div class="order_data_column"><h3>General</h3>', esc_html( $order->get_order_number() ) );
		$created = $order->get_date_created();
		if ( $created !== null ) {
			printf( '<p>Date created: %s</p>', esc_html( $created->date_i18n( 'Y-m-d H:i' ) ) );
		}
		echo '<p class="form-field wc-order-status"><label for="order_status">Status:</label> <select id="order_status" name="order_status" class="wc-enhanced-select">';
		foreach ( wc_get_order_statuses() as $status => $label ) {
			printf( '<option value="%s"%s>%s</option>', esc_attr( $status ), selected( $status, 'wc-' . $order->get_status( 'edit' ), false ), esc_html( $label ) );
		}
		echo '</select></p>';
		do_action( 'woocommerce_admin_order_data_after_order_details', $order );
		echo '</div>';
		foreach ( [ 'billing' => 'Billing', 'shipping' => 'Shipping' ] as $type => $title ) {
			self::address( $order, $type, $title );
		}
		echo '</div><div class="clear"></div></div></div>';
	}

	/**
	 * Shows the address as text. The link shows the fields instead.
	 */
	private static function address( WC_Order $order, string $type, string $title ): void {
		printf( '<div class="order_data_column"><h3>%s <a href="#" class="edit_address" onclick="this.closest( \'.order_data_column\' ).classList.add( \'is-edited\' ); return false;">Edit</a></h3>', esc_html( $title ) );
		printf( '<div class="address"><p>%s</p>', wp_kses_post( $order->{"get_formatted_{$type}_address"}( 'No address set.' ) ) );
		if ( $type === 'billing' ) {
			printf( '<p><strong>Email address:</strong> %s</p><p><strong>Phone:</strong> %s</p>', esc_html( $order->get_billing_email() ), esc_html( $order->get_billing_phone() ) );
		} elseif ( $order->get_customer_note() !== '' ) {
			printf( '<p><strong>Customer provided note:</strong> %s</p>', esc_html( $order->get_customer_note() ) );
		}
		echo '</div><div class="edit_address">';
		foreach ( self::FIELDS as $name => $label ) {
			$getter = "get_{$type}_{$name}";
			if ( method_exists( $order, $getter ) ) {
				printf( '<p class="form-field"><label for="_%1$s">%2$s</label> <input type="text" name="_%1$s" id="_%1$s" value="%3$s" /></p>', esc_attr( "{$type}_{$name}" ), esc_html( $label ), esc_attr( (string) $order->{$getter}( 'edit' ) ) );
			}
		}
		if ( $type === 'shipping' ) {
			printf( '<p class="form-field"><label for="customer_note">Customer provided note</label> <textarea name="customer_note" id="customer_note">%s</textarea></p>', esc_textarea( (string) $order->get_customer_note( 'edit' ) ) );
		}
		echo '</div>';
		do_action( "woocommerce_admin_order_data_after_{$type}_address", $order );
		echo '</div>';
	}

	public static function items( WC_Order|WP_Post $order ): void {
		$order = self::order( $order );
		$format_amount = static fn ( float|string $amount ): string => wc_price( $amount, [ 'currency' => $order->get_currency() ] );
		echo '<table class="woocommerce_order_items widefat"><tbody>';
		foreach ( $order->get_items( [ 'line_item', 'shipping', 'fee' ] ) as $id => $item ) {
			do_action( 'woocommerce_before_order_item_' . $item->get_type() . '_html', $id, $item, $order );
			printf( '<tr class="item" data-order_item_id="%d"><td class="name">%s</td><td class="quantity">%s</td><td class="line_cost">%s</td></tr>', (int) $id, esc_html( (string) $item->get_name() ), esc_html( (string) $item->get_quantity() ), wp_kses_post( $format_amount( $item->get_total() ) ) );
		}
		echo '</tbody></table><table class="wc-order-totals">';
		$totals = [ 'Discount' => -1 * (float) $order->get_total_discount(), 'Tax' => (float) $order->get_total_tax(), 'Order Total' => (float) $order->get_total(), 'Refunded' => -1 * (float) $order->get_total_refunded() ];
		foreach ( $totals as $label => $amount ) {
			printf( '<tr><td class="label">%s:</td><td class="total">%s</td></tr>', esc_html( $label ), wp_kses_post( $format_amount( $amount ) ) );
		}
		echo '</table>';
		do_action( 'woocommerce_admin_order_totals_after_total', $order->get_id() );
		do_action( 'woocommerce_order_item_add_action_buttons', $order );
	}

	public static function actions( WC_Order|WP_Post $order ): void {
		$order = self::order( $order );
		do_action( 'woocommerce_order_actions_start', $order->get_id() );
		echo '<button type="submit" class="button save_order button-primary" name="save" value="Update">Update</button>';
		do_action( 'woocommerce_order_actions_end', $order->get_id() );
	}

	public static function notes( WC_Order|WP_Post $order ): void {
		$order = self::order( $order );
		echo '<ul class="order_notes">';
		foreach ( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ) as $note ) {
			printf( '<li rel="%d" class="note %s"><div class="note_content">%s</div><p class="meta">%s</p></li>', (int) $note->id, $note->customer_note ? 'customer-note' : ( $note->added_by === 'system' ? 'system-note' : '' ), wp_kses_post( wpautop( $note->content ) ), esc_html( $note->date_created->date_i18n( 'Y-m-d H:i' ) . ' ' . $note->added_by ) );
		}
		echo '</ul><div class="add_note"><p><label for="add_order_note">Add note</label> <textarea name="order_note" id="add_order_note" class="input-text" rows="3"></textarea></p><p><select name="order_note_type" id="order_note_type" aria-label="Note type"><option value="">Private note</option><option value="customer">Note to customer</option></select></p></div>';
	}

	private static function order( WC_Order|WP_Post $order ): WC_Order {
		return $order instanceof WC_Order ? $order : new WC_Order( $order->ID );
	}
}
