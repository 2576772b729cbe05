<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Domain;

/**
 * The status of an order at MultiSafepay. `Open` covers the statuses of a single payment attempt, after which the order
 * can still be paid.
 */
enum ProviderStatus {

	case Open;
	case Completed;
	case Uncleared;
	case Declined;
	case Cancelled;
	case Expired;
	case Refunded;
	case PartiallyRefunded;
	case Chargeback;

	/**
	 * Whether the order was paid, even if the payment was refunded or charged back later.
	 */
	public function was_paid(): bool {
		return match ( $this ) {
			self::Completed, self::Refunded, self::PartiallyRefunded, self::Chargeback => true,
			default => false,
		};
	}
}
