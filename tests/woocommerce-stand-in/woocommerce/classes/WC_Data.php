<?php

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Storage\Store;

abstract class WC_Data {

	/**
	 * @var int
	 */
	protected $id = 0;

	/**
	 * @var array<string, mixed>
	 */
	protected $data = [];

	/**
	 * @var array<string, mixed>
	 */
	protected $changes = [];

	/**
	 * @var bool
	 */
	protected $object_read = false;

	/**
	 * @var string
	 */
	protected $object_type = 'data';

	/**
	 * @var array<string, mixed>
	 */
	protected $extra_data = [];

	/**
	 * @var array<string, mixed>
	 */
	protected $default_data = [];

	/**
	 * @var Store
	 */
	protected $data_store;

	/**
	 * @var list<WC_Meta_Data>|null Null until the meta data is read.
	 */
	protected $meta_data = null;

	public function __construct( $read = 0 ) {
		$this->data         = array_merge( $this->data, $this->extra_data );
		$this->default_data = $this->data;
	}

	public function __toString() {
		return (string) wp_json_encode( $this->get_data() );
	}

	public function get_data_store() {
		return $this->data_store;
	}

	public function get_id() {
		return $this->id;
	}

	public function set_id( $id ) {
		$this->id = absint( $id );
	}

	public function delete( $force_delete = false ) {
		$this->data_store->delete( $this, (bool) $force_delete );
		if ( $force_delete ) {
			$this->set_id( 0 );
		}
		return true;
	}

	public function save() {
		do_action( "woocommerce_before_{$this->object_type}_object_save", $this, $this->data_store );
		if ( $this->get_id() > 0 ) {
			$this->data_store->update( $this );
		} else {
			$this->data_store->create( $this );
		}
		do_action( "woocommerce_after_{$this->object_type}_object_save", $this, $this->data_store );
		return $this->get_id();
	}

	public function get_data() {
		return array_merge( [ 'id' => $this->get_id() ], $this->data, [ 'meta_data' => $this->get_meta_data() ] );
	}

	public function get_data_keys() {
		return array_keys( $this->data );
	}

	public function get_meta_data() {
		$this->maybe_read_meta_data();
		return array_values( array_filter( (array) $this->meta_data, static fn ( $meta ): bool => $meta->value !== null ) );
	}

	public function get_meta( $key = '', $single = true, $context = 'view' ) {
		$found = array_values( array_filter( $this->get_meta_data(), static fn ( $meta ): bool => $meta->key === (string) $key ) );
		if ( $single ) {
			$value = $found === [] ? '' : $found[0]->value;
		} else {
			$value = $found;
		}
		return $context === 'view' ? apply_filters( $this->get_hook_prefix() . $key, $value, $this ) : $value;
	}

	public function meta_exists( $key = '' ) {
		foreach ( $this->get_meta_data() as $meta ) {
			if ( $meta->key === $key ) {
				return true;
			}
		}
		return false;
	}

	public function set_meta_data( $data ) {
		$this->maybe_read_meta_data();
		foreach ( (array) $data as $meta ) {
			$meta              = (array) $meta;
			$this->meta_data[] = new WC_Meta_Data( [ 'id' => $meta['id'] ?? null, 'key' => $meta['key'], 'value' => $meta['value'] ] );
		}
	}

	public function add_meta_data( $key, $value, $unique = false ) {
		$this->maybe_read_meta_data();
		if ( $unique ) {
			$this->delete_meta_data( $key );
		}
		$this->meta_data[] = new WC_Meta_Data( [ 'key' => $key, 'value' => $value ] );
	}

	public function update_meta_data( $key, $value, $meta_id = 0 ) {
		$this->maybe_read_meta_data();
		$updated = null;
		foreach ( (array) $this->meta_data as $meta ) {
			if ( $meta->value === null || ( (int) $meta_id > 0 ? (int) $meta->id !== (int) $meta_id : $meta->key !== $key ) ) {
				continue;
			}
			if ( $updated === null ) {
				$updated     = $meta;
				$meta->key   = $key;
				$meta->value = $value;
			} else {
				$meta->value = null;
			}
		}
		if ( $updated === null ) {
			$this->add_meta_data( $key, $value );
		}
	}

	public function delete_meta_data( $key ) {
		$this->maybe_read_meta_data();
		foreach ( (array) $this->meta_data as $meta ) {
			if ( $meta->key === $key ) {
				$meta->value = null;
			}
		}
	}

	public function delete_meta_data_by_mid( $mid ) {
		$this->maybe_read_meta_data();
		foreach ( (array) $this->meta_data as $meta ) {
			if ( (int) $meta->id === (int) $mid ) {
				$meta->value = null;
			}
		}
	}

	protected function maybe_read_meta_data() {
		if ( $this->meta_data === null ) {
			$this->read_meta_data();
		}
	}

	public function read_meta_data( $force_read = false ) {
		$this->meta_data = $this->get_id() > 0 && isset( $this->data_store ) ? $this->data_store->read_meta( $this ) : [];
	}

	public function save_meta_data() {
		if ( $this->meta_data === null ) {
			return;
		}
		foreach ( $this->meta_data as $index => $meta ) {
			if ( $meta->value === null ) {
				if ( (int) $meta->id > 0 ) {
					$this->data_store->delete_meta( $this, $meta );
				}
				unset( $this->meta_data[ $index ] );
			} elseif ( (int) $meta->id === 0 ) {
				$meta->id = $this->data_store->add_meta( $this, $meta );
				$meta->apply_changes();
			} elseif ( $meta->get_changes() !== [] ) {
				$this->data_store->update_meta( $this, $meta );
				$meta->apply_changes();
			}
		}
		$this->meta_data = array_values( $this->meta_data );
	}

	public function set_defaults() {
		$this->data    = $this->default_data;
		$this->changes = [];
		$this->set_object_read( false );
	}

	public function set_object_read( $read = true ) {
		$this->object_read = (bool) $read;
	}

	public function get_object_read() {
		return $this->object_read;
	}

	public function set_props( $props, $context = 'set' ) {
		$errors = new WP_Error();
		foreach ( $props as $prop => $value ) {
			$setter = "set_$prop";
			if ( $value === null || in_array( $prop, [ 'prop', 'date_prop', 'meta_data' ], true ) || ! method_exists( $this, $setter ) ) {
				continue;
			}
			try {
				$this->{$setter}( $value );
			} catch ( WC_Data_Exception $e ) {
				$errors->add( $e->getErrorCode(), $e->getMessage(), [ 'property_name' => $prop ] );
			}
		}
		return $errors->has_errors() ? $errors : true;
	}

	protected function set_prop( $prop, $value ) {
		if ( ! array_key_exists( $prop, $this->data ) ) {
			return;
		}
		if ( $this->object_read !== true ) {
			$this->data[ $prop ] = $value;
		} elseif ( $value !== $this->data[ $prop ] || array_key_exists( $prop, $this->changes ) ) {
			$this->changes[ $prop ] = $value;
		}
	}

	public function get_changes() {
		return $this->changes;
	}

	public function apply_changes() {
		$this->data    = array_replace_recursive( $this->data, $this->changes );
		$this->changes = [];
	}

	protected function get_hook_prefix() {
		return "woocommerce_{$this->object_type}_get_";
	}

	protected function get_prop( $prop, $context = 'view' ) {
		if ( ! array_key_exists( $prop, $this->data ) ) {
			return null;
		}
		$value = array_key_exists( $prop, $this->changes ) ? $this->changes[ $prop ] : $this->data[ $prop ];
		return $context === 'view' ? apply_filters( $this->get_hook_prefix() . $prop, $value, $this ) : $value;
	}

	protected function set_date_prop( $prop, $value ) {
		if ( $value === null || $value === '' || $value === '0000-00-00 00:00:00' ) {
			$this->set_prop( $prop, null );
			return;
		}
		if ( ! $value instanceof WC_DateTime ) {
			$value = wc_string_to_datetime( is_numeric( $value ) ? '@' . (int) $value : (string) $value );
		}
		$this->set_prop( $prop, $value );
	}

	protected function error( $code, $message, $http_status_code = 400, $data = [] ) {
		throw new WC_Data_Exception( $code, $message, $http_status_code, $data );
	}
}
