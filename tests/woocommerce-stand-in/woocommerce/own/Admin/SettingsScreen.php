<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin;

use WC_Admin_Settings;

final class SettingsScreen {

	public function load(): void {
		global $current_tab, $current_section;
		// phpcs:disable WordPress.Security.NonceVerification -- Only selects the screen.
		$current_tab     = sanitize_title( wp_unslash( $_GET['tab'] ?? 'general' ) );
		$current_section = sanitize_title( wp_unslash( $_GET['section'] ?? '' ) );
		// phpcs:enable
		do_action( 'woocommerce_settings_page_init' );
		WC_Admin_Settings::get_settings_pages();
		if ( ! empty( $_POST['save'] ) ) {
			WC_Admin_Settings::save();
		}
	}

	public function render(): void {
		WC_Admin_Settings::output();
	}
}
