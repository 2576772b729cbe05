<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Application;

/**
 * Reads fields of an array with unknown types. A value of the wrong type is treated as missing.
 */
final class InputBag {

	/**
	 * @param array<mixed> $values By field name.
	 */
	public function __construct( private readonly array $values ) {}

	/**
	 * Whether the field has a value other than null.
	 */
	public function has( string $field ): bool {
		return isset( $this->values[ $field ] );
	}

	/**
	 * Returns trimmed text, or an empty string if the field is missing or not text.
	 */
	public function text( string $field ): string {
		$value = $this->values[ $field ] ?? '';

		return is_string( $value ) || is_int( $value ) ? trim( (string) $value ) : '';
	}

	/**
	 * Returns null unless the field is an integer; numeric strings are not converted.
	 */
	public function number( string $field ): ?int {
		$value = $this->values[ $field ] ?? null;

		return is_int( $value ) ? $value : null;
	}

	/**
	 * Returns true only for the boolean true.
	 */
	public function boolean( string $field ): bool {
		return true === ( $this->values[ $field ] ?? false );
	}

	/**
	 * Returns the texts of a nested object.
	 *
	 * @return array<string, string|null>
	 */
	public function texts( string $field ): array {
		$nested = $this->values[ $field ] ?? [];
		$texts  = [];
		foreach ( is_array( $nested ) ? $nested : [] as $name => $value ) {
			if ( is_string( $name ) ) {
				$texts[ $name ] = is_string( $value ) ? $value : null;
			}
		}

		return $texts;
	}
}
