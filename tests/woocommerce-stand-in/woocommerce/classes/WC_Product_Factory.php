<?php

declare( strict_types = 1 );

class WC_Product_Factory {

	public function get_product( $product_id = false, $deprecated = [] ) {
		$id    = is_object( $product_id ) ? ( $product_id instanceof WC_Product ? $product_id->get_id() : (int) ( $product_id->ID ?? 0 ) ) : (int) $product_id;
		$type  = self::get_product_type( $id );
		$class = $type === false ? false : self::get_classname_from_product_type( $type );
		return $class === false ? false : new $class( $id );
	}

	public static function get_product_type( $product_id ) {
		return match ( get_post_type( $product_id ) ) {
			'product_variation' => 'variation',
			'product'           => get_post_meta( $product_id, '_type', true ) === 'variable' ? 'variable' : 'simple',
			default             => false,
		};
	}

	public static function get_classname_from_product_type( $product_type ) {
		return [ 'simple' => WC_Product_Simple::class, 'variable' => WC_Product_Variable::class, 'variation' => WC_Product_Variation::class ][ $product_type ] ?? false;
	}
}
