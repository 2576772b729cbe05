<?php

declare( strict_types = 1 );

abstract class WC_Settings_API {

	/**
	 * @var string
	 */
	public $plugin_id = 'woocommerce_';

	/**
	 * @var string
	 */
	public $id = '';

	/**
	 * @var array<string, mixed>
	 */
	public $settings = [];

	/**
	 * @var array<string, array<string, mixed>>
	 */
	public $form_fields = [];

	/**
	 * @var list<string>
	 */
	public $errors = [];

	/**
	 * @var array<string, mixed>
	 */
	protected $data = [];

	public function get_form_fields() {
		return apply_filters( 'woocommerce_settings_api_form_fields_' . $this->id, $this->form_fields );
	}

	public function init_form_fields() {
	}

	public function get_option_key() {
		return $this->plugin_id . $this->id . '_settings';
	}

	public function get_field_key( $key ) {
		return $this->plugin_id . $this->id . '_' . $key;
	}

	public function init_settings() {
		$stored         = get_option( $this->get_option_key(), null );
		$this->settings = ( is_array( $stored ) ? $stored : [] ) + array_map( static fn ( $field ) => $field['default'] ?? '', $this->get_form_fields() );
	}

	public function get_option( $key, $empty_value = null ) {
		if ( $this->settings === [] ) {
			$this->init_settings();
		}
		$value = $this->settings[ $key ] ?? ( $this->get_form_fields()[ $key ]['default'] ?? '' );
		return $empty_value !== null && $value === '' ? $empty_value : $value;
	}

	public function update_option( $key, $value = '' ) {
		if ( $this->settings === [] ) {
			$this->init_settings();
		}
		$this->settings[ $key ] = $value;
		return update_option( $this->get_option_key(), $this->settings );
	}

	public function set_post_data( $data = [] ) {
		$this->data = $data;
	}

	public function get_post_data() {
		return $this->data !== [] ? $this->data : $_POST; // phpcs:ignore WordPress.Security.NonceVerification -- The settings screen checked it.
	}

	public function process_admin_options() {
		$this->init_settings();
		$posted = $this->get_post_data();
		foreach ( $this->get_form_fields() as $key => $field ) {
			$raw = wp_unslash( $posted[ $this->get_field_key( $key ) ] ?? null );
			if ( ( $field['type'] ?? 'text' ) !== 'title' ) {
				$this->settings[ $key ] = ( $field['type'] ?? 'text' ) === 'checkbox' ? wc_bool_to_string( $raw !== null ) : wc_clean( $raw ?? '' );
			}
		}
		return update_option( $this->get_option_key(), apply_filters( 'woocommerce_settings_api_sanitized_fields_' . $this->id, $this->settings ) );
	}

	public function add_error( $error ) {
		$this->errors[] = $error;
	}

	public function get_errors() {
		return $this->errors;
	}
}
