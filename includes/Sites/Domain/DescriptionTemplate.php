<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use Attribute;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\SettingRule;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\Text;

/**
 * Validates the template of a link's description.
 */
#[Attribute( Attribute::TARGET_PARAMETER )]
final class DescriptionTemplate implements SettingRule {

	private const MAX_BYTES    = 200;
	private const PLACEHOLDERS = [ '{order_number}', '{shop_name}' ];

	public function read( string $name, mixed $value ): string {
		return self::checked( Text::trimmed( $name, $value ) );
	}

	public function schema(): array {
		return [
			'type'      => 'string',
			'minLength' => 1,
			'maxLength' => self::MAX_BYTES,
		];
	}

	public function hints(): array {
		return [
			'max_bytes'    => self::MAX_BYTES,
			'placeholders' => self::PLACEHOLDERS,
		];
	}

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
