<?php
/**
 * The order ID is in use.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use RuntimeException;

/**
 * The order ID was used before on that site: it is taken for ever.
 */
final class OrderIdTaken extends RuntimeException {

	/**
	 * Takes the id, and whether it was generated here: then so many were taken that the search was given up.
	 */
	public function __construct(
		public readonly string $order_id,
		public readonly bool $is_generated = false,
	) {
		parent::__construct( 'The order ID is taken.' );
	}
}
