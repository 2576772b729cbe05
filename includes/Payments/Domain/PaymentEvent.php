<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Domain;

/**
 * Payment events that are reported to staff as order notes.
 */
enum PaymentEvent {

	case Paid;
	case PartlyPaid;
	case Uncleared;
	case HoldEnded;
	case AmountMismatch;
	case CurrencyMismatch;
	case OrderMismatch;
	case SecondPayment;
	case OrderClosed;
	case OrderGone;
	case NotAccepted;
	case Refunded;
	case Chargeback;
	case ChargebackWon;
}
