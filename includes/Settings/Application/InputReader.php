<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings\Application;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\Text;
use MultiSafepay\PaymentLinks\Sites\Domain\Setting;

/**
 * Reads typed fields from an object in a request body. For a missing or invalid field it records an error and returns a
 * placeholder value: call InputErrors::throw_if_any() before using the values.
 */
final class InputReader {

	/**
	 * @param array<mixed> $input
	 * @param string $prefix Path of the object, ending with a dot, e.g. `sites.0.`; empty for the top level.
	 */
	public function __construct(
		private readonly array $input,
		private readonly string $prefix,
		public readonly InputErrors $errors,
	) {}

	/**
	 * Records an error for every field that is not allowed.
	 *
	 * @param list<string> $names Allowed fields.
	 */
	public function allow_only( array $names ): void {
		foreach ( array_keys( $this->input ) as $name ) {
			if ( ! in_array( (string) $name, $names, true ) ) {
				$this->errors->add( $this->prefix . $name, 'unknown_field' );
			}
		}
	}

	public function has( string $name ): bool {
		return array_key_exists( $name, $this->input );
	}

	public function path( string $name ): string {
		return $this->prefix . $name;
	}

	/**
	 * Returns trimmed text; empty when the field is missing.
	 */
	public function optional_text( string $name ): string {
		return $this->build( $name, fn (): string => Text::trimmed( $name, $this->input[ $name ] ?? null ) ) ?? '';
	}

	/**
	 * Returns one of the choices; the first one when the value is invalid.
	 *
	 * @param non-empty-list<string> $choices
	 */
	public function choice( string $name, array $choices ): string {
		$value = $this->input[ $name ] ?? null;
		if ( is_string( $value ) && in_array( $value, $choices, true ) ) {
			return $value;
		}

		$this->errors->add(
			$this->prefix . $name,
			null === $value ? 'required' : 'invalid_choice',
			[ 'choices' => implode( ', ', $choices ) ]
		);

		return $choices[0];
	}

	/**
	 * Returns the valid values of declared settings. Optional settings that are missing are left out.
	 *
	 * @param array<string, Setting> $declared By name.
	 * @return array<string, mixed> With the types of the parameters.
	 */
	public function settings( array $declared ): array {
		$values = [];
		foreach ( $declared as $name => $setting ) {
			if ( ! $setting->is_required && ! $this->has( $name ) ) {
				continue;
			}
			$input = $this->input[ $name ] ?? null;
			$value = $this->build( $name, static fn (): mixed => $setting->rule()->read( $name, $input ) );
			if ( null !== $value ) {
				$values[ $name ] = $value;
			}
		}

		return $values;
	}

	/**
	 * @return list<self> Readers for a list of objects.
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
			$readers[] = new self(
				is_array( $entry ) ? $entry : [],
				$this->prefix . $name . '.' . $index . '.',
				$this->errors
			);
		}

		return $readers;
	}

	/**
	 * Returns the result of the callback. If it throws InvalidValue, records the error for the field and returns null.
	 *
	 * @template T
	 * @param callable(): T $create
	 * @return T|null
	 */
	public function build( string $name, callable $create ): mixed {
		try {
			return $create();
		} catch ( InvalidValue $invalid ) {
			$this->errors->add( $this->prefix . $name, $invalid->reason, $invalid->arguments );

			return null;
		}
	}
}
