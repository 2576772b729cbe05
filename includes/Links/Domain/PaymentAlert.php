<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

/**
 * A payment or chargeback that staff must review. LinkMessages translates it to a message.
 */
enum PaymentAlert: string {

	case AmountMismatch   = 'amount_mismatch';
	case CurrencyMismatch = 'currency_mismatch';
	case SecondPayment    = 'second_payment';
	case OrderClosed      = 'order_closed';
	case OrderGone        = 'order_gone';
	case Chargeback       = 'chargeback';

	/**
	 * Whether this alert replaces another one. The order is fixed, so that two alerts cannot replace each other
	 * repeatedly. A replaced alert remains in the event log.
	 */
	public function outranks( ?self $other ): bool {
		return null === $other || $this->rank() > $other->rank();
	}

	private function rank(): int {
		return match ( $this ) {
			self::AmountMismatch   => 1,
			self::CurrencyMismatch => 2,
			self::OrderClosed      => 3,
			self::OrderGone        => 4,
			self::Chargeback       => 5,
			self::SecondPayment    => 6,
		};
	}
}
