<?php
/**
 * Untyped input.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

/**
 * Reads fields of an array whose types nobody promises.
 */
final class FormValues {

	/**
	 * Takes the array.
	 *
	 * @param array<mixed> $values By field name.
	 */
	public function __construct( private readonly array $values ) {}

	/**
	 * Tells whether the field has a value other than null.
	 */
	public function has( string $field ): bool {
		return isset( $this->values[ $field ] );
	}

	/**
	 * Returns the field as trimmed text; empty when it is missing or no text.
	 */
	public function text( string $field ): string {
		$value = $this->values[ $field ] ?? '';

		return is_string( $value ) || is_int( $value ) ? trim( (string) $value ) : '';
	}

	/**
	 * Returns the field as a whole number; null when it is none.
	 */
	public function number( string $field ): ?int {
		$value = $this->values[ $field ] ?? null;

		return is_int( $value ) ? $value : null;
	}

	/**
	 * Returns the field as yes or no.
	 */
	public function flag( string $field ): bool {
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
