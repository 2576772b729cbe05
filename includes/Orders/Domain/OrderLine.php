<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Domain;

/**
 * A product, fee or shipping line of an order, with the amounts that WooCommerce calculated.
 */
final class OrderLine {

	public const PRODUCT  = 'product';
	public const FEE      = 'fee';
	public const SHIPPING = 'shipping';

	/**
	 * @param string $quantity Decimal text; may be a fraction.
	 * @param string $net Decimal text: line total without tax, after coupons.
	 * @param string $tax Decimal text: tax of the line.
	 * @param list<string> $rates Tax rates on the net amount in percent, as decimal text such as `21.0000`.
	 * @param list<string> $compounds Compound tax rates in percent: they apply to the net amount and the other taxes.
	 */
	public function __construct(
		public readonly string $kind,
		public readonly string $name,
		public readonly string $reference,
		public readonly string $quantity,
		public readonly string $net,
		public readonly string $tax,
		public readonly array $rates,
		public readonly array $compounds = [],
	) {}
}
