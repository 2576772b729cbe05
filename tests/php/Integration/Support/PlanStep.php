<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use Stringable;

/**
 * A row of the result of EXPLAIN.
 */
final class PlanStep implements Stringable {

	/**
	 * @param string $table Name or alias of the table.
	 * @param string $type  Access type.
	 * @param string $key   Index; empty for a full table scan.
	 * @param int    $rows  Estimated number of rows.
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
