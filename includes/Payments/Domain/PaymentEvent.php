<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Domain;

/**
 * Events that are reported to staff as order notes. Alerts have notes of their own.
 */
enum PaymentEvent {

	case Paid;
	case PartlyPaid;

	/**
	 * The payment exceeds the amount due, as staff confirmed when they created the link.
	 */
	case PaidExtra;

	/**
	 * The order was already marked as paid, without a payment.
	 */
	case Recorded;

	case Uncleared;
	case HoldEnded;
	case Refunded;
	case ChargebackWon;
}
