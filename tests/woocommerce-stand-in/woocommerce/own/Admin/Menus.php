<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin;

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\OrderStorage;

final class Menus {

	public static function register(): void {
		add_action( 'admin_menu', [ self::class, 'add' ], 9 );
		add_filter( 'set_screen_option_woocommerce_page_wc_orders_per_page', static fn ( $keep, $name, $value ) => (int) $value, 10, 3 );
	}

	public static function add(): void {
		add_menu_page( 'WooCommerce', 'WooCommerce', 'edit_others_shop_orders', 'woocommerce', '', 'dashicons-cart', '55.5' );
		$settings = new SettingsScreen();
		// WordPress derives the screen ID from the menu's title and the page: woocommerce_page_wc-orders.
		if ( OrderStorage::is_hpos() ) {
			$orders = new OrdersScreen();
			add_action( 'load-' . add_submenu_page( 'woocommerce', 'Orders', 'Orders', 'edit_others_shop_orders', 'wc-orders', [ $orders, 'render' ] ), [ $orders, 'load' ] );
		}
		add_action( 'load-' . add_submenu_page( 'woocommerce', 'WooCommerce settings', 'Settings', 'manage_woocommerce', 'wc-settings', [ $settings, 'render' ] ), [ $settings, 'load' ] );
		remove_submenu_page( 'woocommerce', 'woocommerce' );
	}
}
