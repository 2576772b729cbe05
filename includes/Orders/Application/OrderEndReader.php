<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Application;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;

/**
 * Determines whether and why an order can no longer be paid. Failed orders and orders on hold can still be paid.
 */
interface OrderEndReader {

	/**
	 * Returns null if an order with this status can still be paid.
	 *
	 * @param string $status Without the prefix `wc-`.
	 */
	public function of_status( string $status ): ?OrderEnd;

	/**
	 * Reads the order's current status, without any cache. Returns null if the order can still be paid.
	 *
	 * @throws StorageFailed
	 */
	public function current( int $wc_order_id ): ?OrderEnd;
}
