<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin\LegacyOrderScreen;
use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin\Menus;
use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin\OrderMetaBoxes;
use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Rest\OrdersRoute;
use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Rest\ProductsRoute;

final class Hooks {

	public static function register(): void {
		add_action( 'init', [ PostTypes::class, 'register' ], 5 );
		add_action( 'admin_init', [ Installer::class, 'upgrade' ], 5 );
		add_action( 'rest_api_init', [ OrdersRoute::class, 'register' ] );
		add_action( 'rest_api_init', [ ProductsRoute::class, 'register' ] );
		// A restored order gets its previous status instead of draft.
		add_filter( 'wp_untrash_post_status', static fn ( $status, $id, $previous ) => get_post_type( $id ) === 'shop_order' ? $previous : $status, 10, 3 );
		Notes::register();
		ActionQueue::register();
		if ( is_admin() ) {
			Menus::register();
			OrderMetaBoxes::register();
			if ( ! OrderStorage::is_hpos() ) {
				LegacyOrderScreen::register();
			}
		}
		add_action( 'admin_notices', [ self::class, 'render_notice' ] );
	}

	/**
	 * Shows on all admin screens that this is not WooCommerce.
	 */
	public static function render_notice(): void {
		echo '<div class="notice notice-warning inline"><p><strong>' . esc_html( 'WOOCOMMERCE STAND-IN: this is not WooCommerce. It is for tests only.' ) . '</strong></p></div>';
	}
}
