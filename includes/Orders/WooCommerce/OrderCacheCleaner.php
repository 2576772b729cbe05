<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use Automattic\WooCommerce\Caches\OrderCache;
use WC_Cache_Helper;
use WC_Data_Store;

/**
 * Removes an order from the object caches, so that the next read sees the changes of other processes.
 */
final class OrderCacheCleaner {

	public static function clear( int $wc_order_id ): void {
		clean_post_cache( $wc_order_id );
		wp_cache_delete( $wc_order_id, 'post_meta' );
		wp_cache_delete( 'order-items-' . $wc_order_id, 'orders' );
		if ( class_exists( WC_Cache_Helper::class ) ) {
			wp_cache_delete(
				WC_Cache_Helper::get_cache_prefix( 'orders' ) . 'total_refunded' . $wc_order_id,
				'orders'
			);
		}
		if ( class_exists( OrderCache::class ) ) {
			wc_get_container()->get( OrderCache::class )->remove( $wc_order_id );
		}
		if ( class_exists( WC_Data_Store::class ) ) {
			// WC_Data_Store ignores a method that the current data store does not have, as with orders in posts.
			WC_Data_Store::load( 'order' )->__call( 'clear_cached_data', [ [ $wc_order_id ] ] );
		}
	}
}
