<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Domain;

use InvalidArgumentException;

/**
 * A value that is not valid. ErrorResponse translates the reason and its arguments to a message.
 */
final class InvalidValue extends InvalidArgumentException {

	/**
	 * @param string $field REST field name, with dots for nested fields: `customer.email`.
	 * @param string $reason Stable error code, such as `order_id_too_long`.
	 * @param array<string,int|string> $arguments Placeholders of the message.
	 */
	public function __construct(
		public readonly string $field,
		public readonly string $reason,
		public readonly array $arguments = [],
	) {
		parent::__construct( $field . ': ' . $reason );
	}
}
