<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Domain;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use RuntimeException;
use Throwable;

/**
 * The order was created, but the creation of its link failed.
 */
final class OrderWithoutLink extends RuntimeException {

	public function __construct(
		public readonly OrderSnapshot $order,
		public readonly Throwable $failure,
	) {
		parent::__construct( 'The order was made, but its link was not.', 0, $failure );
	}
}
