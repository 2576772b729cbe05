<?php

declare( strict_types = 1 );

class WC_Product_Variable extends WC_Product {

	public function get_type() {
		return 'variable';
	}

	public function get_children( $visible_only = '' ) {
		return get_posts( [ 'post_type' => 'product_variation', 'post_parent' => $this->get_id(), 'fields' => 'ids', 'posts_per_page' => -1, 'orderby' => 'ID', 'order' => 'ASC' ] );
	}
}
