<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Database;

final class Placeholders {

	/**
	 * Returns placeholders of wpdb::prepare() for the values of an `IN` operator.
	 *
	 * @param non-empty-array<int|string> $values
	 * @return literal-string
	 */
	public static function for( array $values ): string {
		return implode(
			', ',
			array_map( static fn ( int|string $value ): string => is_int( $value ) ? '%d' : '%s', $values )
		);
	}
}
