<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Application;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;

interface OrderCopier {

	/**
	 * Returns the products of the order that do not have enough stock.
	 *
	 * @return list<array{name: string, required: float|int, available: float|int}>
	 * @throws OrderNotFound
	 */
	public function missing_stock( int $wc_order_id ): array;

	/**
	 * Copies an order to a new unpaid order in one transaction. Returns the ID of the copy.
	 *
	 * @param callable(int): void $register Called with the ID of the copy inside the transaction.
	 * @throws OrderNotFound
	 */
	public function copy( int $wc_order_id, callable $register ): int;
}
