<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * Validates the template of a link's description.
 */
final class DescriptionTemplate {

	public const MAX_BYTES    = 200;
	public const PLACEHOLDERS = [ '{order_number}', '{shop_name}' ];

	/**
	 * Returns the trimmed template.
	 *
	 * @throws InvalidValue If it is empty, too long, or contains control characters or an unknown placeholder.
	 */
	public static function checked( string $template ): string {
		$template = trim( $template );
		if ( '' === $template ) {
			throw new InvalidValue( 'description_template', 'required' );
		}
		if ( 1 !== preg_match( '/\A[^\p{Cc}]+\z/u', $template ) ) {
			throw new InvalidValue( 'description_template', 'control_characters' );
		}
		if ( strlen( $template ) > self::MAX_BYTES ) {
			throw new InvalidValue( 'description_template', 'description_too_long', [ 'max' => self::MAX_BYTES ] );
		}
		if ( 1 === preg_match( '/\{[^{}]*\}/', str_replace( self::PLACEHOLDERS, '', $template ), $unknown ) ) {
			throw new InvalidValue( 'description_template', 'unknown_placeholder', [ 'placeholder' => $unknown[0] ] );
		}

		return $template;
	}
}
