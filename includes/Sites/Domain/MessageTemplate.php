<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * Validates the template of the message that staff share by WhatsApp, text message or copying.
 */
final class MessageTemplate {

	public const DEFAULT      = 'Hello {first_name}, here is the payment link for order {order_number} at {shop_name}'
		. ' ({amount}): {payment_url}';
	public const MAX_LENGTH   = 500;
	public const PLACEHOLDERS = [
		'{first_name}',
		'{last_name}',
		'{order_number}',
		'{amount}',
		'{shop_name}',
		'{payment_url}',
		'{expires}',
	];

	/**
	 * Returns the trimmed template with normalised line breaks.
	 *
	 * @throws InvalidValue If it is empty, too long, has no `{payment_url}`, or contains control characters or an
	 * unknown placeholder.
	 */
	public static function checked( string $template ): string {
		$template = trim( str_replace( [ "\r\n", "\r" ], "\n", $template ) );
		if ( '' === $template ) {
			throw new InvalidValue( 'message_template', 'required' );
		}
		if ( 1 !== preg_match( '/\A(?:[^\p{Cc}]|\n)+\z/u', $template ) ) {
			throw new InvalidValue( 'message_template', 'control_characters' );
		}
		if ( preg_match_all( '/./us', $template ) > self::MAX_LENGTH ) {
			throw new InvalidValue( 'message_template', 'too_long', [ 'max' => self::MAX_LENGTH ] );
		}
		if ( 1 === preg_match( '/\{[^{}]*\}/', str_replace( self::PLACEHOLDERS, '', $template ), $unknown ) ) {
			throw new InvalidValue(
				'message_template',
				'unknown_message_placeholder',
				[ 'placeholder' => $unknown[0], 'known' => implode( ' ', self::PLACEHOLDERS ) ]
			);
		}
		if ( ! str_contains( $template, '{payment_url}' ) ) {
			throw new InvalidValue( 'message_template', 'payment_url_missing' );
		}

		return $template;
	}
}
