<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Orders\Application\OrderEndReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;

/**
 * An order that ends when the test says so.
 */
final class FixedOrderEnds implements OrderEndReader {

	public int $reads = 0;

	public function __construct( public ?OrderEnd $current = null ) {}

	public function of_status( string $status ): ?OrderEnd {
		return match ( $status ) {
			'cancelled'               => OrderEnd::Cancelled,
			'refunded'                => OrderEnd::Refunded,
			'processing', 'completed' => OrderEnd::Paid,
			default                   => null,
		};
	}

	public function current( int $wc_order_id ): ?OrderEnd {
		++$this->reads;

		return $this->current;
	}
}
