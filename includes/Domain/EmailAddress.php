<?php
/**
 * One address of a customer.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;

/**
 * Exactly one e-mail address: no list, no name, no line break, nothing that a mail header could be made of.
 */
final class EmailAddress {

	private const MAX_LENGTH = 254;

	/**
	 * The address.
	 */
	public readonly string $value;

	/**
	 * Takes what a person typed.
	 *
	 * @throws InvalidValue When it is missing (`required`) or no address (`invalid_email`).
	 */
	public function __construct( string $typed, string $field ) {
		$address = trim( $typed, ' ' );
		if ( '' === $address ) {
			throw new InvalidValue( $field, 'required' );
		}
		// A quoted local part may hold anything; no customer has one.
		if ( strlen( $address ) > self::MAX_LENGTH || 1 !== preg_match( '/\A[^\s\x00-\x1f\x7f"<>(),:;\\\\]+\z/', $address ) || false === filter_var( $address, FILTER_VALIDATE_EMAIL ) ) {
			throw new InvalidValue( $field, 'invalid_email' );
		}

		$this->value = $address;
	}
}
