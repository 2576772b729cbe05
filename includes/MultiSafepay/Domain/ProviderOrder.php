<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * The response of `GET /orders/{order_id}`. A field is null if it is missing or has an unknown value.
 */
final class ProviderOrder {

	public function __construct(
		public readonly ?ProviderStatus $status = null,
		public readonly ?Money $amount = null,
		public readonly ?string $transaction_id = null,
		public readonly ?string $payment_method = null,
		public readonly ?Money $refunded = null,
	) {}
}
