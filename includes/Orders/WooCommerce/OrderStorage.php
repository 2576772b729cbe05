<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use Automattic\WooCommerce\Utilities\OrderUtil;
use wpdb;

final class OrderStorage {

	public function __construct( private readonly wpdb $wpdb ) {}

	/**
	 * Whether orders are in WooCommerce's order tables (HPOS) instead of posts.
	 */
	public function uses_order_tables(): bool {
		return OrderUtil::get_table_for_orders() !== $this->wpdb->posts;
	}
}
