<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\Currency;

/**
 * An immutable copy of an order's data, independent of WooCommerce.
 */
final class OrderSnapshot {

	public readonly int $id;

	public readonly string $status;

	public readonly Currency $currency;

	/**
	 * @param string $number Order number, which may differ from the ID.
	 * @param OrderAddress $shipping All fields are empty if there is no shipping address.
	 * @param string $locale WordPress locale of the customer, such as `nl_NL_formal`; empty if unknown.
	 * @param list<OrderLine> $lines Products, fees and shipping.
	 * @param string $received_url Page that the customer returns to after paying.
	 * @param string $cancel_url Page that the customer returns to without paying.
	 * @param bool $accepts_payment Whether WooCommerce completes the order when it is paid in its current status.
	 * @param int|null $hold_minutes Minutes after which WooCommerce cancels the unpaid order; null if it does not.
	 * @param string|null $official_link URL of a link that the official MultiSafepay plugin created.
	 * @param string $shop_currency Code of the shop's currency, which the order's may differ from.
	 */
	public function __construct(
		public readonly OrderPaymentState $payment,
		public readonly string $number,
		public readonly OrderAddress $billing,
		public readonly OrderAddress $shipping,
		public readonly string $locale,
		public readonly array $lines,
		public readonly string $shop_name,
		public readonly string $received_url,
		public readonly string $cancel_url,
		public readonly bool $accepts_payment = true,
		public readonly ?int $hold_minutes = null,
		public readonly ?string $official_link = null,
		public readonly string $shop_currency = '',
	) {
		$this->id       = $payment->id;
		$this->status   = $payment->status;
		$this->currency = $payment->currency;
	}

	public function summary(): OrderSummary {
		return new OrderSummary( $this->payment, $this->number, $this->billing->email );
	}
}
