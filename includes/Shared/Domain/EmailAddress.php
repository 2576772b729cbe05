<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Domain;

/**
 * Exactly one email address: no list, no display name, no line break, nothing that could inject a mail header.
 */
final class EmailAddress {

	private const MAX_LENGTH = 254;

	public readonly string $value;

	/**
	 * @throws InvalidValue If it is empty (`required`) or not an address (`invalid_email`).
	 */
	public function __construct( string $input, string $field ) {
		$address = trim( $input, ' ' );
		if ( '' === $address ) {
			throw new InvalidValue( $field, 'required' );
		}
		// A quoted local part may contain any character. It is valid, but not supported.
		if (
			strlen( $address ) > self::MAX_LENGTH
			|| 1 !== preg_match( '/\A[^\s\x00-\x1f\x7f"<>(),:;\\\\]+\z/', $address )
			|| false === filter_var( $address, FILTER_VALIDATE_EMAIL )
		) {
			throw new InvalidValue( $field, 'invalid_email' );
		}

		$this->value = $address;
	}
}
