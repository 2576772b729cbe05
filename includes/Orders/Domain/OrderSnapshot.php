<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * An immutable copy of an order's data, independent of WooCommerce.
 */
final class OrderSnapshot {

	/**
	 * @param string $number Order number, which may differ from the ID.
	 * @param Money|null $total Null if it has a fraction of the smallest unit.
	 * @param Money|null $due Total less refunds, or zero if paid; payments through links are not subtracted. Null if it
	 * has a fraction of the smallest unit.
	 * @param OrderAddress $shipping All fields are empty if there is no shipping address.
	 * @param string $locale WordPress locale of the customer, such as `nl_NL_formal`; empty if unknown.
	 * @param list<OrderLine> $lines Products, fees and shipping.
	 * @param string $received_url Page that the customer returns to after paying.
	 * @param string $cancel_url Page that the customer returns to without paying.
	 * @param int|null $hold_minutes Minutes after which WooCommerce cancels the unpaid order; null if it does not.
	 * @param string|null $official_link URL of a link that the official MultiSafepay plugin created.
	 * @param string $transaction_id ID of the transaction that paid the order; empty if there is none.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $number,
		public readonly string $status,
		public readonly Currency $currency,
		public readonly ?Money $total,
		public readonly ?Money $due,
		public readonly bool $is_paid,
		public readonly OrderAddress $billing,
		public readonly OrderAddress $shipping,
		public readonly string $locale,
		public readonly array $lines,
		public readonly string $shop_name,
		public readonly string $edit_url,
		public readonly string $received_url,
		public readonly string $cancel_url,
		public readonly ?int $hold_minutes = null,
		public readonly ?string $official_link = null,
		public readonly string $transaction_id = '',
	) {}

	/**
	 * Returns the amount due, at least zero. Null if it has a fraction of the smallest unit.
	 *
	 * @param Money $paid_through_links Amount received through the order's links, in the order's currency.
	 */
	public function due_after( Money $paid_through_links ): ?Money {
		return $this->balance()->due_after( $paid_through_links );
	}

	public function balance(): OrderBalance {
		return new OrderBalance( $this->id, $this->currency, $this->due, $this->edit_url );
	}

	public function summary(): OrderSummary {
		return new OrderSummary(
			$this->balance(),
			$this->number,
			$this->status,
			$this->is_paid,
			$this->billing->email
		);
	}
}
