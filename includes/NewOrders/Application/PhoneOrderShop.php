<?php
/**
 * What phone orders may be.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\Currency;

/**
 * The shop's settings for orders that come from no checkout.
 */
interface PhoneOrderShop {

	/**
	 * Returns the shop's name.
	 */
	public function name(): string;

	/**
	 * Returns the country of the shop's own address, ISO 3166 alpha-2; may be empty.
	 */
	public function country(): string;

	/**
	 * Returns the shop's language as a WordPress locale.
	 */
	public function locale(): string;

	/**
	 * Returns the shop's own currency.
	 */
	public function currency(): Currency;

	/**
	 * Returns the currencies that an order can have, the shop's own first.
	 *
	 * @return list<Currency>
	 */
	public function currencies(): array;

	/**
	 * Returns how many decimals the shop keeps of an amount, whatever the currency.
	 */
	public function decimals(): int;

	/**
	 * Returns the tax classes that an order can have: slugs, the standard one (empty) first, PhoneOrder::NO_TAX last; that
	 * one alone where the shop reckons no taxes.
	 *
	 * @return non-empty-list<string>
	 */
	public function tax_classes(): array;
}
