<?php
/**
 * Copies of orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;

/**
 * Copies orders of the shop.
 */
interface OrderCopier {

	/**
	 * Returns the products of which the shop has less than the order would take.
	 *
	 * @return list<array{name: string, wanted: float|int, left: float|int}>
	 * @throws OrderNotFound When there is no such order.
	 */
	public function missing_stock( int $wc_order_id ): array;

	/**
	 * Copies an order into a new unpaid one, all of it or nothing, and returns WooCommerce's id of the copy.
	 *
	 * @param int                 $wc_order_id WooCommerce's id.
	 * @param callable(int): void $register    Takes the copy's id while the copying can still be undone.
	 * @throws OrderNotFound When there is no such order.
	 */
	public function copy( int $wc_order_id, callable $register ): int;
}
