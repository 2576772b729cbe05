<?php
/**
 * A row of the database.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use DateTimeImmutable;
use DateTimeZone;

/**
 * Reads columns whose types the driver does not promise.
 */
final class Columns {

	/**
	 * Takes a row.
	 *
	 * @param array<mixed> $row By column.
	 */
	public function __construct( private readonly array $row ) {}

	/**
	 * Returns text, empty for NULL.
	 */
	public function text( string $column ): string {
		$value = $this->row[ $column ] ?? '';

		return is_scalar( $value ) ? (string) $value : '';
	}

	/**
	 * Returns text, or null for NULL and nothing.
	 */
	public function text_or_null( string $column ): ?string {
		$text = $this->text( $column );

		return '' === $text ? null : $text;
	}

	/**
	 * Returns a whole number, or null.
	 */
	public function number( string $column ): ?int {
		$value = $this->row[ $column ] ?? null;

		return is_numeric( $value ) ? (int) $value : null;
	}

	/**
	 * Returns a time in UTC, or null.
	 */
	public function time( string $column ): ?DateTimeImmutable {
		$time = DateTimeImmutable::createFromFormat( 'Y-m-d H:i:s', $this->text( $column ), new DateTimeZone( 'UTC' ) );

		return false === $time ? null : $time;
	}
}
