<?php
/**
 * The states of a payment link.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * One vocabulary for the whole plugin; the provider's words are mapped to it at the edge.
 */
enum LinkStatus: string {

	case Creating          = 'creating';
	case Unconfirmed       = 'unconfirmed';
	case Failed            = 'failed';
	case Active            = 'active';
	case Uncleared         = 'uncleared';
	case Completed         = 'completed';
	case Declined          = 'declined';
	case Cancelled         = 'cancelled';
	case Expired           = 'expired';
	case Duplicate         = 'duplicate';
	case Refunded          = 'refunded';
	case PartiallyRefunded = 'partial_refunded';
	case Chargeback        = 'chargeback';

	/**
	 * Tells whether a customer can pay it now. A decline leaves the link payable: the provider lets the customer try again.
	 */
	public function is_open(): bool {
		return in_array( $this->value, self::open(), true );
	}

	/**
	 * Returns the states in which a customer can pay, as they are stored.
	 *
	 * @return array{string, string}
	 */
	public static function open(): array {
		return [ self::Active->value, self::Declined->value ];
	}

	/**
	 * Tells whether money has come in through the link at some time.
	 */
	public function was_paid(): bool {
		return match ( $this ) {
			self::Completed, self::Refunded, self::PartiallyRefunded, self::Chargeback => true,
			default => false,
		};
	}

	/**
	 * Tells whether its creation has not ended yet.
	 */
	public function is_pending_creation(): bool {
		return self::Creating === $this || self::Unconfirmed === $this;
	}

	/**
	 * Tells whether the state may follow this one. Money that arrives late is real: a payment may follow expiry,
	 * cancellation, and even a creation that seemed to have failed.
	 */
	public function can_become( self $next ): bool {
		$money = [ self::Uncleared, self::Completed, self::Refunded, self::PartiallyRefunded, self::Chargeback ];
		$ends  = [ self::Cancelled, self::Expired, self::Duplicate ];

		$allowed = match ( $this ) {
			self::Creating => [ self::Active, self::Failed, self::Unconfirmed ],
			self::Unconfirmed => [ self::Failed, ...$money ],
			self::Active => [ self::Declined, ...$ends, ...$money ],
			self::Declined => [ self::Active, ...$ends, ...$money ],
			self::Uncleared => [ self::Active, self::Declined, ...$ends, ...$money ],
			self::Failed => $money,
			self::Cancelled => $money,
			self::Expired, self::Duplicate => [ self::Cancelled, ...$money ],
			self::Completed => [ self::Refunded, self::PartiallyRefunded, self::Chargeback ],
			self::PartiallyRefunded => [ self::Refunded, self::Chargeback ],
			self::Refunded => [ self::Chargeback ],
			self::Chargeback => [ self::Completed ],
		};

		return $this !== $next && in_array( $next, $allowed, true );
	}
}
