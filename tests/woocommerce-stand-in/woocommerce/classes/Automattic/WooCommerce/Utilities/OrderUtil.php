<?php

declare( strict_types = 1 );

namespace Automattic\WooCommerce\Utilities;

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\OrderStorage;
use WC_Abstract_Order;
use WC_Order;
use WP_Post;

final class OrderUtil {

	/**
	 * Determines only the admin screens. The stand-in always stores orders as posts.
	 */
	public static function custom_orders_table_usage_is_enabled(): bool {
		return OrderStorage::is_hpos();
	}

	public static function get_table_for_orders() {
		return $GLOBALS['wpdb']->posts;
	}

	public static function get_order_type( $order_id ) {
		$id = self::get_post_or_order_id( $order_id );
		return $id > 0 ? (string) get_post_type( $id ) : null;
	}

	public static function is_order( $order_id, $types = [ 'shop_order' ] ) {
		return in_array( self::get_order_type( $order_id ), (array) $types, true );
	}

	public static function get_post_or_order_id( $post_or_order_object ): int {
		return match ( true ) {
			is_numeric( $post_or_order_object )                => (int) $post_or_order_object,
			$post_or_order_object instanceof WC_Abstract_Order => $post_or_order_object->get_id(),
			$post_or_order_object instanceof WP_Post           => $post_or_order_object->ID,
			default                                            => 0,
		};
	}

	public static function init_theorder_object( $post_or_order_object ) {
		return $post_or_order_object instanceof WC_Order ? $post_or_order_object : wc_get_order( self::get_post_or_order_id( $post_or_order_object ) );
	}

	public static function get_order_admin_edit_url( int $order_id ): string {
		return OrderStorage::is_hpos() ? admin_url( 'admin.php?page=wc-orders&action=edit&id=' . $order_id ) : admin_url( 'post.php?post=' . $order_id . '&action=edit' );
	}

	public static function get_order_admin_screen(): string {
		return wc_get_page_screen_id( 'shop-order' );
	}

	public static function is_order_edit_screen( $order_type = 'shop_order' ): bool {
		return is_admin() && ( $_GET['page'] ?? '' ) === 'wc-orders' && ( $_GET['action'] ?? '' ) === 'edit'; // phpcs:ignore WordPress.Security.NonceVerification
	}

	public static function is_order_list_table_screen( $order_type = 'shop_order' ): bool {
		return is_admin() && ( $_GET['page'] ?? '' ) === 'wc-orders' && ! isset( $_GET['action'] ); // phpcs:ignore WordPress.Security.NonceVerification
	}

	public static function remove_status_prefix( string $status ): string {
		return str_starts_with( $status, 'wc-' ) ? substr( $status, 3 ) : $status;
	}
}
