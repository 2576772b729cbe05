<?php
/**
 * One at a time for an order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use Closure;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;

/**
 * Keeps all other processes off an order while its payments are taken over. A process that dies lets go.
 */
interface OrderLock {

	/**
	 * Runs the work with the order locked and returns its result.
	 *
	 * @template T
	 * @param int          $wc_order_id WooCommerce's id.
	 * @param Closure(): T $work        What to do.
	 * @return T
	 * @throws StorageFailed When others hold the order too long.
	 */
	public function during( int $wc_order_id, Closure $work ): mixed;
}
