<?php

declare( strict_types = 1 );

class WC_Order_Item_Shipping extends WC_Order_Item {
	protected $extra_data = [
		'method_title' => '',
		'method_id'    => '',
		'instance_id'  => '',
		'total'        => 0,
		'total_tax'    => 0,
		'taxes'        => [ 'total' => [] ],
		'tax_status'   => 'taxable',
	];

	public function get_type() {
		return 'shipping';
	}

	public function get_name( $context = 'view' ) {
		return $this->get_method_title( $context );
	}

	public function set_name( $value ) {
		$this->set_method_title( $value );
	}

	public function get_tax_class( $context = 'view' ) {
		return get_option( 'woocommerce_shipping_tax_class', 'inherit' );
	}

	public function calculate_taxes( $calculate_tax_for = [] ) {
		if ( ! isset( $calculate_tax_for['country'] ) ) {
			return false;
		}
		$taxable = wc_tax_enabled() && $this->get_tax_status() === 'taxable';
		$this->set_taxes( $taxable ? [ 'total' => WC_Tax::calc_shipping_tax( $this->get_total(), WC_Tax::find_shipping_rates( $calculate_tax_for ) ) ] : false );
		return true;
	}

	public function set_method_title( $value ) {
		$this->set_prop( 'name', (string) $value );
		$this->set_prop( 'method_title', (string) $value );
	}

	public function get_method_id( $context = 'view' ) {
		return $this->get_prop( 'method_id', $context );
	}

	public function get_instance_id( $context = 'view' ) {
		return $this->get_prop( 'instance_id', $context );
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

	public function get_tax_status( $context = 'view' ) {
		return $this->get_prop( 'tax_status', $context );
	}

	public function get_method_title( $context = 'view' ) {
		$title = $this->get_prop( 'method_title', $context );
		return $title === '' ? 'Shipping' : $title;
	}

	public function set_method_id( $value ) {
		$this->set_prop( 'method_id', (string) $value );
	}

	public function set_instance_id( $value ) {
		$this->set_prop( 'instance_id', (string) $value );
	}

	public function set_total( $value ) {
		$this->set_prop( 'total', wc_format_decimal( $value ) );
	}

	protected function set_total_tax( $value ) {
		$this->set_prop( 'total_tax', wc_format_decimal( $value ) );
	}

	public function set_tax_status( $value ) {
		$this->set_prop( 'tax_status', (string) $value );
	}

	public function set_taxes( $raw_tax_data ) {
		$raw_tax_data = maybe_unserialize( $raw_tax_data );
		$taxes        = [];
		foreach ( [ 'total' ] as $kind ) {
			$amounts        = is_array( $raw_tax_data ) ? (array) ( $raw_tax_data[ $kind ] ?? $raw_tax_data['total'] ?? [] ) : [];
			$taxes[ $kind ] = array_map( 'wc_format_decimal', $amounts );
		}
		$this->set_prop( 'taxes', $taxes );
		$this->set_total_tax( array_sum( array_map( 'wc_round_tax_total', $taxes['total'] ) ) );
	}
}
