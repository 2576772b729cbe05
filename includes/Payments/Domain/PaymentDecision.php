<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Domain;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * What a payment means for its order: either an event or an alert.
 */
final class PaymentDecision {

	/**
	 * @param Money|null $remaining Amount due after a partial payment.
	 */
	private function __construct(
		public readonly ?PaymentEvent $event,
		public readonly ?PaymentAlert $alert,
		public readonly ?Money $remaining,
	) {}

	public static function event( PaymentEvent $event, ?Money $remaining = null ): self {
		return new self( $event, null, $remaining );
	}

	public static function alert( PaymentAlert $alert ): self {
		return new self( null, $alert, null );
	}
}
