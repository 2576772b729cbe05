<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

final class OrderStorage {

	public static function is_hpos(): bool {
		return get_option( 'woocommerce_custom_orders_table_enabled', 'yes' ) === 'yes';
	}
}
