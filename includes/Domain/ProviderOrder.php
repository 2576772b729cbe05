<?php
/**
 * A link as the provider sees it.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * What `GET /orders/{order_id}` says.
 */
final class ProviderOrder {

	/**
	 * Takes what was read.
	 *
	 * @param LinkStatus|null $status         `active` while an attempt is open or was given up; null when the answer tells nothing.
	 * @param Money|null      $amount         Null when the answer names none.
	 * @param string|null     $transaction_id As text.
	 * @param string|null     $payment_method The method really used.
	 * @param Money|null      $refunded       What has gone back in all; null when the answer does not say.
	 */
	public function __construct(
		public readonly ?LinkStatus $status,
		public readonly ?Money $amount,
		public readonly ?string $transaction_id,
		public readonly ?string $payment_method,
		public readonly ?Money $refunded = null,
	) {}
}
