<?php

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\OrderItems;
use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\OrderSums;
use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Storage\OrderStore;

abstract class WC_Abstract_Order extends WC_Data {
	use OrderItems;
	use OrderSums;

	protected $data = [
		'parent_id'          => 0,
		'status'             => '',
		'currency'           => '',
		'version'            => '',
		'prices_include_tax' => false,
		'date_created'       => null,
		'date_modified'      => null,
		'discount_total'     => 0,
		'discount_tax'       => 0,
		'shipping_total'     => 0,
		'shipping_tax'       => 0,
		'cart_tax'           => 0,
		'total'              => 0,
		'total_tax'          => 0,
	];

	/**
	 * @var array<string, array<int|string, WC_Order_Item>> Items by type. A type is missing until it is read.
	 */
	protected $items = [];

	/**
	 * @var list<WC_Order_Item>
	 */
	protected $items_to_delete = [];

	private const SEARCHABLE_PROPS = [ '_order_key' => 'order_key', '_billing_email' => 'billing_email', '_customer_id' => 'customer_id', '_order_total' => 'total', '_order_currency' => 'currency', '_date_paid' => 'date_paid' ];

	protected $object_type = 'order';

	public function __construct( $order = 0 ) {
		parent::__construct( $order );
		$this->data_store = new OrderStore( [ $this->get_type() ], $this instanceof WC_Order ? self::SEARCHABLE_PROPS : [ '_refund_amount' => 'amount' ] );
		$id               = match ( true ) {
			$order instanceof self    => $order->get_id(),
			$order instanceof WP_Post => $order->ID,
			is_numeric( $order )      => (int) $order,
			default                   => 0,
		};
		$this->set_id( $id );
		if ( $id > 0 ) {
			$this->data_store->read( $this );
		} else {
			$this->set_object_read( true );
		}
	}

	public function get_type() {
		return 'shop_order';
	}

	public function get_base_data() {
		return array_merge( [ 'id' => $this->get_id() ], $this->data );
	}

	public function get_data() {
		$lines = [];
		foreach ( [ 'line_item', 'tax', 'shipping', 'fee', 'coupon' ] as $type ) {
			$lines[ $type === 'line_item' ? 'line_items' : "{$type}_lines" ] = $this->get_items( $type );
		}
		return array_merge( $this->get_base_data(), [ 'meta_data' => $this->get_meta_data() ], $lines );
	}

	public function save() {
		parent::save();
		$this->save_items();
		return $this->get_id();
	}

	public function get_parent_id( $context = 'view' ) {
		return $this->get_prop( 'parent_id', $context );
	}

	public function get_currency( $context = 'view' ) {
		return $this->get_prop( 'currency', $context );
	}

	public function get_version( $context = 'view' ) {
		return $this->get_prop( 'version', $context );
	}

	public function get_prices_include_tax( $context = 'view' ) {
		return $this->get_prop( 'prices_include_tax', $context );
	}

	public function get_date_created( $context = 'view' ) {
		return $this->get_prop( 'date_created', $context );
	}

	public function get_date_modified( $context = 'view' ) {
		return $this->get_prop( 'date_modified', $context );
	}

	public function get_discount_total( $context = 'view' ) {
		return $this->get_prop( 'discount_total', $context );
	}

	public function get_discount_tax( $context = 'view' ) {
		return $this->get_prop( 'discount_tax', $context );
	}

	public function get_shipping_total( $context = 'view' ) {
		return $this->get_prop( 'shipping_total', $context );
	}

	public function get_shipping_tax( $context = 'view' ) {
		return $this->get_prop( 'shipping_tax', $context );
	}

	public function get_cart_tax( $context = 'view' ) {
		return $this->get_prop( 'cart_tax', $context );
	}

	public function get_total( $context = 'view' ) {
		return $this->get_prop( 'total', $context );
	}

	public function get_total_tax( $context = 'view' ) {
		return $this->get_prop( 'total_tax', $context );
	}

	public function get_status( $context = 'view' ) {
		$status = (string) $this->get_prop( 'status', $context );
		return $status === '' && $context === 'view' ? apply_filters( 'woocommerce_default_order_status', 'pending' ) : $status;
	}

	public function has_status( $status ) {
		return apply_filters( 'woocommerce_order_has_status', in_array( $this->get_status(), (array) $status, true ), $this, $status );
	}

	public function set_status( $new_status ) {
		$from = $this->get_status();
		$to   = str_starts_with( (string) $new_status, 'wc-' ) ? substr( (string) $new_status, 3 ) : (string) $new_status;
		if ( $this->object_read === true ) {
			$statuses = array_merge( array_map( static fn ( string $name ): string => substr( $name, 3 ), array_keys( wc_get_order_statuses() ) ), [ 'draft', 'auto-draft', 'new', 'trash', 'checkout-draft' ] );
			$to       = in_array( $to, $statuses, true ) ? $to : 'pending';
		}
		$this->set_prop( 'status', $to );
		return [ 'from' => $from, 'to' => $to ];
	}

	public function set_parent_id( $value ) {
		$this->set_prop( 'parent_id', absint( $value ) );
	}

	public function set_version( $value ) {
		$this->set_prop( 'version', (string) $value );
	}

	public function set_currency( $value ) {
		if ( (string) $value !== '' && ! isset( get_woocommerce_currencies()[ $value ] ) ) {
			$this->error( 'order_invalid_currency', 'Invalid currency code' );
		}
		$this->set_prop( 'currency', (string) $value );
	}

	public function set_prices_include_tax( $value ) {
		$this->set_prop( 'prices_include_tax', (bool) $value );
	}

	public function set_date_created( $date = null ) {
		$this->set_date_prop( 'date_created', $date );
	}

	public function set_date_modified( $date = null ) {
		$this->set_date_prop( 'date_modified', $date );
	}

	public function set_discount_total( $value ) {
		$this->set_prop( 'discount_total', wc_format_decimal( $value ) );
	}

	public function set_discount_tax( $value ) {
		$this->set_prop( 'discount_tax', wc_format_decimal( $value ) );
	}

	public function set_shipping_total( $value ) {
		$this->set_prop( 'shipping_total', wc_format_decimal( $value ) );
	}

	public function set_shipping_tax( $value ) {
		$this->set_prop( 'shipping_tax', wc_format_decimal( $value ) );
		$this->set_total_tax( (float) $this->get_cart_tax( 'edit' ) + (float) $this->get_shipping_tax( 'edit' ) );
	}

	public function set_cart_tax( $value ) {
		$this->set_prop( 'cart_tax', wc_format_decimal( $value ) );
		$this->set_total_tax( (float) $this->get_cart_tax( 'edit' ) + (float) $this->get_shipping_tax( 'edit' ) );
	}

	protected function set_total_tax( $value ) {
		$this->set_prop( 'total_tax', wc_format_decimal( round( (float) $value, wc_get_price_decimals() ) ) );
	}

	public function set_total( $value, $deprecated = '' ) {
		$this->set_prop( 'total', wc_format_decimal( $value, wc_get_price_decimals() ) );
	}

	public function get_user_id( $context = 'view' ) {
		return 0;
	}

	public function get_user() {
		return false;
	}
}
