<?php
/**
 * What is told to an order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * What the people who work on an order have to know of its links' money. The edge turns it into notes.
 */
enum PaymentNews {

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
	case NotTaken;
	case Refunded;
	case Chargeback;
	case ChargebackWon;
}
