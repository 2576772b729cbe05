<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Application;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;

interface OrderReader {

	/**
	 * @throws OrderNotFound If there is no such order, or if it is in the trash.
	 */
	public function get( int $wc_order_id ): OrderSnapshot;

	/**
	 * Like get(), but sees the changes that other processes made during this request.
	 *
	 * @throws OrderNotFound If there is no such order, or if it is in the trash.
	 */
	public function reload( int $wc_order_id ): OrderSnapshot;
}
