<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Application;

use Closure;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;

/**
 * An exclusive lock per order, held while its payments are synchronised. A process that dies releases its lock.
 */
interface OrderLock {

	/**
	 * Runs the callback while the order is locked and returns its result.
	 *
	 * @template T
	 * @param Closure(): T $work
	 * @return T
	 * @throws StorageFailed If the lock is not acquired in time.
	 */
	public function during( int $wc_order_id, Closure $work ): mixed;
}
