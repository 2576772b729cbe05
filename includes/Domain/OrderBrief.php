<?php
/**
 * An order in brief.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * The little of an order that decides whether somebody is to pay it by a link: read for many orders at once.
 */
final class OrderBrief {

	/**
	 * Takes the facts.
	 *
	 * @param OrderDebt $debt    Its id, and what it owes.
	 * @param string    $number  The number that staff and customers see.
	 * @param string    $status  Without `wc-`.
	 * @param bool      $is_paid Paid by whatever means.
	 * @param string    $email   Of the customer; empty when there is none.
	 */
	public function __construct(
		public readonly OrderDebt $debt,
		public readonly string $number,
		public readonly string $status,
		public readonly bool $is_paid,
		public readonly string $email,
	) {}
}
