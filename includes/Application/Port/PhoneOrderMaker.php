<?php
/**
 * Making phone orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;
use MultiSafepay\PaymentLinks\Domain\PhoneOrder;

/**
 * Makes orders of the shop that come from no checkout.
 */
interface PhoneOrderMaker {

	/**
	 * Makes an unpaid order, all of it or nothing, and returns WooCommerce's id.
	 *
	 * @param PhoneOrder          $new      What it is to be.
	 * @param callable(int): void $register Takes the order's id while it can still be undone.
	 * @throws InvalidValue  When WooCommerce refuses a field.
	 * @throws StorageFailed When what was saved is not what was asked for.
	 */
	public function make( PhoneOrder $new, callable $register ): int;
}
