<?php

declare( strict_types = 1 );

use Automattic\WooCommerce\Utilities\OrderUtil;
use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Notes;
use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\OrderAddresses;
use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\OrderPayment;
use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\OrderRefunds;

class WC_Order extends WC_Abstract_Order {
	use OrderAddresses;
	use OrderPayment;
	use OrderRefunds;

	protected $data = [
		'parent_id'            => 0,
		'status'               => '',
		'currency'             => '',
		'version'              => '',
		'prices_include_tax'   => false,
		'date_created'         => null,
		'date_modified'        => null,
		'discount_total'       => 0,
		'discount_tax'         => 0,
		'shipping_total'       => 0,
		'shipping_tax'         => 0,
		'cart_tax'             => 0,
		'total'                => 0,
		'total_tax'            => 0,
		'customer_id'          => 0,
		'order_key'            => '',
		'billing'              => [ 'first_name' => '', 'last_name' => '', 'company' => '', 'address_1' => '', 'address_2' => '', 'city' => '', 'state' => '', 'postcode' => '', 'country' => '', 'email' => '', 'phone' => '' ],
		'shipping'             => [ 'first_name' => '', 'last_name' => '', 'company' => '', 'address_1' => '', 'address_2' => '', 'city' => '', 'state' => '', 'postcode' => '', 'country' => '', 'phone' => '' ],
		'payment_method'       => '',
		'payment_method_title' => '',
		'transaction_id'       => '',
		'customer_ip_address'  => '',
		'customer_user_agent'  => '',
		'created_via'          => '',
		'customer_note'        => '',
		'date_completed'       => null,
		'date_paid'            => null,
		'cart_hash'            => '',
	];

	public function save() {
		parent::save();
		$this->status_transition();
		return $this->get_id();
	}

	public function get_data() {
		return array_merge( parent::get_data(), [ 'number' => $this->get_order_number() ] );
	}

	public function get_order_number() {
		return (string) apply_filters( 'woocommerce_order_number', $this->get_id(), $this );
	}

	public function get_user_id( $context = 'view' ) {
		return $this->get_customer_id( $context );
	}

	public function get_user() {
		return $this->get_user_id() > 0 ? get_user_by( 'id', $this->get_user_id() ) : false;
	}

	public function get_customer_id( $context = 'view' ) {
		return $this->get_prop( 'customer_id', $context );
	}

	public function set_customer_id( $value ) {
		$this->set_prop( 'customer_id', absint( $value ) );
	}

	public function get_order_key( $context = 'view' ) {
		return $this->get_prop( 'order_key', $context );
	}

	public function set_order_key( $value ) {
		$this->set_prop( 'order_key', substr( (string) $value, 0, 22 ) );
	}

	public function get_payment_method_title( $context = 'view' ) {
		return $this->get_prop( 'payment_method_title', $context );
	}

	public function set_payment_method_title( $value ) {
		$this->set_prop( 'payment_method_title', (string) $value );
	}

	public function get_transaction_id( $context = 'view' ) {
		return $this->get_prop( 'transaction_id', $context );
	}

	public function set_transaction_id( $value ) {
		$this->set_prop( 'transaction_id', (string) $value );
	}

	public function get_customer_ip_address( $context = 'view' ) {
		return $this->get_prop( 'customer_ip_address', $context );
	}

	public function set_customer_ip_address( $value ) {
		$this->set_prop( 'customer_ip_address', (string) $value );
	}

	public function get_customer_user_agent( $context = 'view' ) {
		return $this->get_prop( 'customer_user_agent', $context );
	}

	public function set_customer_user_agent( $value ) {
		$this->set_prop( 'customer_user_agent', (string) $value );
	}

	public function get_created_via( $context = 'view' ) {
		return $this->get_prop( 'created_via', $context );
	}

	public function set_created_via( $value ) {
		$this->set_prop( 'created_via', (string) $value );
	}

	public function get_customer_note( $context = 'view' ) {
		return $this->get_prop( 'customer_note', $context );
	}

	public function set_customer_note( $value ) {
		$this->set_prop( 'customer_note', (string) $value );
	}

	public function get_cart_hash( $context = 'view' ) {
		return $this->get_prop( 'cart_hash', $context );
	}

	public function set_cart_hash( $value ) {
		$this->set_prop( 'cart_hash', (string) $value );
	}

	public function get_payment_method( $context = 'view' ) {
		return $this->get_prop( 'payment_method', $context );
	}

	public function set_payment_method( $payment_method = '' ) {
		if ( is_object( $payment_method ) ) {
			$this->set_payment_method_title( $payment_method->get_title() );
			$payment_method = $payment_method->id;
		}
		$this->set_prop( 'payment_method', (string) $payment_method );
	}

	public function get_date_completed( $context = 'view' ) {
		return $this->get_prop( 'date_completed', $context );
	}

	public function set_date_completed( $date = null ) {
		$this->set_date_prop( 'date_completed', $date );
	}

	public function get_date_paid( $context = 'view' ) {
		return $this->get_prop( 'date_paid', $context );
	}

	public function set_date_paid( $date = null ) {
		$this->set_date_prop( 'date_paid', $date );
	}

	public function key_is_valid( $key ) {
		return hash_equals( $this->get_order_key(), (string) $key );
	}

	public function is_editable() {
		return apply_filters( 'wc_order_is_editable', in_array( $this->get_status(), [ 'pending', 'on-hold', 'auto-draft' ], true ), $this );
	}

	public function is_created_via( $modus ) {
		return apply_filters( 'woocommerce_order_is_created_via', $modus === $this->get_created_via(), $this, $modus );
	}

	public function get_edit_order_url() {
		return apply_filters( 'woocommerce_get_edit_order_url', OrderUtil::get_order_admin_edit_url( $this->get_id() ), $this );
	}

	public function get_view_order_url() {
		return apply_filters( 'woocommerce_get_view_order_url', wc_get_endpoint_url( 'view-order', (string) $this->get_id(), wc_get_page_permalink( 'myaccount' ) ), $this );
	}

	public function get_checkout_payment_url( $on_checkout = false ) {
		$url = wc_get_endpoint_url( 'order-pay', (string) $this->get_id(), wc_get_checkout_url() );
		$url = add_query_arg( ( $on_checkout ? [] : [ 'pay_for_order' => 'true' ] ) + [ 'key' => $this->get_order_key() ], $url );
		return apply_filters( 'woocommerce_get_checkout_payment_url', $url, $this );
	}

	public function get_checkout_order_received_url() {
		$url = add_query_arg( 'key', $this->get_order_key(), wc_get_endpoint_url( 'order-received', (string) $this->get_id(), wc_get_checkout_url() ) );
		return apply_filters( 'woocommerce_get_checkout_order_received_url', $url, $this );
	}

	public function get_cancel_endpoint() {
		return wc_get_page_permalink( 'cart' );
	}

	public function get_cancel_order_url( $redirect = '' ) {
		return esc_url( $this->get_cancel_order_url_raw( $redirect ) );
	}

	public function get_cancel_order_url_raw( $redirect = '' ) {
		$url = add_query_arg(
			[
				'cancel_order' => 'true',
				'order'        => $this->get_order_key(),
				'order_id'     => $this->get_id(),
				'redirect'     => $redirect,
				'_wpnonce'     => wp_create_nonce( 'woocommerce-cancel_order' ),
			],
			$this->get_cancel_endpoint()
		);
		return apply_filters( 'woocommerce_get_cancel_order_url_raw', $url, $this, $redirect );
	}

	public function add_order_note( $note, $is_customer_note = 0, $added_by_user = false, $meta_data = [] ) {
		return Notes::add( $this, (string) $note, (bool) $is_customer_note, (bool) $added_by_user, (array) $meta_data );
	}

	public function get_customer_order_notes() {
		return Notes::comments( $this->get_id(), 'customer' );
	}

	public function get_formatted_order_total( $tax_display = '', $display_refunded = true ) {
		$total    = wc_price( $this->get_total(), [ 'currency' => $this->get_currency() ] );
		$refunded = (float) $this->get_total_refunded();
		if ( $display_refunded && $refunded > 0 ) {
			$total = '<del>' . wp_strip_all_tags( $total ) . '</del> <ins>' . wc_price( (float) $this->get_total() - $refunded, [ 'currency' => $this->get_currency() ] ) . '</ins>';
		}
		return apply_filters( 'woocommerce_get_formatted_order_total', $total, $this, $tax_display, $display_refunded );
	}

	public function needs_shipping_address() {
		return $this->get_items( 'shipping' ) !== [];
	}

	public function untrash(): bool {
		if ( ! wp_untrash_post( $this->get_id() ) ) {
			return false;
		}
		$this->data_store->read( $this );
		return true;
	}
}
