<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;

/**
 * Orders in memory. Counts how often they are loaded.
 */
final class FixedOrders implements OrderReader {

	public int $loaded = 0;

	public int $reloaded = 0;

	/**
	 * @param array<int, OrderSnapshot> $orders By ID.
	 */
	public function __construct( public array $orders = [] ) {}

	public function get( int $wc_order_id ): OrderSnapshot {
		++$this->loaded;

		return $this->orders[ $wc_order_id ] ?? throw new OrderNotFound();
	}

	public function reload( int $wc_order_id ): OrderSnapshot {
		++$this->reloaded;

		return $this->orders[ $wc_order_id ] ?? throw new OrderNotFound();
	}
}
