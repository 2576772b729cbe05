<?php
/**
 * The terminal.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Cli;

use Closure;
use WP_CLI;

/**
 * What our commands say and show, by WP-CLI's own means.
 */
final class Console {

	/**
	 * Prints rows as a table, JSON or CSV; whatever else is asked for is refused.
	 *
	 * @param string                                     $format Of `--format`.
	 * @param list<array<string, int|string|float|null>> $rows   By field.
	 * @param non-empty-list<string>                     $fields In order.
	 */
	public function show( string $format, array $rows, array $fields ): void {
		if ( ! in_array( $format, [ 'table', 'json', 'csv' ], true ) ) {
			$this->fail( __( 'The format is table, json or csv.', 'multisafepay-payment-links' ) );
		}

		WP_CLI\Utils\format_items( $format, $rows, $fields );
	}

	/**
	 * Does something for each of the items and shows how far it is; on standard error, so that what is piped stays clean.
	 *
	 * @template T
	 * @param string           $message What is being done.
	 * @param list<T>          $items   The items.
	 * @param Closure(T): void $work    What to do.
	 */
	public function each( string $message, array $items, Closure $work ): void {
		$count = count( $items );
		foreach ( $items as $index => $item ) {
			$work( $item );
			if ( $count > 1 && ( 0 === ( $index + 1 ) % 10 || $index + 1 === $count ) ) {
				$this->progress( $message, $index + 1, $count );
			}
		}
	}

	/**
	 * Shows how far something is; on standard error, so that what is piped stays clean.
	 */
	public function progress( string $message, int $done, int $count ): void {
		// Coloured and quieted by WP-CLI's own options.
		fwrite( STDERR, sprintf( "%s %d/%d\n", $message, $done, $count ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- The terminal is no file.
	}

	/**
	 * Says how it went.
	 */
	public function succeed( string $message ): void {
		// Not success(): that prints to standard output, where JSON may be.
		WP_CLI::log( $message );
	}

	/**
	 * Says what is wrong and ends with an error.
	 */
	public function fail( string $message ): never {
		WP_CLI::error( $message, false );
		WP_CLI::halt( 1 );
	}

	/**
	 * Says what is wrong and goes on.
	 */
	public function warn( string $message ): void {
		WP_CLI::warning( $message );
	}
}
