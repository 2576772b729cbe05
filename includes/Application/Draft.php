<?php
/**
 * A prefilled form.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Domain\Customer;
use MultiSafepay\PaymentLinks\Domain\Delivery;

/**
 * A complete create body for an order, but for the idempotency key, with what the form needs beside it.
 *
 * @phpstan-import-type CustomerShape from Customer
 * @phpstan-import-type DeliveryShape from Delivery
 * @phpstan-type DraftValues array{site: string, order_id: string, amount: int, currency: string, description: string, days_active: int, second_chance: bool, gateway: string|null, customer: CustomerShape, delivery: DeliveryShape|null, include_cart: bool, redirect_url: string|null, cancel_url: string|null, note: string, confirm_paid: bool}
 * @phpstan-type DraftSite array{id: string, label: string, environment: string, is_default: bool, configured: bool, order_id: string}
 */
final class Draft {

	/**
	 * Takes what has been prefilled.
	 *
	 * @param DraftValues        $values   As the create route takes them; `amount` in the currency's smallest unit, 0 where nothing can be asked.
	 * @param list<DraftSite>    $sites    Every site with its suggestion for the order ID, the default one first.
	 * @param list<string>       $locales  Codes that a person may choose from.
	 * @param list<DraftWarning> $warnings The gravest first.
	 */
	public function __construct(
		public readonly array $values,
		public readonly array $sites,
		public readonly array $locales,
		public readonly array $warnings,
	) {}
}
