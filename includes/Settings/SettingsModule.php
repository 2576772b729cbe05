<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Route;
use MultiSafepay\PaymentLinks\Settings\Admin\SettingsPage;
use MultiSafepay\PaymentLinks\Settings\Rest\PreferencesController;
use MultiSafepay\PaymentLinks\Settings\Rest\SettingsController;
use MultiSafepay\PaymentLinks\Settings\Rest\SettingsSchema;
use MultiSafepay\PaymentLinks\Shared\Rest\Permissions;
use MultiSafepay\PaymentLinks\Sites\SitesModule;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use const MultiSafepay\PaymentLinks\PLUGIN_FILE;

final class SettingsModule implements Module {

	/**
	 * After WooCommerce's own tabs.
	 */
	private const TAB_PRIORITY = 50;

	public function __construct( private readonly Container $container ) {}

	public static function bindings(): array {
		return [];
	}

	public function add_hooks(): void {
		add_action( 'load-woocommerce_page_wc-settings', $this->add_tab_hooks( ... ) );
		add_action(
			'load-plugins.php',
			fn () => add_filter(
				'plugin_action_links_' . plugin_basename( PLUGIN_FILE ),
				$this->page()->add_action_link( ... )
			)
		);
	}

	public function routes(): array {
		$can_manage = fn (): bool|WP_Error => $this->container->get( Permissions::class )->check_settings();

		return [
			new Route(
				'/settings',
				'GET',
				fn (): WP_REST_Response => $this->container->get( SettingsController::class )->get_item(),
				$can_manage,
				schema: static fn (): array => SettingsSchema::settings(),
			),
			new Route(
				'/settings',
				'PUT',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					SettingsController::class
				)->update_item( $request ),
				$can_manage,
				SettingsSchema::put_arguments(),
				static fn (): array => SettingsSchema::settings(),
			),
			new Route(
				'/settings/check',
				'POST',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					SettingsController::class
				)->check( $request ),
				$can_manage,
				SettingsSchema::check_arguments(),
				static fn (): array => SettingsSchema::checked(),
			),
			new Route(
				'/preferences',
				'PUT',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					PreferencesController::class
				)->update_item( $request ),
				fn (): bool|WP_Error => $this->container->get( Permissions::class )->check_links(),
				SettingsSchema::preferences_arguments(),
				static fn (): array => SettingsSchema::preferences(),
			),
		];
	}

	private function add_tab_hooks(): void {
		$page = $this->page();
		add_filter( 'woocommerce_settings_tabs_array', $page->add_tab( ... ), self::TAB_PRIORITY );
		add_action( 'woocommerce_settings_' . SitesModule::SETTINGS_TAB, $page->render( ... ) );
		add_action( 'admin_enqueue_scripts', $page->enqueue( ... ) );
	}

	private function page(): SettingsPage {
		return $this->container->get( SettingsPage::class );
	}
}
