<?php

declare( strict_types = 1 );

class WC_Order_Item_Fee extends WC_Order_Item {
	protected $extra_data = [
		'tax_class'  => '',
		'tax_status' => 'taxable',
		'amount'     => '',
		'total'      => '',
		'total_tax'  => '',
		'taxes'      => [ 'total' => [] ],
	];

	public function get_type() {
		return 'fee';
	}

	public function get_name( $context = 'view' ) {
		$name = $this->get_prop( 'name', $context );
		return $name === '' && $context === 'view' ? 'Fee' : $name;
	}

	public function get_amount( $context = 'view' ) {
		return $this->get_prop( 'amount', $context );
	}

	public function get_tax_class( $context = 'view' ) {
		return $this->get_prop( 'tax_class', $context );
	}

	public function get_tax_status( $context = 'view' ) {
		return $this->get_prop( 'tax_status', $context );
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

	public function set_amount( $value ) {
		$this->set_prop( 'amount', wc_format_decimal( $value ) );
	}

	public function set_tax_class( $value ) {
		$this->set_prop( 'tax_class', (string) $value );
	}

	public function set_tax_status( $value ) {
		$this->set_prop( 'tax_status', in_array( $value, [ 'taxable', 'none' ], true ) ? $value : 'taxable' );
	}

	public function set_total( $amount ) {
		$this->set_prop( 'total', wc_format_decimal( $amount ) );
	}

	public function set_total_tax( $amount ) {
		$this->set_prop( 'total_tax', wc_format_decimal( $amount ) );
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
