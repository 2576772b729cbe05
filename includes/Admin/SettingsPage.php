<?php
/**
 * The settings tab.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Admin;

use MultiSafepay\PaymentLinks\Settings\SettingsView;

/**
 * Adds the tab "Payment links" to WooCommerce > Settings, and the way to it from the list of plugins.
 *
 * It is a tab of its own, since the tab "Payments" no longer lists the sections of plugins that are no gateways.
 */
final class SettingsPage {

	private const TAB = 'multisafepay_payment_links';

	/**
	 * Takes what the screen shows and loads.
	 *
	 * @param SettingsView $view        The settings as they are now.
	 * @param ScriptAssets $assets      The screen's script and style.
	 * @param string       $plugin_file The plugin's main file.
	 */
	public function __construct(
		private readonly SettingsView $view,
		private readonly ScriptAssets $assets,
		private readonly string $plugin_file,
	) {}

	/**
	 * Adds the hooks.
	 */
	public function register(): void {
		add_filter( 'woocommerce_settings_tabs_array', $this->add_tab( ... ), 50 );
		add_action( 'woocommerce_settings_' . self::TAB, $this->render( ... ) );
		add_action( 'admin_enqueue_scripts', $this->enqueue( ... ) );
		add_filter( 'plugin_action_links_' . plugin_basename( $this->plugin_file ), $this->add_action_link( ... ) );
	}

	/**
	 * Returns the address of the screen.
	 */
	public static function url(): string {
		return admin_url( 'admin.php?page=wc-settings&tab=' . self::TAB );
	}

	/**
	 * Adds the tab behind "Payments".
	 */
	private function add_tab( mixed $tabs ): mixed {
		if ( ! is_array( $tabs ) ) {
			return $tabs;
		}

		$place = array_search( 'checkout', array_keys( $tabs ), true );
		$place = false === $place ? count( $tabs ) : (int) $place + 1;

		return array_slice( $tabs, 0, $place, true )
			+ [ self::TAB => __( 'Payment links', 'multisafepay-payment-links' ) ]
			+ array_slice( $tabs, $place, null, true );
	}

	/**
	 * Prints the mount node with the settings in it, and leaves out WooCommerce's button: the screen saves by itself.
	 */
	private function render(): void {
		if ( ! $this->is_current() ) {
			return;
		}

		// WooCommerce's own way of leaving its button out.
		$GLOBALS['hide_save_button'] = true; // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedVariableFound

		// The class keeps WooCommerce's warning about unsaved changes off: the screen has its own.
		printf(
			'<div id="multisafepay-payment-links-settings" class="wc-settings-prevent-change-event" data-config="%s"></div><noscript><p>%s</p></noscript>',
			esc_attr( ScriptAssets::json( $this->config() ) ),
			esc_html__( 'These settings need JavaScript.', 'multisafepay-payment-links' )
		);
	}

	/**
	 * Returns what the screen starts with: its first paint needs no request.
	 *
	 * @return array{settings: array<string, mixed>, shop_name: string}
	 */
	private function config(): array {
		return [
			'settings'  => $this->view->to_array(),
			'shop_name' => wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ),
		];
	}

	/**
	 * Loads script and style on this screen only.
	 */
	private function enqueue(): void {
		if ( $this->is_current() ) {
			$this->assets->enqueue( 'settings' );
		}
	}

	/**
	 * Puts "Settings" before the plugin's other links.
	 */
	private function add_action_link( mixed $links ): mixed {
		if ( ! is_array( $links ) || ! current_user_can( 'manage_woocommerce' ) ) {
			return $links;
		}

		return [
			'settings' => sprintf( '<a href="%s">%s</a>', esc_url( self::url() ), esc_html__( 'Settings', 'multisafepay-payment-links' ) ),
			...$links,
		];
	}

	/**
	 * Tells whether the request is for this screen.
	 */
	private function is_current(): bool {
		// phpcs:disable WordPress.Security -- Tells which screen this is: only compared, and nothing changes.
		$page = $_GET['page'] ?? '';
		$tab  = $_GET['tab'] ?? '';
		// phpcs:enable

		return 'wc-settings' === $page && self::TAB === $tab && current_user_can( 'manage_woocommerce' );
	}
}
