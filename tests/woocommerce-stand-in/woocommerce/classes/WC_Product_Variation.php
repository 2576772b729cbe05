<?php

declare( strict_types = 1 );

class WC_Product_Variation extends WC_Product_Simple {

	public function get_type() {
		return 'variation';
	}

	/**
	 * Creates the name from the product and the attributes, as WooCommerce does when it saves a variation.
	 */
	public function get_name( $context = 'view' ) {
		$product    = get_post( $this->get_parent_id( 'edit' ) );
		$attributes = implode( ', ', array_filter( array_map( 'strval', (array) $this->get_attributes( 'edit' ) ) ) );
		return $product === null ? (string) $this->get_prop( 'name', $context ) : trim( $product->post_title . ( $attributes === '' ? '' : " - $attributes" ) );
	}

	public function get_tax_class( $context = 'view' ) {
		$class = $this->get_prop( 'tax_class', $context );
		if ( $class !== 'parent' || $context === 'edit' ) {
			return $class;
		}
		$parent = wc_get_product( $this->get_parent_id() );
		return $parent ? $parent->get_tax_class() : '';
	}

	public function set_attributes( $raw_attributes ) {
		$this->set_prop( 'attributes', array_combine( array_map( static fn ( $key ): string => str_replace( 'attribute_', '', (string) $key ), array_keys( (array) $raw_attributes ) ), array_values( (array) $raw_attributes ) ) );
	}

	public function get_variation_attributes( $with_prefix = true ) {
		$attributes = [];
		foreach ( (array) $this->get_attributes() as $key => $value ) {
			$attributes[ $with_prefix ? "attribute_$key" : $key ] = $value;
		}
		return $attributes;
	}
}
