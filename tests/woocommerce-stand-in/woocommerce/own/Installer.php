<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

final class Installer {

	private const OPTION = 'woocommerce_version';

	private const DEFAULTS = [
		'woocommerce_currency'           => 'USD',
		'woocommerce_currency_pos'       => 'left',
		'woocommerce_price_num_decimals' => '2',
		'woocommerce_price_decimal_sep'  => '.',
		'woocommerce_price_thousand_sep' => ',',
		'woocommerce_default_country'    => 'US:CA',
		'woocommerce_calc_taxes'         => 'no',
		'woocommerce_prices_include_tax' => 'no',
		'woocommerce_enable_coupons'     => 'yes',
		'woocommerce_hold_stock_minutes' => '60',
		'woocommerce_manage_stock'       => 'yes',
	];

	public static function install(): void {
		self::add_roles();
		PostTypes::register();
		foreach ( self::DEFAULTS as $name => $value ) {
			add_option( $name, $value );
		}
		self::create_pages();
		ActionQueue::schedule();
		update_option( self::OPTION, WC_VERSION );
		do_action( 'woocommerce_installed' );
	}

	/**
	 * Installs when the activation hook did not run, as in the bootstrap of the tests.
	 */
	public static function upgrade(): void {
		if ( get_option( self::OPTION ) !== WC_VERSION ) {
			self::install();
		}
	}

	private static function add_roles(): void {
		add_role( 'customer', 'Customer', [ 'read' => true ] );
		// Shop managers have the capabilities of editors and can also see users.
		$editor = get_role( 'editor' );
		add_role( 'shop_manager', 'Shop manager', ( $editor === null ? [ 'read' => true ] : $editor->capabilities ) + [ 'list_users' => true, 'edit_theme_options' => true, 'export' => true, 'import' => true ] );
		foreach ( [ 'shop_manager', 'administrator' ] as $name ) {
			$role = get_role( $name );
			foreach ( self::capabilities() as $capability ) {
				$role?->add_cap( $capability );
			}
		}
	}

	/**
	 * @return list<string>
	 */
	private static function capabilities(): array {
		$all = [ 'manage_woocommerce', 'create_customers', 'view_woocommerce_reports' ];
		foreach ( [ 'product', 'shop_order', 'shop_coupon' ] as $type ) {
			foreach ( [ 'edit', 'read', 'delete' ] as $verb ) {
				$all[] = "{$verb}_{$type}";
			}
			foreach ( [ 'edit', 'edit_others', 'publish', 'read_private', 'delete', 'delete_private', 'delete_published', 'delete_others', 'edit_private', 'edit_published' ] as $verb ) {
				$all[] = "{$verb}_{$type}s";
			}
			foreach ( [ 'manage', 'edit', 'delete', 'assign' ] as $verb ) {
				$all[] = "{$verb}_{$type}_terms";
			}
		}
		return $all;
	}

	private static function create_pages(): void {
		foreach ( [ 'shop' => 'Shop', 'cart' => 'Cart', 'checkout' => 'Checkout', 'myaccount' => 'My account' ] as $name => $title ) {
			if ( (int) get_option( "woocommerce_{$name}_page_id" ) > 0 ) {
				continue;
			}
			$id = wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => $title, 'post_name' => sanitize_title( $title ) ] );
			update_option( "woocommerce_{$name}_page_id", $id );
		}
	}
}
