<?php
/**
 * An order that is made for a payment.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * A phone order before it is made: what a customer is to pay who ordered without the shop's checkout.
 */
final class PhoneOrder {

	/**
	 * Value of a tax class for "no tax", which WooCommerce keeps apart from classes. A class of the shop that is called
	 * so is left out: it would be the same.
	 */
	public const NO_TAX = 'none';

	/**
	 * Takes what has been checked.
	 *
	 * @param Money    $amount      What the customer pays, tax included.
	 * @param string   $description Name of its only line.
	 * @param Customer $customer    Who pays.
	 * @param int      $customer_id Account in the shop, 0 for a guest.
	 * @param string   $tax_class   Slug of the shop's class, empty for the standard one, or NO_TAX.
	 */
	public function __construct(
		public readonly Money $amount,
		public readonly string $description,
		public readonly Customer $customer,
		public readonly int $customer_id,
		public readonly string $tax_class,
	) {}
}
