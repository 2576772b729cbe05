<?php
/**
 * Plugin Name:          Payment Links for MultiSafepay
 * Description:          Generate, copy and follow MultiSafepay payment links on the WooCommerce order screen.
 * Version:              0.1.0
 * Requires at least:    6.7
 * Requires PHP:         8.1
 * Requires Plugins:     woocommerce
 * WC requires at least: 9.0
 * WC tested up to:      10.5
 * Author:               The Payment Links contributors
 * License:              GPL-2.0-or-later
 * License URI:          https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:          multisafepay-payment-links
 *
 * This file must parse on every PHP version that WordPress supports, so that an old version gets a notice instead of a
 * parse error.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

defined( 'ABSPATH' ) || exit;

const VERSION     = '0.1.0';
const PLUGIN_FILE = __FILE__;

if ( version_compare( PHP_VERSION, '8.1', '<' ) ) {
	add_action(
		'admin_notices',
		static function () {
			if ( current_user_can( 'activate_plugins' ) ) {
				echo '<div class="notice notice-error"><p>'
					. esc_html( sprintf(
						/* translators: %s: version number. */
						__(
							'Payment Links for MultiSafepay needs PHP 8.1 or newer; this server has %s.',
							'multisafepay-payment-links'
						)
							. ' ' . __( 'Ask your host to update it.', 'multisafepay-payment-links' ),
						PHP_VERSION
					) )
					. '</p></div>';
			}
		}
	);
	return;
}

require __DIR__ . '/includes/autoload.php';

add_action( 'before_woocommerce_init', [ Requirements::class, 'declare_compatibility' ] );
add_action( 'plugins_loaded', [ Plugin::class, 'start' ] );
register_activation_hook( __FILE__, [ Plugin::class, 'activate' ] );
register_deactivation_hook( __FILE__, [ Lifecycle::class, 'deactivate' ] );
