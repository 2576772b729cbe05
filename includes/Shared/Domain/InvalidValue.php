<?php
/**
 * Bad input.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use InvalidArgumentException;

/**
 * A value that a person or a system gave and that cannot be taken. The edge turns code and arguments into words.
 */
final class InvalidValue extends InvalidArgumentException {

	/**
	 * Names the field, what is wrong with it, and what the words need.
	 *
	 * @param string                   $field     Field of the wire, dots for nesting: `customer.email`.
	 * @param string                   $reason    Stable code of what is wrong, e.g. `order_id_too_long`.
	 * @param array<string,int|string> $arguments What the words need.
	 */
	public function __construct(
		public readonly string $field,
		public readonly string $reason,
		public readonly array $arguments = [],
	) {
		parent::__construct( $field . ': ' . $reason );
	}
}
