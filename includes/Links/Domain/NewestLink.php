<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

/**
 * The newest link of an order, and the alert of any of its links: an older link may have a payment that needs review.
 */
final class NewestLink {

	public function __construct(
		public readonly PaymentLink $link,
		public readonly ?PaymentAlert $alert,
	) {}
}
