<?php
/**
 * MultiSafepay's id of a link.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;

/**
 * An order ID: 1 to 50 letters, digits and `- _ .`, unique per site for ever, with case.
 */
final class OrderId {

	public const MAX_LENGTH = 50;

	/**
	 * Checks the id. The provider names no character set; these need no escaping anywhere.
	 *
	 * @throws InvalidValue When it is empty, too long or has other characters.
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
