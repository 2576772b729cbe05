<?php

declare( strict_types = 1 );

class WC_Payment_Gateways {

	/**
	 * @var array<string, object>
	 */
	public $payment_gateways = [];

	/**
	 * @var WC_Payment_Gateways|null
	 */
	protected static $_instance = null;

	public static function instance() {
		return self::$_instance ??= new self();
	}

	public function __construct() {
		$this->init();
	}

	public function init() {
		foreach ( (array) apply_filters( 'woocommerce_payment_gateways', [] ) as $gateway ) {
			$gateway = is_string( $gateway ) && class_exists( $gateway ) ? new $gateway() : $gateway;
			if ( is_object( $gateway ) && isset( $gateway->id ) ) {
				$this->payment_gateways[ $gateway->id ] = $gateway;
			}
		}
	}

	public function payment_gateways() {
		return $this->payment_gateways;
	}

	public function get_available_payment_gateways() {
		return (array) apply_filters( 'woocommerce_available_payment_gateways', $this->payment_gateways );
	}
}
