<?php
/**
 * A second look at payments.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Makes sure that an order follows its link even if this process dies now.
 */
interface PaymentWatch {

	/**
	 * Has a link looked at later, once, however often it is asked for; whatever ended well by then is left alone.
	 *
	 * @param PaymentLink $link    The link.
	 * @param int         $seconds From now.
	 */
	public function watch( PaymentLink $link, int $seconds ): void;
}
