<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings\Admin;

use MultiSafepay\PaymentLinks\Settings\Application\SettingsView;
use MultiSafepay\PaymentLinks\Settings\SettingsFields;
use MultiSafepay\PaymentLinks\Settings\SettingsMessages;
use MultiSafepay\PaymentLinks\Shared\WordPress\ScriptAssets;
use MultiSafepay\PaymentLinks\Shared\WordPress\ShopName;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use MultiSafepay\PaymentLinks\Sites\SitesModule;

/**
 * Adds the tab "Payment links" to WooCommerce > Settings, and a link to it in the list of plugins.
 *
 * It is a separate tab, because the tab "Payments" only lists sections of payment gateways.
 */
final class SettingsPage {

	public function __construct(
		private readonly SettingsView $view,
		private readonly ScriptAssets $assets,
	) {}

	/**
	 * Adds the tab after "Payments".
	 */
	public function add_tab( mixed $tabs ): mixed {
		if ( ! is_array( $tabs ) ) {
			return $tabs;
		}

		$position = array_search( 'checkout', array_keys( $tabs ), true );
		$position = false === $position ? count( $tabs ) : (int) $position + 1;

		return array_slice( $tabs, 0, $position, true )
			+ [ SitesModule::SETTINGS_TAB => SettingsMessages::tab() ]
			+ array_slice( $tabs, $position, null, true );
	}

	/**
	 * Prints the mount node with the settings and hides WooCommerce's save button, because the screen has its own.
	 */
	public function render(): void {
		if ( ! $this->is_current() ) {
			return;
		}

		// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WooCommerce hides its save button.
		$GLOBALS['hide_save_button'] = true;

		// The class disables WooCommerce's warning about unsaved changes, because the screen has its own.
		printf(
			'<div id="multisafepay-payment-links-settings" class="wc-settings-prevent-change-event" data-config="%s">'
				. '</div><noscript><p>%s</p></noscript>',
			esc_attr( ScriptAssets::json( $this->config() ) ),
			esc_html( SettingsMessages::javascript_required() )
		);
	}

	/**
	 * Returns the data for the first paint.
	 *
	 * @return array<string, mixed>
	 */
	private function config(): array {
		return [
			'settings'    => $this->view->to_array(),
			'sections'    => SettingsFields::sections(),
			'site_fields' => SettingsFields::of_site(),
			'max_sites'   => Settings::MAX_SITES,
			'shop_name'   => ShopName::plain(),
		];
	}

	public function enqueue(): void {
		if ( $this->is_current() ) {
			$this->assets->enqueue( 'settings' );
		}
	}

	/**
	 * Adds "Settings" before the plugin's other action links.
	 */
	public function add_action_link( mixed $links ): mixed {
		if ( ! is_array( $links ) || ! current_user_can( 'manage_woocommerce' ) ) {
			return $links;
		}

		return [
			'settings' => sprintf(
				'<a href="%s">%s</a>',
				esc_url( SitesModule::settings_url() ),
				esc_html( SettingsMessages::action_link() )
			),
			...$links,
		];
	}

	/**
	 * Whether the request is for this screen.
	 */
	private function is_current(): bool {
		// phpcs:disable WordPress.Security -- The values are only compared.
		$page = $_GET['page'] ?? '';
		$tab  = $_GET['tab'] ?? '';
		// phpcs:enable

		return 'wc-settings' === $page
			&& SitesModule::SETTINGS_TAB === $tab
			&& current_user_can( 'manage_woocommerce' );
	}
}
