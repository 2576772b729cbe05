<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

final class PostTypes {

	public static function register(): void {
		$types = [
			'product'           => [ 'Products', 'product', true ],
			'product_variation' => [ 'Variations', 'product', false ],
			'shop_order'        => [ 'Orders', 'shop_order', ! OrderStorage::is_hpos() ],
			'shop_order_refund' => [ 'Refunds', 'shop_order', false ],
			'shop_coupon'       => [ 'Coupons', 'shop_coupon', false ],
		];
		foreach ( $types as $type => [ $label, $capability, $shown ] ) {
			register_post_type(
				$type,
				[
					'label'               => $label,
					'public'              => $shown && $type === 'product',
					'show_ui'             => $shown,
					'show_in_menu'        => $type === 'shop_order' ? 'woocommerce' : $shown,
					'publicly_queryable'  => $type === 'product',
					'exclude_from_search' => $type !== 'product',
					'capability_type'     => $capability,
					'map_meta_cap'        => true,
					'hierarchical'        => false,
					'rewrite'             => false,
					'query_var'           => $type === 'product',
					'supports'            => $type === 'shop_order' ? [ 'comments' ] : [ 'title', 'editor' ],
				]
			);
		}
		foreach ( wc_get_order_statuses() as $status => $label ) {
			register_post_status(
				$status,
				[
					'label'                     => $label,
					'public'                    => false,
					'exclude_from_search'       => false,
					'show_in_admin_all_list'    => true,
					'show_in_admin_status_list' => true,
				]
			);
		}
	}
}
