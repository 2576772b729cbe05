<?php

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Storage\ItemStore;

class WC_Order_Item extends WC_Data implements ArrayAccess {
	protected $data = [
		'order_id' => 0,
		'name'     => '',
	];

	protected $object_type = 'order_item';

	public function __construct( $item = 0 ) {
		parent::__construct( $item );
		$this->data_store = new ItemStore();
		if ( is_numeric( $item ) && (int) $item > 0 ) {
			$this->set_id( (int) $item );
		} elseif ( $item instanceof self ) {
			$this->set_id( $item->get_id() );
		}
		if ( $this->get_id() > 0 ) {
			$this->data_store->read( $this );
		} else {
			$this->set_object_read( true );
		}
	}

	public function apply_changes() {
		// Taxes are indexed by rate. A recursive merge would keep removed rates.
		$this->data    = array_replace( $this->data, $this->changes );
		$this->changes = [];
	}

	public function get_order_id( $context = 'view' ) {
		return $this->get_prop( 'order_id', $context );
	}

	public function get_name( $context = 'view' ) {
		return $this->get_prop( 'name', $context );
	}

	public function get_type() {
		return '';
	}

	public function get_quantity() {
		return 1;
	}

	public function get_tax_status() {
		return 'taxable';
	}

	public function get_tax_class() {
		return '';
	}

	public function get_order() {
		return wc_get_order( $this->get_order_id() );
	}

	public function is_type( $type ) {
		return in_array( $this->get_type(), (array) $type, true );
	}

	public function set_order_id( $value ) {
		$this->set_prop( 'order_id', absint( $value ) );
	}

	public function set_name( $value ) {
		$this->set_prop( 'name', wp_check_invalid_utf8( (string) $value ) );
	}

	public function calculate_taxes( $calculate_tax_for = [] ) {
		if ( ! isset( $calculate_tax_for['country'], $calculate_tax_for['state'], $calculate_tax_for['postcode'], $calculate_tax_for['city'] ) ) {
			return false;
		}
		if ( ! method_exists( $this, 'set_taxes' ) ) {
			return false;
		}
		if ( ! wc_tax_enabled() || $this->get_tax_status() !== 'taxable' ) {
			$this->set_taxes( false );
			return true;
		}
		$rates = WC_Tax::find_rates( [ 'tax_class' => $this->get_tax_class() ] + $calculate_tax_for );
		$taxes = [ 'total' => WC_Tax::calc_tax( $this->get_total(), $rates, false ) ];
		if ( method_exists( $this, 'get_subtotal' ) ) {
			$taxes['subtotal'] = WC_Tax::calc_tax( $this->get_subtotal(), $rates, false );
		}
		$this->set_taxes( $taxes );
		return true;
	}

	public function get_formatted_meta_data( $hideprefix = '_', $include_all = false ) {
		$formatted = [];
		foreach ( $this->get_meta_data() as $meta ) {
			if ( $meta->key === '' || ! is_scalar( $meta->value ) || ( $hideprefix !== '' && str_starts_with( (string) $meta->key, $hideprefix ) ) ) {
				continue;
			}
			$formatted[ $meta->id ] = (object) [
				'key'           => $meta->key,
				'value'         => $meta->value,
				'display_key'   => ucfirst( str_replace( [ '-', '_' ], ' ', (string) $meta->key ) ),
				'display_value' => wpautop( make_clickable( (string) $meta->value ) ),
			];
		}
		return $formatted;
	}

	#[\ReturnTypeWillChange]
	public function offsetSet( $offset, $value ) {
		$this->set_props( [ $offset => $value ] );
	}

	#[\ReturnTypeWillChange]
	public function offsetUnset( $offset ) {
		unset( $this->changes[ $offset ] );
	}

	#[\ReturnTypeWillChange]
	public function offsetExists( $offset ) {
		return array_key_exists( $offset, $this->data ) || $this->meta_exists( $offset );
	}

	#[\ReturnTypeWillChange]
	public function offsetGet( $offset ) {
		return method_exists( $this, "get_$offset" ) ? $this->{"get_$offset"}() : $this->get_meta( $offset );
	}
}
