<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Cli;

/**
 * Reads and validates the arguments and options of a command. Invalid values end the command.
 */
final class Input {

	/**
	 * An ID, also as it is shown in lists of orders: `#1001`.
	 */
	public const ID = '/\A\s*#?([1-9]\d{0,17})\s*\z/';

	/**
	 * @param array<mixed> $arguments Positional.
	 * @param array<mixed> $options By name.
	 */
	public function __construct(
		private readonly array $arguments,
		private readonly array $options,
		private readonly Console $console,
	) {}

	/**
	 * @return list<int> All arguments.
	 */
	public function ids(): array {
		$ids = [];
		foreach ( $this->arguments as $argument ) {
			if ( ! is_scalar( $argument ) || 1 !== preg_match( self::ID, (string) $argument, $id ) ) {
				$this->console->fail( __( 'Ids are whole numbers.', 'multisafepay-payment-links' ) );
			}
			$ids[] = (int) $id[1];
		}

		return $ids;
	}

	/**
	 * Returns the first argument; empty when it is missing.
	 */
	public function first(): string {
		$word = $this->arguments[0] ?? '';

		return is_string( $word ) ? $word : '';
	}

	/**
	 * Returns the first argument. Ends the command when it is missing.
	 */
	public function id(): int {
		return $this->ids()[0] ?? $this->console->fail( __( 'Give an id.', 'multisafepay-payment-links' ) );
	}

	/**
	 * Returns an option; empty when it is missing.
	 */
	public function text( string $name ): string {
		$value = $this->options[ $name ] ?? '';

		return is_scalar( $value ) && ! is_bool( $value ) ? trim( (string) $value ) : '';
	}

	/**
	 * Returns a positive integer, or the default when the option is missing.
	 */
	public function number( string $name, int $default ): int {
		$text = $this->text( $name );
		if ( '' === $text ) {
			return $default;
		}

		if ( 1 !== preg_match( '/\A[1-9]\d{0,8}\z/', $text ) ) {
			/* translators: %s: name of an option. */
			$this->console->fail( sprintf( __( '--%s takes a whole number.', 'multisafepay-payment-links' ), $name ) );
		}

		return (int) $text;
	}

	/**
	 * Whether a flag is set.
	 */
	public function has( string $name ): bool {
		return true === ( $this->options[ $name ] ?? false );
	}

	public function format(): string {
		$format = $this->text( 'format' );

		return '' === $format ? 'table' : $format;
	}
}
