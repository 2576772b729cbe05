<?php
/**
 * What orders can be picked out by.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * How the newest link of an order stands; an alarm is that of any of its links.
 */
enum LinkFilter: string {

	/**
	 * Within how many hours a link ends that is about to expire.
	 */
	public const EXPIRING_HOURS = 48;

	case None     = 'none';
	case Open     = 'open';
	case Expiring = 'expiring';
	case Expired  = 'expired';
	case Paid     = 'paid';
	case Alarm    = 'alarm';
}
