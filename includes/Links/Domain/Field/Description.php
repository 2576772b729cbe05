<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Field;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\PlainText;

/**
 * The description of a link: one line of 1 to 200 bytes. MultiSafepay's own plugins count bytes, not characters.
 */
final class Description {

	public const MAX_BYTES = 200;

	private function __construct() {}

	/**
	 * Fills in a template and cuts the result. Falls back to the order number if the result is empty.
	 */
	public static function from_template( string $template, string $order_number, string $shop_name ): string {
		// Replace both in one pass, because the shop's name may contain a placeholder.
		$filled = strtr( $template, [ '{order_number}' => $order_number, '{shop_name}' => $shop_name ] );
		$text   = ( new PlainText( $filled ) )->cut_to_bytes( self::MAX_BYTES );

		if ( '' === $text ) {
			$text = ( new PlainText( $order_number ) )->cut_to_bytes( self::MAX_BYTES );
		}

		return '' === $text ? '-' : $text;
	}

	/**
	 * @throws InvalidValue If the description is empty (`description_empty`) or too long (`description_too_long`).
	 */
	public static function from_input( string $input ): string {
		$text = new PlainText( $input );
		if ( '' === $text->value ) {
			throw new InvalidValue( 'description', 'description_empty' );
		}
		if ( $text->bytes() > self::MAX_BYTES ) {
			throw new InvalidValue(
				'description',
				'description_too_long',
				[ 'max' => self::MAX_BYTES, 'bytes' => $text->bytes() ]
			);
		}

		return $text->value;
	}
}
