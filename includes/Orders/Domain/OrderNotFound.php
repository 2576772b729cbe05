<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Domain;

use RuntimeException;

/**
 * The order does not exist or is in the trash.
 */
final class OrderNotFound extends RuntimeException {

	/**
	 * @param bool $is_in_trash Whether the order can be restored.
	 */
	public function __construct( public readonly bool $is_in_trash = false ) {
		parent::__construct();
	}
}
