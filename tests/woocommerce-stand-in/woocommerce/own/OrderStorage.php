<?php
/**
 * Which of WooCommerce's two order screens this shop shows. Orders are posts here either way.
 *
 * @package MultiSafepay\PaymentLinks\Tests\StandIn
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

final class OrderStorage {

	public static function is_hpos(): bool {
		return get_option( 'woocommerce_custom_orders_table_enabled', 'yes' ) === 'yes';
	}
}
