<?php
/**
 * Plugin Name: WooCommerce stand-in (tests only)
 * Description: The part of WooCommerce's public API that Payment Links for MultiSafepay uses, for tests without WooCommerce. Not for shops.
 * Version: 10.5.0-stand-in
 * Requires PHP: 8.1
 * Author: Payment Links for MultiSafepay
 * License: GPL-2.0-or-later
 * Text Domain: woocommerce
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

defined( 'ABSPATH' ) || exit;

define( 'WC_PLUGIN_FILE', __FILE__ );
define( 'WC_ABSPATH', __DIR__ . '/' );
define( 'WC_VERSION', '10.5.0' );
define( 'WOOCOMMERCE_VERSION', WC_VERSION );
define( 'WC_TAX_ROUNDING_MODE', PHP_ROUND_HALF_UP );
define( 'WC_ROUNDING_PRECISION', 6 );
// Tests can detect the stand-in with this constant. The plugin does not use it.
define( 'MULTISAFEPAY_PAYMENT_LINKS_STAND_IN', true );

// Each file contains one class: WooCommerce's classes are in classes/, the stand-in's own classes in own/.
spl_autoload_register(
	static function ( string $name ): void {
		$namespace = __NAMESPACE__ . '\\';
		$path      = str_starts_with( $name, $namespace )
			? __DIR__ . '/own/' . substr( $name, strlen( $namespace ) ) . '.php'
			: __DIR__ . '/classes/' . $name . '.php';
		$path      = str_replace( '\\', '/', $path );
		if ( is_file( $path ) ) {
			require $path;
		}
	}
);
foreach ( (array) glob( __DIR__ . '/functions/*.php' ) as $file ) {
	require_once (string) $file;
}

register_activation_hook( __FILE__, [ Installer::class, 'install' ] );

$GLOBALS['woocommerce'] = \WC();
