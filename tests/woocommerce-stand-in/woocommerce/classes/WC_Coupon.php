<?php

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Storage\PostStore;

class WC_Coupon extends WC_Data {

	protected $data = [
		'code'          => '',
		'status'        => 'publish',
		'description'   => '',
		'discount_type' => 'fixed_cart',
		'amount'        => 0,
	];

	protected $object_type = 'coupon';

	public function __construct( $data = '' ) {
		parent::__construct( $data );
		$this->data_store = new PostStore( [ 'shop_coupon' ], [ '_code' => 'code' ] );
		if ( is_string( $data ) && $data !== '' && ! is_numeric( $data ) ) {
			$found = get_posts( [ 'post_type' => 'shop_coupon', 'fields' => 'ids', 'posts_per_page' => 1, 'meta_key' => '_code', 'meta_value' => wc_format_coupon_code( $data ) ] );
			$data  = $found[0] ?? 0;
		}
		$this->set_id( $data instanceof self ? $data->get_id() : (int) $data );
		if ( $this->get_id() > 0 ) {
			$this->data_store->read( $this );
		} else {
			$this->set_object_read( true );
		}
	}

	public function is_type( $type ) {
		return in_array( $this->get_discount_type(), (array) $type, true );
	}

	public function get_code( $context = 'view' ) {
		return $this->get_prop( 'code', $context );
	}

	public function set_code( $code ) {
		$this->set_prop( 'code', wc_format_coupon_code( $code ) );
	}

	public function get_status( $context = 'view' ) {
		return $this->get_prop( 'status', $context );
	}

	public function set_status( $status ) {
		$this->set_prop( 'status', (string) $status );
	}

	public function get_description( $context = 'view' ) {
		return $this->get_prop( 'description', $context );
	}

	public function set_description( $description ) {
		$this->set_prop( 'description', (string) $description );
	}

	public function get_discount_type( $context = 'view' ) {
		return $this->get_prop( 'discount_type', $context );
	}

	public function set_discount_type( $discount_type ) {
		$this->set_prop( 'discount_type', (string) $discount_type );
	}

	public function get_amount( $context = 'view' ) {
		return $this->get_prop( 'amount', $context );
	}

	public function set_amount( $amount ) {
		$this->set_prop( 'amount', wc_format_decimal( $amount ) );
	}
}
