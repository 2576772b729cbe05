<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Application;

use Closure;
use Throwable;

/**
 * Runs tasks concurrently: while one waits for MultiSafepay, the others continue. Tasks need no special code.
 */
interface Parallel {

	/**
	 * Runs all tasks and returns the value or the exception of each, in the order of the tasks.
	 *
	 * @template T
	 * @param list<Closure(): T> $tasks
	 * @return list<T|Throwable>
	 */
	public function run( array $tasks ): array;
}
