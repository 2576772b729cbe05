<?php
/**
 * What is wrong with a form.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;

/**
 * Collects errors, the first of each field, so that staff see all fields to mend at once.
 */
final class InputErrors {

	/**
	 * The errors by field.
	 *
	 * @var array<string, InvalidValue>
	 */
	private array $errors = [];

	/**
	 * Adds an error unless the field has one.
	 *
	 * @param array<string, int|string> $arguments What the words need.
	 */
	public function add( string $field, string $reason, array $arguments = [] ): void {
		$this->errors[ $field ] ??= new InvalidValue( $field, $reason, $arguments );
	}

	/**
	 * Ends the reading when there is any error.
	 *
	 * @throws InvalidFields With all of them.
	 */
	public function throw_if_any(): void {
		$errors = array_values( $this->errors );
		if ( [] !== $errors ) {
			throw new InvalidFields( $errors );
		}
	}
}
