<?php

declare( strict_types = 1 );

function wc_get_product( $the_product = false, $deprecated = [] ) {
	return ( new WC_Product_Factory() )->get_product( $the_product === false && isset( $GLOBALS['post'] ) ? $GLOBALS['post'] : $the_product );
}

function wc_get_product_id_by_sku( $sku ) {
	$found = get_posts( [ 'post_type' => [ 'product', 'product_variation' ], 'post_status' => 'any', 'fields' => 'ids', 'posts_per_page' => 1, 'meta_key' => '_sku', 'meta_value' => (string) $sku ] );
	return (int) ( $found[0] ?? 0 );
}

function wc_get_products( $args ) {
	$ids = get_posts( [ 'post_type' => 'product', 'post_status' => $args['status'] ?? 'publish', 'fields' => 'ids', 'posts_per_page' => $args['limit'] ?? 10 ] );
	return ( $args['return'] ?? '' ) === 'ids' ? $ids : array_values( array_filter( array_map( 'wc_get_product', $ids ) ) );
}
