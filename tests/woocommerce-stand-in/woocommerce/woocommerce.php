<?php
/**
 * Plugin Name: WooCommerce stand-in (tests only)
 * Description: The small part of WooCommerce's public API that Payment Links for MultiSafepay touches, for machines that cannot get WooCommerce. Not a shop.
 * Version: 10.5.0-stand-in
 * Requires PHP: 8.1
 * Author: Payment Links for MultiSafepay
 * License: GPL-2.0-or-later
 * Text Domain: woocommerce
 *
 * @package MultiSafepay\PaymentLinks\Tests\StandIn
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
// So that a test or a screen can say which of the two it runs on; the plugin under test never asks.
define( 'MULTISAFEPAY_PAYMENT_LINKS_STAND_IN', true );

// One class a file: those of WooCommerce's names in classes/, our own in own/.
spl_autoload_register(
	static function ( string $name ): void {
		$own  = __NAMESPACE__ . '\\';
		$path = str_starts_with( $name, $own )
			? __DIR__ . '/own/' . substr( $name, strlen( $own ) ) . '.php'
			: __DIR__ . '/classes/' . $name . '.php';
		$path = str_replace( '\\', '/', $path );
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
