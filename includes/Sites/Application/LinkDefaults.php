<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use MultiSafepay\PaymentLinks\Sites\Domain\Deposit;

/**
 * The shop's settings for new links.
 */
interface LinkDefaults {

	/**
	 * Returns the lifetime of a new link in days, 1 to 365.
	 */
	public function days_active(): int;

	/**
	 * Returns the template of the description, with the placeholders `{order_number}` and `{shop_name}`.
	 */
	public function description_template(): string;

	/**
	 * Returns the part of the amount due that the first link of an order asks for.
	 */
	public function deposit(): Deposit;

	/**
	 * Whether WooCommerce must not cancel an unpaid order with an open link when its hold-stock time is over.
	 */
	public function keeps_held_orders(): bool;
}
