<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use Closure;
use MultiSafepay\PaymentLinks\Orders\Application\OrderLock;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;

/**
 * A lock that is available unless a test sets it busy. Counts how often it was acquired.
 */
final class FreeLock implements OrderLock {

	public int $acquired = 0;

	public bool $is_busy = false;

	/**
	 * Simulates work of another process just before this one acquires the lock.
	 */
	public ?Closure $before = null;

	public function during( int $wc_order_id, Closure $work ): mixed {
		if ( $this->is_busy ) {
			throw new StorageFailed( 'The order is locked.' );
		}

		++$this->acquired;
		$before       = $this->before;
		$this->before = null;
		if ( null !== $before ) {
			$before();
		}

		return $work();
	}
}
