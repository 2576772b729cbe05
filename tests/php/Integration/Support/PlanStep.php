<?php
/**
 * A line of EXPLAIN.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use Stringable;

final class PlanStep implements Stringable {

	/**
	 * @param string $table By the name that the statement gives it.
	 * @param string $type  How it is read.
	 * @param string $key   By which index; nothing when the whole table is read.
	 * @param int    $rows  How many rows the database guesses.
	 * @param string $extra What else it does.
	 */
	public function __construct(
		public readonly string $table,
		public readonly string $type,
		public readonly string $key,
		public readonly int $rows,
		public readonly string $extra,
	) {
	}

	public function __toString(): string {
		return "{$this->table}: {$this->type} by {$this->key}, {$this->rows} rows, {$this->extra}";
	}
}
