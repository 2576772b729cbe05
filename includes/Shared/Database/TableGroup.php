<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Database;

/**
 * The tables of one feature.
 */
interface TableGroup {

	/**
	 * @return list<string> With the prefix of the current site.
	 */
	public function names(): array;

	/**
	 * Creates missing tables. May run twice, and in two requests at the same time. Returns false if a table is still
	 * missing afterwards.
	 */
	public function create(): bool;
}
