<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * A MultiSafepay order ID: 1 to 50 letters, digits and `- _ .`. It is case-sensitive, unique per site and can never be
 * reused.
 */
final class OrderId {

	public const MAX_LENGTH = 50;

	/**
	 * MultiSafepay does not document a character set. The allowed characters need no escaping in URLs or HTML.
	 *
	 * @throws InvalidValue If the ID is empty, too long, has other characters or consists of dots.
	 */
	public function __construct( public readonly string $value ) {
		if ( '' === $value ) {
			throw new InvalidValue( 'order_id', 'order_id_empty' );
		}
		if ( strlen( $value ) > self::MAX_LENGTH ) {
			throw new InvalidValue( 'order_id', 'order_id_too_long', [ 'max' => self::MAX_LENGTH ] );
		}
		if ( 1 !== preg_match( '/\A[A-Za-z0-9._-]+\z/', $value ) || '' === trim( $value, '.' ) ) {
			throw new InvalidValue( 'order_id', 'order_id_characters' );
		}
	}
}
