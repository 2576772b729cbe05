<?php
/**
 * Waiting for several answers at once.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use Closure;
use Throwable;

/**
 * Runs work side by side: while one waits for MultiSafepay, the others go on. The work is the same code that runs alone.
 */
interface Parallel {

	/**
	 * Runs all of it and returns what each returned or threw, in order.
	 *
	 * @template T
	 * @param list<Closure(): T> $tasks What to do.
	 * @return list<T|Throwable>
	 */
	public function run( array $tasks ): array;
}
