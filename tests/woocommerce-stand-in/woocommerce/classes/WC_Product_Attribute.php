<?php

declare( strict_types = 1 );

class WC_Product_Attribute implements ArrayAccess {

	/**
	 * @var array<string, mixed>
	 */
	protected $data = [ 'id' => 0, 'name' => '', 'options' => [], 'position' => 0, 'visible' => false, 'variation' => false ];

	public function get_data() {
		return $this->data;
	}

	public function get_id() {
		return $this->data['id'];
	}

	public function set_id( $value ) {
		$this->data['id'] = absint( $value );
	}

	public function get_name() {
		return $this->data['name'];
	}

	public function set_name( $value ) {
		$this->data['name'] = (string) $value;
	}

	public function get_options() {
		return $this->data['options'];
	}

	public function set_options( $value ) {
		$this->data['options'] = (array) $value;
	}

	public function get_position() {
		return $this->data['position'];
	}

	public function set_position( $value ) {
		$this->data['position'] = absint( $value );
	}

	public function get_visible() {
		return $this->data['visible'];
	}

	public function set_visible( $value ) {
		$this->data['visible'] = wc_string_to_bool( $value );
	}

	public function get_variation() {
		return $this->data['variation'];
	}

	public function set_variation( $value ) {
		$this->data['variation'] = wc_string_to_bool( $value );
	}

	#[\ReturnTypeWillChange]
	public function offsetGet( $offset ) {
		return $this->data[ $offset ] ?? '';
	}

	#[\ReturnTypeWillChange]
	public function offsetSet( $offset, $value ) {
		$this->data[ $offset ] = $value;
	}

	#[\ReturnTypeWillChange]
	public function offsetUnset( $offset ) {
		unset( $this->data[ $offset ] );
	}

	#[\ReturnTypeWillChange]
	public function offsetExists( $offset ) {
		return isset( $this->data[ $offset ] );
	}
}
