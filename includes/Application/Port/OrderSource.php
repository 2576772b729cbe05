<?php
/**
 * Where orders come from.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;

/**
 * Reads orders of the shop.
 */
interface OrderSource {

	/**
	 * Returns the order as it is stored now.
	 *
	 * @throws OrderNotFound When there is no such order, or it is in the trash.
	 */
	public function get( int $wc_order_id ): OrderSnapshot;
}
