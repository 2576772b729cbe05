<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Domain;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * The data of a phone order to create: an order agreed outside the shop's checkout.
 */
final class PhoneOrder {

	/**
	 * Tax class for "no tax"; in WooCommerce this is a tax status, not a class. A tax class of the shop with the same
	 * slug cannot be chosen.
	 */
	public const NO_TAX = 'none';

	/**
	 * @param Money $amount Including tax.
	 * @param int $customer_id User ID, 0 for a guest.
	 * @param string $tax_class Slug of a tax class, empty for the standard class, or NO_TAX.
	 */
	public function __construct(
		public readonly Money $amount,
		public readonly string $description,
		public readonly Customer $customer,
		public readonly int $customer_id,
		public readonly string $tax_class,
	) {}
}
