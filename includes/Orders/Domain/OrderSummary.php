<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Domain;

/**
 * The fields of an order that decide whether to create a link for it. Cheap to read for many orders at once.
 */
final class OrderSummary {

	/**
	 * @param string $number Order number, which may differ from the ID.
	 * @param string $email Email address of the customer; empty if there is none.
	 */
	public function __construct(
		public readonly OrderPaymentState $payment,
		public readonly string $number,
		public readonly string $email,
	) {}
}
