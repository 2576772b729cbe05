<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Domain;

/**
 * The body of `POST /orders`.
 */
final class CreateOrderRequest {

	/**
	 * @param array<string, mixed> $body Without empty objects, which PHP would encode as `[]`.
	 */
	public function __construct(
		public readonly OrderId $order_id,
		public readonly array $body,
	) {}
}
