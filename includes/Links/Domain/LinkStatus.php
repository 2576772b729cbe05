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

	/**
	 * The customer can pay. A declined link is open, because the customer can try again.
	 */
	public const OPEN = [ self::Active, self::Declined ];

	/**
	 * The creation has not finished.
	 */
	public const PENDING_CREATION = [ self::Creating, self::Unconfirmed ];

	/**
	 * The customer can pay, or will be able to when the creation finishes.
	 */
	public const MAY_BE_OPEN = [ ...self::PENDING_CREATION, ...self::OPEN ];

	/**
	 * The customer can pay, or MultiSafepay holds a payment for review.
	 */
	public const AWAITING_PAYMENT = [ ...self::OPEN, self::Uncleared ];

	/**
	 * The status can change without an action of staff, other than by late payments, refunds and chargebacks.
	 */
	public const UNFINISHED = [ ...self::PENDING_CREATION, ...self::AWAITING_PAYMENT ];

	/**
	 * Can be cancelled at MultiSafepay. An expired link may still be open there, because the clocks may differ.
	 */
	public const CANCELLABLE = [ ...self::OPEN, self::Expired ];

	/**
	 * The link was paid, even if the payment was refunded or charged back later.
	 */
	public const PAID = [ self::Completed, self::Refunded, self::PartiallyRefunded, self::Chargeback ];

	/**
	 * A payment was made, even if it is under review.
	 */
	public const WITH_PAYMENT = [ self::Uncleared, ...self::PAID ];

	/**
	 * The payment counts as received: it reduces the amount due.
	 */
	public const RECEIVED = [ self::Completed, self::PartiallyRefunded ];

	public const REFUNDED = [ self::Refunded, self::PartiallyRefunded ];

	/**
	 * No further change is expected, so the status is not checked any more.
	 */
	public const FINAL = [ self::Failed, self::Duplicate ];

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
	 * @param non-empty-list<self> $statuses
	 * @return non-empty-list<string> As stored.
	 */
	public static function values( array $statuses ): array {
		return array_map( static fn ( self $status ): string => $status->value, $statuses );
	}

	public function is_open(): bool {
		return in_array( $this, self::OPEN, true );
	}

	public function is_pending_creation(): bool {
		return in_array( $this, self::PENDING_CREATION, true );
	}

	public function may_be_open(): bool {
		return in_array( $this, self::MAY_BE_OPEN, true );
	}

	public function is_awaiting_payment(): bool {
		return in_array( $this, self::AWAITING_PAYMENT, true );
	}

	public function is_cancellable(): bool {
		return in_array( $this, self::CANCELLABLE, true );
	}

	public function was_paid(): bool {
		return in_array( $this, self::PAID, true );
	}

	public function has_payment(): bool {
		return in_array( $this, self::WITH_PAYMENT, true );
	}

	public function is_received(): bool {
		return in_array( $this, self::RECEIVED, true );
	}

	public function was_refunded(): bool {
		return in_array( $this, self::REFUNDED, true );
	}

	public function is_final(): bool {
		return in_array( $this, self::FINAL, true );
	}

	/**
	 * Whether this status can change to another one. Late payments are possible: a payment may follow an expiry, a
	 * cancellation and even a failed creation.
	 */
	public function can_become( self $next ): bool {
		$closed = [ self::Cancelled, self::Expired, self::Duplicate ];

		$allowed = match ( $this ) {
			self::Creating => [ self::Active, self::Failed, self::Unconfirmed ],
			self::Unconfirmed => [ self::Failed, ...self::WITH_PAYMENT ],
			self::Active => [ self::Declined, ...$closed, ...self::WITH_PAYMENT ],
			self::Declined => [ self::Active, ...$closed, ...self::WITH_PAYMENT ],
			self::Uncleared => [ self::Active, self::Declined, ...$closed, ...self::PAID ],
			self::Failed, self::Cancelled => self::WITH_PAYMENT,
			self::Expired, self::Duplicate => [ self::Cancelled, ...self::WITH_PAYMENT ],
			self::Completed => [ self::Refunded, self::PartiallyRefunded, self::Chargeback ],
			self::PartiallyRefunded => [ self::Refunded, self::Chargeback ],
			self::Refunded => [ self::Chargeback ],
			self::Chargeback => [ self::Completed ],
		};

		return in_array( $next, $allowed, true );
	}
}
