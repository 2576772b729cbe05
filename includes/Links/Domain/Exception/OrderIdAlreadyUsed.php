<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Exception;

use RuntimeException;

/**
 * The order ID is already used on the site. Order IDs can never be reused.
 */
final class OrderIdAlreadyUsed extends RuntimeException {

	public function __construct(
		public readonly string $order_id,
		public readonly bool $is_generated = false,
	) {
		parent::__construct( 'The order ID is taken.' );
	}
}
