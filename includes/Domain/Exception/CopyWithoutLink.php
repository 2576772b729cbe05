<?php
/**
 * An order was copied, its link was not made.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use RuntimeException;
use Throwable;

/**
 * The copy is there, but there is no link for it; the failure of the link comes along as the previous one.
 */
final class CopyWithoutLink extends RuntimeException {

	/**
	 * Takes the copy and what went wrong then.
	 */
	public function __construct(
		public readonly OrderSnapshot $copy,
		public readonly Throwable $failure,
	) {
		parent::__construct( 'The order was copied, but its link was not made.', 0, $failure );
	}
}
