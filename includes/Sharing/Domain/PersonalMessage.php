<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * A personal message: plain text of one or more lines, without control characters.
 */
final class PersonalMessage {

	public const MAX_LENGTH = 2000;

	/**
	 * Lines are separated by `\n`.
	 */
	public readonly string $value;

	/**
	 * @throws InvalidValue When it is too long (`too_long`) or not valid UTF-8 (`not_text`).
	 */
	public function __construct( string $input ) {
		if ( 1 !== preg_match( '//u', $input ) ) {
			throw new InvalidValue( 'message', 'not_text' );
		}

		$text = (string) preg_replace( '/\r\n?/', "\n", $input );
		$text = trim( (string) preg_replace( '/[^\P{Cc}\n\t]/u', '', $text ) );
		if ( preg_match_all( '/./us', $text ) > self::MAX_LENGTH ) {
			throw new InvalidValue( 'message', 'too_long', [ 'max' => self::MAX_LENGTH ] );
		}

		$this->value = $text;
	}
}
