<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Domain;

use RuntimeException;

/**
 * The shop's stock is insufficient for the order, and staff have not confirmed to continue.
 */
final class InsufficientStock extends RuntimeException {

	/**
	 * @param non-empty-list<array{name: string, required: float|int, available: float|int}> $items One per product.
	 */
	public function __construct( public readonly array $items ) {
		parent::__construct( 'There is not enough in stock.' );
	}
}
