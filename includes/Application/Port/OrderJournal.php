<?php
/**
 * What the order's own history says.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\SentBy;

/**
 * Tells the people who work on the order.
 */
interface OrderJournal {

	/**
	 * Notes on the order, for staff, that a link was made.
	 */
	public function link_created( PaymentLink $link ): void;

	/**
	 * Notes on the order, for staff, that a link went to the customer.
	 *
	 * @param PaymentLink $link The link.
	 * @param SentBy      $by   How.
	 * @param string      $to   The recipient of an e-mail; empty otherwise.
	 */
	public function link_sent( PaymentLink $link, SentBy $by, string $to = '' ): void;

	/**
	 * Notes on both orders, for staff, that one is a copy of the other.
	 */
	public function order_copied( int $original_id, int $copy_id ): void;

	/**
	 * Notes on a phone order, for staff, who made it.
	 */
	public function order_made_by_phone( int $wc_order_id, Actor $actor ): void;
}
