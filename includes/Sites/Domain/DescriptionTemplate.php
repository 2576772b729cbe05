<?php
/**
 * What a link says it is for.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;

/**
 * The rules of the description template: some text, known placeholders, no longer than MultiSafepay takes.
 */
final class DescriptionTemplate {

	public const MAX_BYTES    = 200;
	public const PLACEHOLDERS = [ '{order_number}', '{shop_name}' ];

	/**
	 * Trims and checks a template.
	 *
	 * @throws InvalidValue When it is empty, too long, or holds control characters or an unknown placeholder.
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
