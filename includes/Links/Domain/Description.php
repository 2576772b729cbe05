<?php
/**
 * What stands on the payment page.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;

/**
 * The description of a link: one line, 1 to 200 bytes, since the provider's own software counts bytes.
 */
final class Description {

	public const MAX_BYTES = 200;

	/**
	 * Has no instances: a description is a text that has passed one of these.
	 */
	private function __construct() {}

	/**
	 * Fills a template and cuts what is too long; falls back to the order number.
	 *
	 * @param string $template     With `{order_number}` and `{shop_name}`.
	 * @param string $order_number The number that staff and customers see.
	 * @param string $shop_name    The shop's name.
	 */
	public static function from_template( string $template, string $order_number, string $shop_name ): string {
		// In one pass: a shop may be called "{order_number}".
		$filled = strtr( $template, [ '{order_number}' => $order_number, '{shop_name}' => $shop_name ] );
		$text   = ( new PlainText( $filled ) )->cut_to_bytes( self::MAX_BYTES );

		if ( '' === $text ) {
			$text = ( new PlainText( $order_number ) )->cut_to_bytes( self::MAX_BYTES );
		}

		return '' === $text ? '-' : $text;
	}

	/**
	 * Takes what a person typed.
	 *
	 * @throws InvalidValue When nothing readable is left (`description_empty`) or it is too long (`description_too_long`, in bytes).
	 */
	public static function from_input( string $typed ): string {
		$text = new PlainText( $typed );
		if ( '' === $text->value ) {
			throw new InvalidValue( 'description', 'description_empty' );
		}
		if ( $text->bytes() > self::MAX_BYTES ) {
			throw new InvalidValue( 'description', 'description_too_long', [ 'max' => self::MAX_BYTES, 'bytes' => $text->bytes() ] );
		}

		return $text->value;
	}
}
