<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Application;

use MultiSafepay\PaymentLinks\NewOrders\Domain\PhoneOrder;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;

interface PhoneOrderCreator {

	/**
	 * Creates an unpaid order atomically and returns its WooCommerce ID.
	 *
	 * @param callable(int): void $register Called with the order's ID while the order can still be rolled back.
	 * @throws InvalidValue When WooCommerce rejects a field.
	 * @throws StorageFailed When the saved order differs from the request.
	 */
	public function create( PhoneOrder $new, callable $register ): int;
}
