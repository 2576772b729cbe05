<?php
/**
 * How an order ended.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * Why nobody should pay an order's links any more.
 */
enum OrderEnd: string {

	case Paid      = 'paid';
	case Cancelled = 'cancelled';
	case Refunded  = 'refunded';
	case Trashed   = 'trashed';
	case Deleted   = 'deleted';

	/**
	 * Returns what the history of a link that is retired for it says.
	 */
	public function reason(): LinkReason {
		return match ( $this ) {
			self::Paid      => LinkReason::RetiredOrderPaid,
			self::Cancelled => LinkReason::RetiredOrderCancelled,
			self::Refunded  => LinkReason::RetiredOrderRefunded,
			self::Trashed, self::Deleted => LinkReason::RetiredOrderGone,
		};
	}
}
