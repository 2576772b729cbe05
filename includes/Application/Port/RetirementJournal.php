<?php
/**
 * Word of links that end with their order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Notes on the order, for staff, what became of its links. Orders that are gone have nobody to tell.
 */
interface RetirementJournal {

	/**
	 * The link is retired.
	 */
	public function retired( PaymentLink $link, OrderEnd $end ): void;

	/**
	 * MultiSafepay could not be asked; it is tried again.
	 */
	public function retiring_delayed( PaymentLink $link ): void;

	/**
	 * The link stays open, since nobody knows its key any more.
	 */
	public function retiring_impossible( PaymentLink $link ): void;
}
