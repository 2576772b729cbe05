<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

/**
 * An unexpected movement of money that staff must review. Each cause has one code; docs/alerts.md lists them.
 */
enum PaymentAlert: string {

	/**
	 * MultiSafepay reports another amount than the link asked for.
	 */
	case AmountMismatch = 'amount_mismatch';

	/**
	 * MultiSafepay reports another currency than the link asked for.
	 */
	case CurrencyMismatch = 'currency_mismatch';

	/**
	 * The order has another currency than the link.
	 */
	case OrderCurrency = 'order_currency';

	/**
	 * The payment is higher than the amount due.
	 */
	case AmountAboveDue = 'amount_above_due';

	/**
	 * WooCommerce does not complete orders with this status, which another plugin has added.
	 */
	case OrderStatus = 'order_status';

	case OrderCancelled = 'order_cancelled';
	case OrderRefunded  = 'order_refunded';
	case OrderTrashed   = 'order_trashed';
	case OrderDeleted   = 'order_deleted';
	case Chargeback     = 'chargeback';

	/**
	 * The order was already paid.
	 */
	case SecondPayment = 'second_payment';

	/**
	 * Whether this alert replaces another one. The order is fixed, so that two alerts cannot replace each other
	 * repeatedly. A replaced alert remains in the event log.
	 */
	public function outranks( ?self $other ): bool {
		return null === $other || $this->rank() > $other->rank();
	}

	/**
	 * Whether staff can mark the order as paid with this payment.
	 */
	public function can_be_accepted(): bool {
		return match ( $this ) {
			self::AmountAboveDue, self::OrderStatus, self::OrderCancelled, self::OrderTrashed => true,
			default => false,
		};
	}

	/**
	 * Whether the payment has to be reconsidered when the order changes.
	 */
	public function depends_on_order(): bool {
		return match ( $this ) {
			self::OrderCurrency, self::AmountAboveDue, self::OrderStatus, self::OrderCancelled, self::OrderRefunded,
			self::OrderTrashed, self::OrderDeleted => true,
			default => false,
		};
	}

	/**
	 * Whether an unpaid order is put on hold until staff have compared the amounts.
	 */
	public function holds_order(): bool {
		return match ( $this ) {
			self::AmountMismatch, self::CurrencyMismatch, self::OrderCurrency, self::AmountAboveDue => true,
			default => false,
		};
	}

	private function rank(): int {
		return (int) array_search( $this, self::cases(), true );
	}
}
