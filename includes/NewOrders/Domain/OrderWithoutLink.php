<?php
/**
 * An order was made, its link was not.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use RuntimeException;
use Throwable;

/**
 * The order is there, but there is no link for it; the failure of the link comes along as the previous one.
 */
final class OrderWithoutLink extends RuntimeException {

	/**
	 * Takes the new order and what went wrong then.
	 */
	public function __construct(
		public readonly OrderSnapshot $order,
		public readonly Throwable $failure,
	) {
		parent::__construct( 'The order was made, but its link was not.', 0, $failure );
	}
}
