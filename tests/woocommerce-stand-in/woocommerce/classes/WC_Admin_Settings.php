<?php

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin\GeneralSettings;
use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin\PaymentSettings;

class WC_Admin_Settings {

	/**
	 * @var list<WC_Settings_Page>
	 */
	private static $settings = [];

	/**
	 * @var list<string>
	 */
	private static $errors = [];

	/**
	 * @var list<string>
	 */
	private static $messages = [];

	public static function get_settings_pages() {
		if ( self::$settings === [] ) {
			self::$settings = apply_filters( 'woocommerce_get_settings_pages', [ new GeneralSettings(), new PaymentSettings() ] );
		}
		return self::$settings;
	}

	public static function save() {
		global $current_tab;
		check_admin_referer( 'woocommerce-settings' );
		do_action( 'woocommerce_settings_save_' . $current_tab );
		do_action( 'woocommerce_update_options_' . $current_tab );
		do_action( 'woocommerce_update_options' );
		self::add_message( 'Your settings have been saved.' );
		do_action( 'woocommerce_settings_saved' );
	}

	public static function add_message( $text ) {
		self::$messages[] = $text;
	}

	public static function add_error( $text ) {
		self::$errors[] = $text;
	}

	public static function show_messages() {
		foreach ( self::$errors as $text ) {
			echo '<div id="message" class="error inline"><p><strong>' . esc_html( $text ) . '</strong></p></div>';
		}
		foreach ( self::$errors === [] ? self::$messages : [] as $text ) {
			echo '<div id="message" class="updated inline"><p><strong>' . esc_html( $text ) . '</strong></p></div>';
		}
	}

	public static function output() {
		global $current_tab;
		do_action( 'woocommerce_settings_start' );
		echo '<div class="wrap woocommerce">';
		do_action( 'woocommerce_before_settings_' . $current_tab );
		echo '<form method="post" id="mainform" action="" enctype="multipart/form-data"><nav class="nav-tab-wrapper woo-nav-tab-wrapper">';
		$tabs = apply_filters( 'woocommerce_settings_tabs_array', [] );
		foreach ( $tabs as $slug => $label ) {
			printf( '<a href="%s" class="nav-tab %s">%s</a>', esc_url( admin_url( "admin.php?page=wc-settings&tab=$slug" ) ), $slug === $current_tab ? 'nav-tab-active' : '', esc_html( $label ) );
		}
		do_action( 'woocommerce_settings_tabs' );
		echo '</nav><h1 class="screen-reader-text">' . esc_html( $tabs[ $current_tab ] ?? '' ) . '</h1>';
		do_action( 'woocommerce_sections_' . $current_tab );
		self::show_messages();
		do_action( 'woocommerce_settings_' . $current_tab );
		echo '<p class="submit">';
		if ( empty( $GLOBALS['hide_save_button'] ) ) {
			echo '<button name="save" class="woocommerce-save-button components-button is-primary" type="submit" value="Save changes">Save changes</button>';
		}
		wp_nonce_field( 'woocommerce-settings' );
		echo '</p></form>';
		do_action( 'woocommerce_after_settings_' . $current_tab );
		echo '</div>';
	}

	public static function get_option( $option_name, $default = '' ) {
		$value = get_option( $option_name, $default );
		return is_string( $value ) ? wp_unslash( $value ) : $value;
	}

	public static function output_fields( $options ) {
		foreach ( $options as $option ) {
			$type = (string) ( $option['type'] ?? '' );
			$id   = (string) ( $option['id'] ?? '' );
			if ( $type === 'title' ) {
				printf( '<h2>%s</h2><table class="form-table">', esc_html( (string) ( $option['title'] ?? '' ) ) );
			} elseif ( $type === 'sectionend' ) {
				echo '</table>';
			} elseif ( in_array( $type, [ 'text', 'password', 'number', 'email', 'textarea', 'select', 'checkbox' ], true ) ) {
				printf( '<tr><th scope="row" class="titledesc"><label for="%1$s">%2$s</label></th><td class="forminp forminp-%3$s">', esc_attr( $id ), esc_html( (string) ( $option['title'] ?? '' ) ), esc_attr( $type ) );
				self::output_field( $type, $id, $option );
				echo '</td></tr>';
			} else {
				do_action( 'woocommerce_admin_field_' . $type, $option );
			}
		}
	}

	public static function save_fields( $options, $data = null ) {
		$data = $data ?? wp_unslash( $_POST ); // phpcs:ignore WordPress.Security.NonceVerification -- Checked by save().
		foreach ( $options as $option ) {
			$id = (string) ( $option['id'] ?? '' );
			if ( $id === '' || in_array( $option['type'] ?? '', [ 'title', 'sectionend' ], true ) ) {
				continue;
			}
			$raw   = $data[ $id ] ?? null;
			$value = $option['type'] === 'checkbox' ? wc_bool_to_string( in_array( $raw, [ '1', 'yes' ], true ) ) : ( $option['type'] === 'textarea' ? wp_kses_post( trim( (string) $raw ) ) : wc_clean( $raw ) );
			$value = apply_filters( 'woocommerce_admin_settings_sanitize_option', $value, $option, $raw );
			$value = apply_filters( "woocommerce_admin_settings_sanitize_option_$id", $value, $option, $raw );
			if ( $value !== null ) {
				update_option( $id, $value );
			}
		}
		return true;
	}

	/**
	 * @param array<string, mixed> $option
	 */
	private static function output_field( string $type, string $id, array $option ): void {
		$value = self::get_option( $id, $option['default'] ?? '' );
		if ( $type === 'select' ) {
			printf( '<select name="%1$s" id="%1$s">', esc_attr( $id ) );
			foreach ( (array) $option['options'] as $key => $label ) {
				printf( '<option value="%s"%s>%s</option>', esc_attr( (string) $key ), selected( (string) $key, (string) $value, false ), esc_html( $label ) );
			}
			echo '</select>';
		} elseif ( $type === 'textarea' ) {
			printf( '<textarea name="%1$s" id="%1$s">%2$s</textarea>', esc_attr( $id ), esc_textarea( (string) $value ) );
		} elseif ( $type === 'checkbox' ) {
			printf( '<input name="%1$s" id="%1$s" type="checkbox" value="1"%2$s />', esc_attr( $id ), checked( $value, 'yes', false ) );
		} else {
			printf( '<input name="%1$s" id="%1$s" type="%2$s" value="%3$s" />', esc_attr( $id ), esc_attr( $type ), esc_attr( (string) $value ) );
		}
	}
}
