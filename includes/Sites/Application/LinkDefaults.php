<?php
/**
 * What forms begin with.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

/**
 * The shop's settings for new links.
 */
interface LinkDefaults {

	/**
	 * Returns the days a new link lives, 1 to 365.
	 */
	public function days_active(): int;

	/**
	 * Returns the template of the description; `{order_number}` and `{shop_name}` are filled in.
	 */
	public function description_template(): string;

	/**
	 * Tells whether an unpaid order with an open link outlives the shop's hold on its stock.
	 */
	public function keeps_held_orders(): bool;
}
