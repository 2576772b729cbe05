<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Database;

use DateTimeImmutable;
use DateTimeZone;

/**
 * Reads columns of a row with unknown types: the database driver may return numbers as strings.
 */
final class RowReader {

	/**
	 * @param array<mixed> $row By column.
	 */
	public function __construct( private readonly array $row ) {}

	/**
	 * Returns an empty string for NULL.
	 */
	public function text( string $column ): string {
		$value = $this->row[ $column ] ?? '';

		return is_scalar( $value ) ? (string) $value : '';
	}

	/**
	 * Returns null for NULL and for an empty string.
	 */
	public function text_or_null( string $column ): ?string {
		$text = $this->text( $column );

		return '' === $text ? null : $text;
	}

	public function number( string $column ): ?int {
		$value = $this->row[ $column ] ?? null;

		return is_numeric( $value ) ? (int) $value : null;
	}

	/**
	 * Returns a time in UTC, or null if the column does not contain one.
	 */
	public function time( string $column ): ?DateTimeImmutable {
		$time = DateTimeImmutable::createFromFormat( 'Y-m-d H:i:s', $this->text( $column ), new DateTimeZone( 'UTC' ) );

		return false === $time ? null : $time;
	}
}
