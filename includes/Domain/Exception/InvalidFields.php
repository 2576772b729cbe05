<?php
/**
 * Bad input in several fields.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use InvalidArgumentException;

/**
 * Everything that is wrong with a form at once, so that staff mend it in one go.
 */
final class InvalidFields extends InvalidArgumentException {

	/**
	 * Takes at least one error.
	 *
	 * @param non-empty-list<InvalidValue> $errors One for each field.
	 */
	public function __construct( public readonly array $errors ) {
		parent::__construct( implode( ', ', array_map( static fn ( InvalidValue $error ): string => $error->getMessage(), $errors ) ) );
	}
}
