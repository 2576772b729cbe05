<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderStatus;

/**
 * The stored status of a link.
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

	public static function from_provider( ProviderStatus $status ): self {
		return match ( $status ) {
			ProviderStatus::Open              => self::Active,
			ProviderStatus::Completed         => self::Completed,
			ProviderStatus::Uncleared         => self::Uncleared,
			ProviderStatus::Declined          => self::Declined,
			ProviderStatus::Cancelled         => self::Cancelled,
			ProviderStatus::Expired           => self::Expired,
			ProviderStatus::Refunded          => self::Refunded,
			ProviderStatus::PartiallyRefunded => self::PartiallyRefunded,
			ProviderStatus::Chargeback        => self::Chargeback,
		};
	}

	/**
	 * Whether the customer can pay the link. A declined link is open, because the customer can try again.
	 */
	public function is_open(): bool {
		return in_array( $this->value, self::open(), true );
	}

	/**
	 * Returns the stored values of the open statuses.
	 *
	 * @return array{string, string}
	 */
	public static function open(): array {
		return [ self::Active->value, self::Declined->value ];
	}

	/**
	 * Whether the link was paid, even if the payment was refunded or charged back later.
	 */
	public function was_paid(): bool {
		return match ( $this ) {
			self::Completed, self::Refunded, self::PartiallyRefunded, self::Chargeback => true,
			default => false,
		};
	}

	/**
	 * Whether the creation of the link has not finished.
	 */
	public function is_pending_creation(): bool {
		return self::Creating === $this || self::Unconfirmed === $this;
	}

	/**
	 * Whether this status can change to another one. Late payments are possible: a payment may follow an expiry, a
	 * cancellation and even a failed creation.
	 */
	public function can_become( self $next ): bool {
		$payments = [ self::Uncleared, self::Completed, self::Refunded, self::PartiallyRefunded, self::Chargeback ];
		$closed   = [ self::Cancelled, self::Expired, self::Duplicate ];

		$allowed = match ( $this ) {
			self::Creating => [ self::Active, self::Failed, self::Unconfirmed ],
			self::Unconfirmed => [ self::Failed, ...$payments ],
			self::Active => [ self::Declined, ...$closed, ...$payments ],
			self::Declined => [ self::Active, ...$closed, ...$payments ],
			self::Uncleared => [ self::Active, self::Declined, ...$closed, ...$payments ],
			self::Failed => $payments,
			self::Cancelled => $payments,
			self::Expired, self::Duplicate => [ self::Cancelled, ...$payments ],
			self::Completed => [ self::Refunded, self::PartiallyRefunded, self::Chargeback ],
			self::PartiallyRefunded => [ self::Refunded, self::Chargeback ],
			self::Refunded => [ self::Chargeback ],
			self::Chargeback => [ self::Completed ],
		};

		return $this !== $next && in_array( $next, $allowed, true );
	}
}
