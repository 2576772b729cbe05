<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Application;

use MultiSafepay\PaymentLinks\Shared\Domain\Actor;

/**
 * Private notes on orders that staff created.
 */
interface NewOrderNotes {

	/**
	 * Adds a note to both orders.
	 */
	public function duplicated( int $original_id, int $duplicate_id ): void;

	public function phone_order_created( int $wc_order_id, Actor $actor ): void;
}
