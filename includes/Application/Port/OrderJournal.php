<?php
/**
 * What the order's own history says.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Tells the people who work on the order.
 */
interface OrderJournal {

	/**
	 * Notes on the order, for staff, that a link was made.
	 */
	public function link_created( PaymentLink $link ): void;
}
