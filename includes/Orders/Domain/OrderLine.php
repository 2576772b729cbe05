<?php
/**
 * A line of an order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * A product, fee or shipping line as the shop reckoned it, after coupons.
 */
final class OrderLine {

	public const PRODUCT  = 'product';
	public const FEE      = 'fee';
	public const SHIPPING = 'shipping';

	/**
	 * Takes the shop's own decimal texts.
	 *
	 * @param self::*      $kind      What it is.
	 * @param string       $name      Plain text.
	 * @param string       $reference SKU or id.
	 * @param string       $quantity  Decimal text; may be a fraction.
	 * @param string       $net       Decimal text without tax, the whole line, coupons taken off.
	 * @param string       $tax       Decimal text, the whole line.
	 * @param list<string> $rates     Tax rates in per cent that apply to the net, as decimal text, e.g. `21.0000`.
	 * @param list<string> $compounds Tax rates in per cent that apply to the net and the taxes before them.
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
