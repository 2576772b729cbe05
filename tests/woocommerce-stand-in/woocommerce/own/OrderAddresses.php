<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

trait OrderAddresses {
	public function get_billing_first_name( $context = 'view' ) {
		return $this->get_address_prop( 'first_name', 'billing', $context );
	}

	public function set_billing_first_name( $value ) {
		$this->set_address_prop( 'first_name', 'billing', $value );
	}

	public function get_billing_last_name( $context = 'view' ) {
		return $this->get_address_prop( 'last_name', 'billing', $context );
	}

	public function set_billing_last_name( $value ) {
		$this->set_address_prop( 'last_name', 'billing', $value );
	}

	public function get_billing_company( $context = 'view' ) {
		return $this->get_address_prop( 'company', 'billing', $context );
	}

	public function set_billing_company( $value ) {
		$this->set_address_prop( 'company', 'billing', $value );
	}

	public function get_billing_address_1( $context = 'view' ) {
		return $this->get_address_prop( 'address_1', 'billing', $context );
	}

	public function set_billing_address_1( $value ) {
		$this->set_address_prop( 'address_1', 'billing', $value );
	}

	public function get_billing_address_2( $context = 'view' ) {
		return $this->get_address_prop( 'address_2', 'billing', $context );
	}

	public function set_billing_address_2( $value ) {
		$this->set_address_prop( 'address_2', 'billing', $value );
	}

	public function get_billing_city( $context = 'view' ) {
		return $this->get_address_prop( 'city', 'billing', $context );
	}

	public function set_billing_city( $value ) {
		$this->set_address_prop( 'city', 'billing', $value );
	}

	public function get_billing_state( $context = 'view' ) {
		return $this->get_address_prop( 'state', 'billing', $context );
	}

	public function set_billing_state( $value ) {
		$this->set_address_prop( 'state', 'billing', $value );
	}

	public function get_billing_postcode( $context = 'view' ) {
		return $this->get_address_prop( 'postcode', 'billing', $context );
	}

	public function set_billing_postcode( $value ) {
		$this->set_address_prop( 'postcode', 'billing', $value );
	}

	public function get_billing_country( $context = 'view' ) {
		return $this->get_address_prop( 'country', 'billing', $context );
	}

	public function set_billing_country( $value ) {
		$this->set_address_prop( 'country', 'billing', $value );
	}

	public function get_billing_email( $context = 'view' ) {
		return $this->get_address_prop( 'email', 'billing', $context );
	}

	public function set_billing_email( $value ) {
		$this->set_address_prop( 'email', 'billing', sanitize_email( (string) $value ) );
	}

	public function get_billing_phone( $context = 'view' ) {
		return $this->get_address_prop( 'phone', 'billing', $context );
	}

	public function set_billing_phone( $value ) {
		$this->set_address_prop( 'phone', 'billing', $value );
	}

	public function get_shipping_first_name( $context = 'view' ) {
		return $this->get_address_prop( 'first_name', 'shipping', $context );
	}

	public function set_shipping_first_name( $value ) {
		$this->set_address_prop( 'first_name', 'shipping', $value );
	}

	public function get_shipping_last_name( $context = 'view' ) {
		return $this->get_address_prop( 'last_name', 'shipping', $context );
	}

	public function set_shipping_last_name( $value ) {
		$this->set_address_prop( 'last_name', 'shipping', $value );
	}

	public function get_shipping_company( $context = 'view' ) {
		return $this->get_address_prop( 'company', 'shipping', $context );
	}

	public function set_shipping_company( $value ) {
		$this->set_address_prop( 'company', 'shipping', $value );
	}

	public function get_shipping_address_1( $context = 'view' ) {
		return $this->get_address_prop( 'address_1', 'shipping', $context );
	}

	public function set_shipping_address_1( $value ) {
		$this->set_address_prop( 'address_1', 'shipping', $value );
	}

	public function get_shipping_address_2( $context = 'view' ) {
		return $this->get_address_prop( 'address_2', 'shipping', $context );
	}

	public function set_shipping_address_2( $value ) {
		$this->set_address_prop( 'address_2', 'shipping', $value );
	}

	public function get_shipping_city( $context = 'view' ) {
		return $this->get_address_prop( 'city', 'shipping', $context );
	}

	public function set_shipping_city( $value ) {
		$this->set_address_prop( 'city', 'shipping', $value );
	}

	public function get_shipping_state( $context = 'view' ) {
		return $this->get_address_prop( 'state', 'shipping', $context );
	}

	public function set_shipping_state( $value ) {
		$this->set_address_prop( 'state', 'shipping', $value );
	}

	public function get_shipping_postcode( $context = 'view' ) {
		return $this->get_address_prop( 'postcode', 'shipping', $context );
	}

	public function set_shipping_postcode( $value ) {
		$this->set_address_prop( 'postcode', 'shipping', $value );
	}

	public function get_shipping_country( $context = 'view' ) {
		return $this->get_address_prop( 'country', 'shipping', $context );
	}

	public function set_shipping_country( $value ) {
		$this->set_address_prop( 'country', 'shipping', $value );
	}

	public function get_shipping_phone( $context = 'view' ) {
		return $this->get_address_prop( 'phone', 'shipping', $context );
	}

	public function set_shipping_phone( $value ) {
		$this->set_address_prop( 'phone', 'shipping', $value );
	}

	public function set_billing_address( array $address ) {
		$this->fill_address( 'billing', $address );
	}

	public function set_billing( array $address ) {
		$this->fill_address( 'billing', $address );
	}

	public function set_shipping_address( array $address ) {
		$this->fill_address( 'shipping', $address );
	}

	public function set_shipping( array $address ) {
		$this->fill_address( 'shipping', $address );
	}

	public function get_address( $address_type = 'billing' ) {
		$address = [];
		foreach ( array_keys( $this->data[ $address_type ] ) as $field ) {
			$address[ $field ] = $this->{"get_{$address_type}_{$field}"}();
		}
		return apply_filters( 'woocommerce_get_order_address', $address, $address_type, $this );
	}

	public function set_address( $address, $type = 'billing' ) {
		$this->fill_address( $type, (array) $address );
		$this->save();
	}

	public function get_formatted_billing_full_name() {
		return trim( $this->get_billing_first_name() . ' ' . $this->get_billing_last_name() );
	}

	public function get_formatted_shipping_full_name() {
		return trim( $this->get_shipping_first_name() . ' ' . $this->get_shipping_last_name() );
	}

	public function get_formatted_billing_address( $empty_content = '' ) {
		$text = WC()->countries->get_formatted_address( $this->get_address( 'billing' ) );
		return $text === '' ? $empty_content : $text;
	}

	public function get_formatted_shipping_address( $empty_content = '' ) {
		$text = WC()->countries->get_formatted_address( $this->get_address( 'shipping' ) );
		return $text === '' ? $empty_content : $text;
	}

	public function has_billing_address() {
		return $this->get_billing_address_1() !== '' || $this->get_billing_address_2() !== '';
	}

	public function has_shipping_address() {
		return $this->get_shipping_address_1() !== '' || $this->get_shipping_address_2() !== '';
	}

	protected function get_address_prop( $prop, $address_type = 'billing', $context = 'view' ) {
		$value = $this->changes[ $address_type ][ $prop ] ?? $this->data[ $address_type ][ $prop ] ?? null;
		return $context === 'view' ? apply_filters( $this->get_hook_prefix() . $address_type . '_' . $prop, $value, $this ) : $value;
	}

	protected function set_address_prop( $prop, $address_type, $value ) {
		$value = (string) $value;
		if ( ! isset( $this->data[ $address_type ][ $prop ] ) ) {
			return;
		}
		if ( $this->object_read !== true ) {
			$this->data[ $address_type ][ $prop ] = $value;
		} else {
			$this->changes[ $address_type ][ $prop ] = $value;
		}
	}

	/**
	 * @param array<string, mixed> $address
	 */
	private function fill_address( string $type, array $address ): void {
		foreach ( $address as $field => $value ) {
			$setter = "set_{$type}_{$field}";
			if ( method_exists( $this, $setter ) ) {
				$this->{$setter}( $value );
			}
		}
	}
}
