<?php
/**
 * Fields of a form.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;

/**
 * Reads typed fields from one object of a request. What is missing or wrong is noted, and a harmless value returned:
 * nothing that was read may be used before the errors were asked for.
 */
final class InputReader {

	/**
	 * Takes one object of the request.
	 *
	 * @param array<mixed> $input  The object.
	 * @param string       $prefix The way to it, ending with a dot: `sites.0.`; empty at the top.
	 * @param InputErrors  $errors Collects what is wrong.
	 */
	public function __construct(
		private readonly array $input,
		private readonly string $prefix,
		public readonly InputErrors $errors,
	) {}

	/**
	 * Notes every field that is not among the names.
	 *
	 * @param list<string> $names The fields there may be.
	 */
	public function allow_only( array $names ): void {
		foreach ( array_keys( $this->input ) as $name ) {
			if ( ! in_array( (string) $name, $names, true ) ) {
				$this->errors->add( $this->prefix . $name, 'unknown_field' );
			}
		}
	}

	/**
	 * Tells whether the field was sent.
	 */
	public function has( string $name ): bool {
		return array_key_exists( $name, $this->input );
	}

	/**
	 * Returns the way to a field.
	 */
	public function path( string $name ): string {
		return $this->prefix . $name;
	}

	/**
	 * Returns trimmed text, empty when it was not sent.
	 */
	public function optional_text( string $name ): string {
		$value = $this->input[ $name ] ?? '';
		if ( ! is_string( $value ) ) {
			$this->errors->add( $this->prefix . $name, 'not_text' );

			return '';
		}

		return trim( $value );
	}

	/**
	 * Returns trimmed text that is there, is UTF-8 and is no longer than so many characters.
	 */
	public function text( string $name, int $max ): string {
		$value = $this->optional_text( $name );
		if ( '' === $value ) {
			$this->errors->add( $this->prefix . $name, 'required' );
		} elseif ( 1 !== preg_match( '/\A[^\p{Cc}]+\z/u', $value ) ) {
			$this->errors->add( $this->prefix . $name, 'control_characters' );
		} elseif ( preg_match_all( '/./us', $value ) > $max ) {
			$this->errors->add( $this->prefix . $name, 'too_long', [ 'max' => $max ] );
		}

		return $value;
	}

	/**
	 * Returns one of the choices, the first of them when something else was sent.
	 *
	 * @param non-empty-list<string> $choices What there is to choose from.
	 */
	public function choice( string $name, array $choices ): string {
		$value = $this->input[ $name ] ?? null;
		if ( is_string( $value ) && in_array( $value, $choices, true ) ) {
			return $value;
		}

		$this->errors->add( $this->prefix . $name, null === $value ? 'required' : 'invalid_choice', [ 'choices' => implode( ', ', $choices ) ] );

		return $choices[0];
	}

	/**
	 * Returns a whole number between the two, both included.
	 */
	public function whole_number( string $name, int $min, int $max ): int {
		$value = $this->input[ $name ] ?? null;
		if ( is_int( $value ) && $value >= $min && $value <= $max ) {
			return $value;
		}

		$this->errors->add(
			$this->prefix . $name,
			match ( true ) {
				null === $value => 'required',
				is_int( $value ) => 'out_of_range',
				default => 'not_whole_number',
			},
			[ 'min' => $min, 'max' => $max ]
		);

		return $min;
	}

	/**
	 * Returns yes or no; no when it was not sent.
	 */
	public function flag( string $name ): bool {
		$value = $this->input[ $name ] ?? false;
		if ( ! is_bool( $value ) ) {
			$this->errors->add( $this->prefix . $name, 'not_boolean' );
		}

		return true === $value;
	}

	/**
	 * Returns readers for a list of objects.
	 *
	 * @return list<self>
	 */
	public function objects( string $name ): array {
		$value = $this->input[ $name ] ?? null;
		if ( ! is_array( $value ) || ! array_is_list( $value ) ) {
			$this->errors->add( $this->prefix . $name, null === $value ? 'required' : 'not_a_list' );

			return [];
		}

		$readers = [];
		foreach ( $value as $index => $entry ) {
			if ( ! is_array( $entry ) ) {
				$this->errors->add( $this->prefix . $name . '.' . $index, 'not_an_object' );
			}
			$readers[] = new self( is_array( $entry ) ? $entry : [], $this->prefix . $name . '.' . $index . '.', $this->errors );
		}

		return $readers;
	}

	/**
	 * Returns what the maker makes of a value, or null with the error noted at the field.
	 *
	 * @template T
	 * @param callable(): T $make Throws InvalidValue.
	 * @return T|null
	 */
	public function made( string $name, callable $make ): mixed {
		try {
			return $make();
		} catch ( InvalidValue $invalid ) {
			$this->errors->add( $this->prefix . $name, $invalid->reason, $invalid->arguments );

			return null;
		}
	}
}
