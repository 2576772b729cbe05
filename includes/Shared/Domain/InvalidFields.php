<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Domain;

use InvalidArgumentException;

/**
 * All validation errors of a form, so that staff can correct them in one step.
 */
final class InvalidFields extends InvalidArgumentException {

	/**
	 * @param non-empty-list<InvalidValue> $errors One per field.
	 */
	public function __construct( public readonly array $errors ) {
		parent::__construct( implode(
			', ',
			array_map( static fn ( InvalidValue $error ): string => $error->getMessage(), $errors )
		) );
	}
}
