<?php

declare( strict_types = 1 );

class WC_Order_Item_Product extends WC_Order_Item {
	protected $extra_data = [
		'product_id'   => 0,
		'variation_id' => 0,
		'quantity'     => 1,
		'tax_class'    => '',
		'subtotal'     => 0,
		'subtotal_tax' => 0,
		'total'        => 0,
		'total_tax'    => 0,
		'taxes'        => [ 'subtotal' => [], 'total' => [] ],
	];

	public function get_type() {
		return 'line_item';
	}

	public function set_quantity( $value ) {
		$this->set_prop( 'quantity', wc_stock_amount( $value ) );
	}

	public function get_quantity( $context = 'view' ) {
		return $this->get_prop( 'quantity', $context );
	}

	public function get_product_id( $context = 'view' ) {
		return $this->get_prop( 'product_id', $context );
	}

	public function get_variation_id( $context = 'view' ) {
		return $this->get_prop( 'variation_id', $context );
	}

	public function get_tax_class( $context = 'view' ) {
		return $this->get_prop( 'tax_class', $context );
	}

	public function get_subtotal( $context = 'view' ) {
		return $this->get_prop( 'subtotal', $context );
	}

	public function get_subtotal_tax( $context = 'view' ) {
		return $this->get_prop( 'subtotal_tax', $context );
	}

	public function get_total( $context = 'view' ) {
		return $this->get_prop( 'total', $context );
	}

	public function get_total_tax( $context = 'view' ) {
		return $this->get_prop( 'total_tax', $context );
	}

	public function get_taxes( $context = 'view' ) {
		return $this->get_prop( 'taxes', $context );
	}

	public function set_tax_class( $value ) {
		$this->set_prop( 'tax_class', (string) $value );
	}

	public function set_product_id( $value ) {
		$this->set_prop( 'product_id', absint( $value ) );
	}

	public function set_variation_id( $value ) {
		$this->set_prop( 'variation_id', absint( $value ) );
	}

	public function set_subtotal( $value ) {
		$this->set_prop( 'subtotal', wc_format_decimal( $value ) );
	}

	public function set_total( $value ) {
		$this->set_prop( 'total', wc_format_decimal( $value ) );
		// The subtotal, before discounts, is at least the total.
		if ( (float) $this->get_subtotal( 'edit' ) < (float) $this->get_total( 'edit' ) ) {
			$this->set_subtotal( $value );
		}
	}

	public function set_subtotal_tax( $value ) {
		$this->set_prop( 'subtotal_tax', wc_format_decimal( $value ) );
	}

	public function set_total_tax( $value ) {
		$this->set_prop( 'total_tax', wc_format_decimal( $value ) );
	}

	public function set_taxes( $raw_tax_data ) {
		$raw_tax_data = maybe_unserialize( $raw_tax_data );
		$taxes        = [];
		foreach ( [ 'total', 'subtotal' ] as $kind ) {
			$amounts        = is_array( $raw_tax_data ) ? (array) ( $raw_tax_data[ $kind ] ?? $raw_tax_data['total'] ?? [] ) : [];
			$taxes[ $kind ] = array_map( 'wc_format_decimal', $amounts );
		}
		$this->set_prop( 'taxes', $taxes );
		$this->set_total_tax( array_sum( array_map( 'wc_round_tax_total', $taxes['total'] ) ) );
		$this->set_subtotal_tax( array_sum( array_map( 'wc_round_tax_total', $taxes['subtotal'] ) ) );
	}

	public function set_product( $product ) {
		if ( $product->is_type( 'variation' ) ) {
			$this->set_product_id( $product->get_parent_id() );
			$this->set_variation_id( $product->get_id() );
			$this->set_variation( $product->get_attributes() );
		} else {
			$this->set_product_id( $product->get_id() );
		}
		$this->set_name( $product->get_name() );
		$this->set_tax_class( $product->get_tax_class() );
	}

	public function set_variation( $data = [] ) {
		foreach ( (array) $data as $key => $value ) {
			if ( is_scalar( $value ) ) {
				$this->add_meta_data( str_replace( 'attribute_', '', (string) $key ), $value, true );
			}
		}
	}

	public function get_product() {
		$id      = $this->get_variation_id() > 0 ? $this->get_variation_id() : $this->get_product_id();
		$product = $id > 0 ? wc_get_product( $id ) : false;
		return apply_filters( 'woocommerce_order_item_product', $product, $this );
	}

	public function get_tax_status() {
		$product = $this->get_product();
		return $product ? $product->get_tax_status() : 'taxable';
	}
}
