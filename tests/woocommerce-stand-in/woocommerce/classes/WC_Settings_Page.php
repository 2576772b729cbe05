<?php

declare( strict_types = 1 );

abstract class WC_Settings_Page {

	/**
	 * @var string
	 */
	protected $id = '';

	/**
	 * @var string
	 */
	protected $label = '';

	public function __construct() {
		add_filter( 'woocommerce_settings_tabs_array', [ $this, 'add_settings_page' ], 20 );
		add_action( 'woocommerce_sections_' . $this->id, [ $this, 'output_sections' ] );
		add_action( 'woocommerce_settings_' . $this->id, [ $this, 'output' ] );
		add_action( 'woocommerce_settings_save_' . $this->id, [ $this, 'save' ] );
	}

	public function get_id() {
		return $this->id;
	}

	public function get_label() {
		return $this->label;
	}

	public function add_settings_page( $pages ) {
		$pages[ $this->id ] = $this->label;
		return $pages;
	}

	final public function get_settings_for_section( $section_id ) {
		$settings = $this->get_settings_for_section_core( $section_id );
		return apply_filters( 'woocommerce_get_settings_' . $this->id, $settings, $section_id );
	}

	protected function get_settings_for_section_core( $section_id ) {
		return [];
	}

	public function get_sections() {
		return (array) apply_filters( 'woocommerce_get_sections_' . $this->id, $this->get_own_sections() );
	}

	protected function get_own_sections() {
		return [ '' => 'General' ];
	}

	public function output_sections() {
		global $current_section;
		$links = [];
		foreach ( count( $this->get_sections() ) > 1 ? $this->get_sections() : [] as $id => $label ) {
			$links[] = sprintf( '<li><a href="%s" class="%s">%s</a></li>', esc_url( admin_url( 'admin.php?page=wc-settings&tab=' . $this->id . '&section=' . sanitize_title( (string) $id ) ) ), $current_section === (string) $id ? 'current' : '', esc_html( $label ) );
		}
		echo '<ul class="subsubsub">' . implode( ' | ', $links ) . '</ul><br class="clear" />'; // phpcs:ignore WordPress.Security.EscapeOutput -- Escaped above.
	}

	public function output() {
		global $current_section;
		WC_Admin_Settings::output_fields( $this->get_settings_for_section( $current_section ) );
	}

	public function save() {
		global $current_section;
		WC_Admin_Settings::save_fields( $this->get_settings_for_section( $current_section ) );
		if ( $current_section !== '' ) {
			do_action( 'woocommerce_update_options_' . $this->id . '_' . $current_section );
		}
	}
}
