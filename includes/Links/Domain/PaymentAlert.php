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

	/**
	 * Tells whether it takes the place of another alarm. A fixed order, so that two causes cannot push each other out
	 * for ever; what stands lower stays in the history.
	 */
	public function outranks( ?self $other ): bool {
		return null === $other || $this->rank() > $other->rank();
	}

	/**
	 * How much it weighs.
	 */
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
