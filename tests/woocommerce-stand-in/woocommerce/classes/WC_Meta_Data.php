<?php

declare( strict_types = 1 );

class WC_Meta_Data implements JsonSerializable {

	/**
	 * @var array<string, mixed>
	 */
	protected $current_data;

	/**
	 * @var array<string, mixed>
	 */
	protected $data;

	public function __construct( $meta = [] ) {
		$this->current_data = $meta;
		$this->apply_changes();
	}

	#[\ReturnTypeWillChange]
	public function jsonSerialize() {
		return $this->get_data();
	}

	public function apply_changes() {
		$this->data = $this->current_data;
	}

	public function __set( $key, $value ) {
		$this->current_data[ $key ] = $value;
	}

	public function __isset( $key ) {
		return array_key_exists( $key, $this->current_data );
	}

	public function __get( $key ) {
		return $this->current_data[ $key ] ?? null;
	}

	public function get_changes() {
		return array_filter(
			$this->current_data,
			fn ( $value, $key ): bool => ! array_key_exists( $key, $this->data ) || $this->data[ $key ] !== $value,
			ARRAY_FILTER_USE_BOTH
		);
	}

	public function get_data() {
		return $this->data;
	}
}
