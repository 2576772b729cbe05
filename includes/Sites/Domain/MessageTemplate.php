<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use Attribute;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\SettingRule;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\Text;

/**
 * Validates the template of the message that staff share by WhatsApp, text message or copying.
 */
#[Attribute( Attribute::TARGET_PARAMETER )]
final class MessageTemplate implements SettingRule {

	private const MAX_LENGTH           = 500;
	private const REQUIRED_PLACEHOLDER = '{payment_url}';
	private const PLACEHOLDERS         = [
		'{first_name}',
		'{last_name}',
		'{order_number}',
		'{amount}',
		'{shop_name}',
		self::REQUIRED_PLACEHOLDER,
		'{expires}',
	];

	public function read( string $name, mixed $value ): string {
		return self::checked( Text::trimmed( $name, $value ) );
	}

	public function schema(): array {
		return [
			'type'      => 'string',
			'minLength' => 1,
			'maxLength' => self::MAX_LENGTH,
		];
	}

	public function hints(): array {
		return [
			'is_multiline'         => true,
			'placeholders'         => self::PLACEHOLDERS,
			'required_placeholder' => self::REQUIRED_PLACEHOLDER,
		];
	}

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
		if ( ! str_contains( $template, self::REQUIRED_PLACEHOLDER ) ) {
			throw new InvalidValue( 'message_template', 'payment_url_missing' );
		}

		return $template;
	}
}
