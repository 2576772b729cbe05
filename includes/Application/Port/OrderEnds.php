<?php
/**
 * Whether orders are over.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\OrderEnd;

/**
 * Tells how an order stands with regard to being paid.
 */
interface OrderEnds {

	/**
	 * Returns how the order ended; null while it may still be paid.
	 */
	public function of( int $wc_order_id ): ?OrderEnd;
}
