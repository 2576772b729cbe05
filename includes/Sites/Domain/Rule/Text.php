<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain\Rule;

use Attribute;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * A line of trimmed, non-empty UTF-8 text.
 */
#[Attribute( Attribute::TARGET_PARAMETER )]
final class Text implements SettingRule {

	/**
	 * @param int $max Maximum number of characters.
	 */
	public function __construct( private readonly int $max ) {}

	public function read( string $name, mixed $value ): string {
		$text = self::trimmed( $name, $value );
		if ( '' === $text ) {
			throw new InvalidValue( $name, 'required' );
		}
		if ( 1 !== preg_match( '/\A[^\p{Cc}]+\z/u', $text ) ) {
			throw new InvalidValue( $name, 'control_characters' );
		}
		if ( preg_match_all( '/./us', $text ) > $this->max ) {
			throw new InvalidValue( $name, 'too_long', [ 'max' => $this->max ] );
		}

		return $text;
	}

	public function schema(): array {
		return [
			'type'      => 'string',
			'minLength' => 1,
			'maxLength' => $this->max,
		];
	}

	public function hints(): array {
		return [];
	}

	/**
	 * Returns trimmed text; empty if the value is missing.
	 *
	 * @throws InvalidValue
	 */
	public static function trimmed( string $name, mixed $value ): string {
		$value ??= '';

		return is_string( $value ) ? trim( $value ) : throw new InvalidValue( $name, 'not_text' );
	}
}
