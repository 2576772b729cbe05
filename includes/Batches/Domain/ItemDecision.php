<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Domain;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;

/**
 * What a batch does with an order or link, or why it skips them.
 */
final class ItemDecision {

	/**
	 * @param ItemReason $skip_reason Why the item is skipped; `None` when it is processed.
	 * @param list<PaymentLink> $links The links to process; empty when a link is created for the order.
	 * @param string $email_to Recipient of the email; empty for no email.
	 * @param string $number The order number; empty when the order is deleted.
	 */
	public function __construct(
		public readonly ItemReason $skip_reason,
		public readonly array $links = [],
		public readonly string $email_to = '',
		public readonly string $number = '',
	) {}
}
