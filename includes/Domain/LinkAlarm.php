<?php
/**
 * What must not go unseen.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * Money that came in, or went back, in a way that a person has to judge. The edge turns it into words.
 */
enum LinkAlarm: string {

	case AmountMismatch   = 'amount_mismatch';
	case CurrencyMismatch = 'currency_mismatch';
	case SecondPayment    = 'second_payment';
	case OrderClosed      = 'order_closed';
	case OrderGone        = 'order_gone';
	case Chargeback       = 'chargeback';
}
