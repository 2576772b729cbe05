<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

/**
 * Filter for orders by their newest link. `Alert` matches an alert of any link of the order.
 */
enum LinkFilter: string {

	/**
	 * `Expiring` matches links that expire within this number of hours.
	 */
	public const EXPIRING_HOURS = 48;

	case None     = 'none';
	case Open     = 'open';
	case Expiring = 'expiring';
	case Expired  = 'expired';
	case Paid     = 'paid';
	case Alert    = 'alert';
}
