<?php
/**
 * Fills the shop and prints what is in it as JSON. Usage: php seed.php {docroot}
 *
 * It also runs on the stand-in, which has no products, coupons and tax rates: orders are the same there,
 * with lines that name no product.
 */

declare( strict_types = 1 );

ob_start();
require $argv[1] . '/wp-load.php';
require __DIR__ . '/seed/people.php';
require __DIR__ . '/seed/taxes.php';
require __DIR__ . '/seed/products.php';
require __DIR__ . '/seed/OrderSeeder.php';
require __DIR__ . '/seed/orders.php';

seed_people();
seed_taxes();
$orders = seed_orders( new OrderSeeder( seed_products() ) );
ob_end_clean();

echo json_encode( [ 'orders' => $orders, 'ready' => $orders['ready'] ], JSON_THROW_ON_ERROR );
