<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * The amounts of an order and what WooCommerce knows about its payment. Links\Domain\Balance calculates the amount due.
 */
final class OrderPaymentState {

	/**
	 * @param string $status Without the prefix `wc-`.
	 * @param Money $total Rounded half up to the smallest unit.
	 * @param Money $refunded Total of WooCommerce's refunds, rounded half up.
	 * @param Money $payable Total less refunds, rounded half up after the subtraction, at least zero.
	 * @param bool $is_rounded Whether the total or a refund has a fraction of the smallest unit.
	 * @param bool $needs_payment The result of WC_Order::needs_payment().
	 * @param bool $is_collected_later Whether the order has a paid status, but its payment method collects later and
	 * has not collected yet, as with cash on delivery.
	 * @param string $transaction_id ID of the transaction that paid the order; empty if there is none.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $status,
		public readonly Currency $currency,
		public readonly Money $total,
		public readonly Money $refunded,
		public readonly Money $payable,
		public readonly bool $is_rounded,
		public readonly bool $needs_payment,
		public readonly bool $has_paid_status,
		public readonly bool $has_date_paid,
		public readonly bool $is_collected_later,
		public readonly string $transaction_id,
		public readonly string $edit_url,
	) {}

	/**
	 * Whether the order is paid. An order that needs payment is not, whatever its payment date says.
	 */
	public function is_paid(): bool {
		return ! $this->needs_payment
			&& ( $this->has_paid_status || $this->has_date_paid )
			&& ! $this->is_collected_later;
	}

	/**
	 * Whether the order was paid with this transaction.
	 */
	public function is_paid_with( string $transaction_id ): bool {
		return ( $this->has_paid_status || $this->has_date_paid ) && $this->transaction_id === $transaction_id;
	}
}
