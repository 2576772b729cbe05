<?php
/**
 * What somebody typed behind a command.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Cli;

/**
 * Reads arguments and options, whose types the terminal does not promise.
 */
final class Input {

	/**
	 * Takes what WP-CLI read.
	 *
	 * @param array<mixed> $arguments In order.
	 * @param array<mixed> $options   By name.
	 * @param Console      $console   Told of what makes no sense, which ends the command.
	 */
	public function __construct(
		private readonly array $arguments,
		private readonly array $options,
		private readonly Console $console,
	) {}

	/**
	 * Returns the arguments as ids.
	 *
	 * @return list<int>
	 */
	public function ids(): array {
		$ids = [];
		foreach ( $this->arguments as $argument ) {
			if ( ! is_scalar( $argument ) || 1 !== preg_match( '/\A[1-9]\d{0,18}\z/', (string) $argument ) ) {
				$this->console->fail( __( 'Ids are whole numbers.', 'multisafepay-payment-links' ) );
			}
			$ids[] = (int) $argument;
		}

		return $ids;
	}

	/**
	 * Returns the one word that the command takes.
	 */
	public function word(): string {
		$word = $this->arguments[0] ?? '';

		return is_string( $word ) ? $word : '';
	}

	/**
	 * Returns the one id that the command takes.
	 */
	public function one_id(): int {
		return $this->ids()[0] ?? $this->console->fail( __( 'Give an id.', 'multisafepay-payment-links' ) );
	}

	/**
	 * Returns an option, empty when it was left out.
	 */
	public function text( string $name ): string {
		$value = $this->options[ $name ] ?? '';

		return is_scalar( $value ) && ! is_bool( $value ) ? trim( (string) $value ) : '';
	}

	/**
	 * Returns a whole number above zero, or what there is without the option.
	 */
	public function number( string $name, int $otherwise ): int {
		$text = $this->text( $name );
		if ( '' === $text ) {
			return $otherwise;
		}

		if ( 1 !== preg_match( '/\A[1-9]\d{0,8}\z/', $text ) ) {
			/* translators: %s: name of an option. */
			$this->console->fail( sprintf( __( '--%s takes a whole number.', 'multisafepay-payment-links' ), $name ) );
		}

		return (int) $text;
	}

	/**
	 * Tells whether a flag was set.
	 */
	public function has( string $name ): bool {
		return true === ( $this->options[ $name ] ?? false );
	}

	/**
	 * Returns how rows are to be printed.
	 */
	public function format(): string {
		$format = $this->text( 'format' );

		return '' === $format ? 'table' : $format;
	}
}
