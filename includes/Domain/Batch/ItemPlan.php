<?php
/**
 * What would be done.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Batch;

use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * What a batch does with an order or link as they stand now, or why it leaves them alone.
 */
final class ItemPlan {

	/**
	 * Takes it.
	 *
	 * @param ItemReason        $skipped None when something is to be done.
	 * @param list<PaymentLink> $links   The links that it is done to; empty when one is made from the order.
	 * @param string            $mail_to Who gets an e-mail; empty for nobody.
	 * @param string            $number  The order's number; empty when the order is gone.
	 */
	public function __construct(
		public readonly ItemReason $skipped,
		public readonly array $links = [],
		public readonly string $mail_to = '',
		public readonly string $number = '',
	) {}
}
