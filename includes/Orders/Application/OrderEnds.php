<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Application;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;

/**
 * Whether and why an order can no longer be paid.
 */
interface OrderEnds {

	/**
	 * Returns null if the order can still be paid.
	 */
	public function find( int $wc_order_id ): ?OrderEnd;
}
