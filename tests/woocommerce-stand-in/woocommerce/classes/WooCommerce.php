<?php

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Hooks;

final class WooCommerce {

	/**
	 * @var string
	 */
	public $version = '10.5.0';

	/**
	 * @var WC_Session|null
	 */
	public $session = null;

	/**
	 * @var WC_Countries|null
	 */
	public $countries = null;

	/**
	 * @var WC_Cart|null
	 */
	public $cart = null;

	/**
	 * @var WC_Customer|null
	 */
	public $customer = null;

	/**
	 * @var self|null
	 */
	protected static $_instance = null;

	public static function instance() {
		return self::$_instance ??= new self();
	}

	public function __construct() {
		$this->countries = new WC_Countries();
		Hooks::register();
		add_action( 'plugins_loaded', [ $this, 'on_plugins_loaded' ], -1 );
		add_action( 'init', [ $this, 'init' ], 0 );
	}

	public function on_plugins_loaded() {
		do_action( 'woocommerce_loaded' );
	}

	public function init() {
		do_action( 'before_woocommerce_init' );
		do_action( 'woocommerce_init' );
	}

	public function plugin_url() {
		return untrailingslashit( plugins_url( '/', WC_PLUGIN_FILE ) );
	}

	public function plugin_path() {
		return untrailingslashit( plugin_dir_path( WC_PLUGIN_FILE ) );
	}

	public function api_request_url( $request, $ssl = null ) {
		return add_query_arg( 'wc-api', $request, home_url( '/', $ssl === null ? null : ( $ssl ? 'https' : 'http' ) ) );
	}

	public function mailer() {
		return WC_Emails::instance();
	}

	public function payment_gateways() {
		return WC_Payment_Gateways::instance();
	}
}
