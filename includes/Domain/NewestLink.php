<?php
/**
 * How an order's links stand, in short.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * The newest link of an order, and an alarm of any of its links: money that a person has to look at may have come in
 * through an older one.
 */
final class NewestLink {

	/**
	 * Takes both.
	 */
	public function __construct(
		public readonly PaymentLink $link,
		public readonly ?LinkAlarm $alarm,
	) {}
}
