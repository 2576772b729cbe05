<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use Closure;
use MultiSafepay\PaymentLinks\Application\Port\OrderLock;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;

/**
 * A lock that nobody else wants, unless a test says so; counts how often it was taken.
 */
final class FreeLock implements OrderLock {

	public int $taken = 0;

	public bool $is_busy = false;

	/**
	 * What another process does just before this one gets the lock.
	 */
	public ?Closure $before = null;

	public function during( int $wc_order_id, Closure $work ): mixed {
		if ( $this->is_busy ) {
			throw new StorageFailed( 'The order is locked.' );
		}

		++$this->taken;
		$before       = $this->before;
		$this->before = null;
		if ( null !== $before ) {
			$before();
		}

		return $work();
	}
}
