<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Application;

use MultiSafepay\PaymentLinks\Shared\Domain\Currency;

/**
 * Shop settings that apply to phone orders.
 */
interface PhoneOrderShop {

	public function name(): string;

	/**
	 * Returns the country of the shop's address, ISO 3166 alpha-2; may be empty.
	 */
	public function country(): string;

	/**
	 * Returns the shop's language as a WordPress locale.
	 */
	public function locale(): string;

	public function currency(): Currency;

	/**
	 * Returns the currencies that an order can have, the shop's currency first.
	 *
	 * @return list<Currency>
	 */
	public function currencies(): array;

	/**
	 * Returns the number of decimals of the shop's prices; it is the same for all currencies.
	 */
	public function decimals(): int;

	/**
	 * Returns the slugs of the tax classes that an order can have: the standard class (empty) first, PhoneOrder::NO_TAX
	 * last. Only PhoneOrder::NO_TAX when taxes are disabled.
	 *
	 * @return non-empty-list<string>
	 */
	public function tax_classes(): array;
}
