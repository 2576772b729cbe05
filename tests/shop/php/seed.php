<?php
/**
 * Fills the shop and prints its contents as JSON. Runs on WooCommerce and on the stand-in.
 *
 * Usage: php seed.php {docroot}
 */

declare( strict_types = 1 );

ob_start();
require $argv[1] . '/wp-load.php';
require __DIR__ . '/seed/users.php';
require __DIR__ . '/seed/taxes.php';
require __DIR__ . '/seed/products.php';
require __DIR__ . '/seed/OrderSeeder.php';
require __DIR__ . '/seed/orders.php';

seed_users();
seed_taxes();
$orders = seed_orders( new OrderSeeder( seed_products() ) );
ob_end_clean();

echo json_encode( [ 'orders' => $orders, 'ready' => $orders['ready'] ], JSON_THROW_ON_ERROR );
