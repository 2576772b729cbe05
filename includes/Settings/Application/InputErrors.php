<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings\Application;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * Collects the first error of each field, so that staff see all invalid fields at once.
 */
final class InputErrors {

	/**
	 * @var array<string, InvalidValue> By field.
	 */
	private array $errors = [];

	/**
	 * Adds an error, unless the field already has one.
	 *
	 * @param array<string, int|string> $arguments Values for the placeholders of the error message.
	 */
	public function add( string $field, string $reason, array $arguments = [] ): void {
		$this->errors[ $field ] ??= new InvalidValue( $field, $reason, $arguments );
	}

	/**
	 * @throws InvalidFields With all errors, if there are any.
	 */
	public function throw_if_any(): void {
		$errors = array_values( $this->errors );
		if ( [] !== $errors ) {
			throw new InvalidFields( $errors );
		}
	}
}
