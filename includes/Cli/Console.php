<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Cli;

use Closure;
use WP_CLI;

/**
 * Output of the commands through WP-CLI.
 */
final class Console {

	/**
	 * Prints rows as a table, JSON or CSV. Ends the command for any other format.
	 *
	 * @param list<array<string, int|string|float|null>> $rows
	 * @param non-empty-list<string> $fields In order of output.
	 */
	public function show( string $format, array $rows, array $fields ): void {
		if ( ! in_array( $format, [ 'table', 'json', 'csv' ], true ) ) {
			$this->fail( __( 'The format is table, json or csv.', 'multisafepay-payment-links' ) );
		}

		WP_CLI\Utils\format_items( $format, $rows, $fields );
	}

	/**
	 * Calls the callback for each item and shows the progress.
	 *
	 * @template T
	 * @param list<T> $items
	 * @param Closure(T): void $callback
	 */
	public function each( string $message, array $items, Closure $callback ): void {
		$count = count( $items );
		foreach ( $items as $index => $item ) {
			$callback( $item );
			if ( $count > 1 && ( 0 === ( $index + 1 ) % 10 || $index + 1 === $count ) ) {
				$this->progress( $message, $index + 1, $count );
			}
		}
	}

	/**
	 * Prints the progress to standard error, so that it does not mix with piped output.
	 */
	public function progress( string $message, int $done, int $count ): void {
		// phpcs:ignore WordPress.WP.AlternativeFunctions -- STDERR is not a file.
		fwrite( STDERR, sprintf( "%s %d/%d\n", $message, $done, $count ) );
	}

	public function succeed( string $message ): void {
		// Not WP_CLI::success(), which adds the prefix "Success:".
		WP_CLI::log( $message );
	}

	/**
	 * Prints an error and ends the command with exit code 1.
	 */
	public function fail( string $message ): never {
		WP_CLI::error( $message, false );
		WP_CLI::halt( 1 );
	}

	public function warn( string $message ): void {
		WP_CLI::warning( $message );
	}
}
