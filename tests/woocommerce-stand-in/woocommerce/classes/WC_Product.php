<?php

declare( strict_types = 1 );

use Automattic\WooCommerce\Enums\ProductStockStatus;
use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Storage\PostStore;

class WC_Product extends WC_Data {

	protected $data = [
		'name'              => '',
		'slug'              => '',
		'status'            => 'publish',
		'description'       => '',
		'short_description' => '',
		'sku'               => '',
		'price'             => '',
		'sale_price'        => '',
		'tax_status'        => 'taxable',
		'tax_class'         => '',
		'manage_stock'      => false,
		'stock_quantity'    => null,
		'stock_status'      => 'instock',
		'weight'            => '',
		'parent_id'         => 0,
		'attributes'        => [],
		'virtual'           => false,
		'downloadable'      => false,
		'regular_price'     => '',
		'date_created'      => null,
	];

	protected $object_type = 'product';

	public function __construct( $product = 0 ) {
		parent::__construct( $product );
		$this->data_store = new PostStore( [ $this->get_type() === 'variation' ? 'product_variation' : 'product' ], [ '_sku' => 'sku', '_type' => 'type' ] );
		$this->set_id( is_object( $product ) ? ( $product instanceof WC_Product ? $product->get_id() : $product->ID ) : (int) $product );
		if ( $this->get_id() > 0 ) {
			$this->data_store->read( $this );
		} else {
			$this->set_object_read( true );
		}
	}

	public function get_type() {
		return 'simple';
	}

	public function get_name( $context = 'view' ) {
		return $this->get_prop( 'name', $context );
	}

	public function set_name( $name ) {
		$this->set_prop( 'name', (string) $name );
	}

	public function get_slug( $context = 'view' ) {
		return $this->get_prop( 'slug', $context );
	}

	public function set_slug( $slug ) {
		$this->set_prop( 'slug', (string) $slug );
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

	public function get_short_description( $context = 'view' ) {
		return $this->get_prop( 'short_description', $context );
	}

	public function set_short_description( $short_description ) {
		$this->set_prop( 'short_description', (string) $short_description );
	}

	public function get_sku( $context = 'view' ) {
		return $this->get_prop( 'sku', $context );
	}

	public function set_sku( $sku ) {
		$this->set_prop( 'sku', (string) $sku );
	}

	public function get_price( $context = 'view' ) {
		return $this->get_prop( 'price', $context );
	}

	public function set_price( $price ) {
		$this->set_prop( 'price', wc_format_decimal( $price ) );
	}

	public function get_sale_price( $context = 'view' ) {
		return $this->get_prop( 'sale_price', $context );
	}

	public function set_sale_price( $price ) {
		$this->set_prop( 'sale_price', wc_format_decimal( $price ) );
	}

	public function get_tax_status( $context = 'view' ) {
		return $this->get_prop( 'tax_status', $context );
	}

	public function set_tax_status( $status ) {
		$this->set_prop( 'tax_status', (string) $status );
	}

	public function get_tax_class( $context = 'view' ) {
		return $this->get_prop( 'tax_class', $context );
	}

	public function set_tax_class( $class ) {
		$this->set_prop( 'tax_class', WC_Tax::format_tax_rate_class( $class ) );
	}

	public function get_manage_stock( $context = 'view' ) {
		return $this->get_prop( 'manage_stock', $context );
	}

	public function set_manage_stock( $manage_stock ) {
		$this->set_prop( 'manage_stock', wc_string_to_bool( $manage_stock ) );
	}

	public function get_stock_quantity( $context = 'view' ) {
		return $this->get_prop( 'stock_quantity', $context );
	}

	public function set_stock_quantity( $quantity ) {
		$this->set_prop( 'stock_quantity', $quantity );
	}

	public function get_stock_status( $context = 'view' ) {
		return $this->get_prop( 'stock_status', $context );
	}

	public function set_stock_status( $status = ProductStockStatus::IN_STOCK ) {
		$this->set_prop( 'stock_status', (string) $status );
	}

	public function get_weight( $context = 'view' ) {
		return $this->get_prop( 'weight', $context );
	}

	public function set_weight( $weight ) {
		$this->set_prop( 'weight', (string) $weight );
	}

	public function get_parent_id( $context = 'view' ) {
		return $this->get_prop( 'parent_id', $context );
	}

	public function set_parent_id( $parent_id ) {
		$this->set_prop( 'parent_id', absint( $parent_id ) );
	}

	public function get_attributes( $context = 'view' ) {
		return $this->get_prop( 'attributes', $context );
	}

	public function set_attributes( $raw_attributes ) {
		$this->set_prop( 'attributes', (array) $raw_attributes );
	}

	public function get_virtual( $context = 'view' ) {
		return $this->get_prop( 'virtual', $context );
	}

	public function set_virtual( $virtual ) {
		$this->set_prop( 'virtual', wc_string_to_bool( $virtual ) );
	}

	public function get_downloadable( $context = 'view' ) {
		return $this->get_prop( 'downloadable', $context );
	}

	public function set_downloadable( $downloadable ) {
		$this->set_prop( 'downloadable', wc_string_to_bool( $downloadable ) );
	}

	public function get_regular_price( $context = 'view' ) {
		return $this->get_prop( 'regular_price', $context );
	}

	public function set_regular_price( $price ) {
		$this->set_prop( 'regular_price', wc_format_decimal( $price ) );
	}

	public function get_date_created( $context = 'view' ) {
		return $this->get_prop( 'date_created', $context );
	}

	public function set_date_created( $date = null ) {
		$this->set_date_prop( 'date_created', $date );
	}

	public function save() {
		$this->set_price( $this->get_sale_price( 'edit' ) !== '' ? $this->get_sale_price( 'edit' ) : $this->get_regular_price( 'edit' ) );
		return parent::save();
	}

	public function is_type( $type ) {
		return in_array( $this->get_type(), (array) $type, true );
	}

	public function exists() {
		return $this->get_id() > 0;
	}

	public function is_virtual() {
		return apply_filters( 'woocommerce_is_virtual', $this->get_virtual(), $this );
	}

	public function is_downloadable() {
		return apply_filters( 'woocommerce_is_downloadable', $this->get_downloadable(), $this );
	}

	public function needs_shipping() {
		return apply_filters( 'woocommerce_product_needs_shipping', ! $this->is_virtual(), $this );
	}

	public function is_taxable() {
		return apply_filters( 'woocommerce_product_is_taxable', $this->get_tax_status() === 'taxable' && wc_tax_enabled(), $this );
	}

	public function get_title() {
		return apply_filters( 'woocommerce_product_title', $this->get_name(), $this );
	}

	public function get_permalink() {
		return get_permalink( $this->get_id() );
	}

	public function get_image_id( $context = 'view' ) {
		return '';
	}

	public function get_children() {
		return [];
	}

	public function get_formatted_name() {
		return wp_strip_all_tags( $this->get_name() . ' (' . ( $this->get_sku() === '' ? '#' . $this->get_id() : $this->get_sku() ) . ')' );
	}

	public function get_price_html( $deprecated = '' ) {
		return apply_filters( 'woocommerce_get_price_html', $this->get_price() === '' ? '' : wc_price( $this->get_price() ), $this );
	}
}
