<?php
/**
 * Text of staff for a customer.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;

/**
 * A personal message: plain text of several lines, without anything that could do more than be read.
 */
final class PersonalMessage {

	public const MAX_LENGTH = 2000;

	/**
	 * The text; lines end with one line feed.
	 */
	public readonly string $value;

	/**
	 * Takes what a person typed.
	 *
	 * @throws InvalidValue When it is too long (`too_long`) or no text (`not_text`).
	 */
	public function __construct( string $typed ) {
		if ( 1 !== preg_match( '//u', $typed ) ) {
			throw new InvalidValue( 'message', 'not_text' );
		}

		$text = (string) preg_replace( '/\r\n?/', "\n", $typed );
		$text = trim( (string) preg_replace( '/[^\P{Cc}\n\t]/u', '', $text ) );
		if ( preg_match_all( '/./us', $text ) > self::MAX_LENGTH ) {
			throw new InvalidValue( 'message', 'too_long', [ 'max' => self::MAX_LENGTH ] );
		}

		$this->value = $text;
	}
}
