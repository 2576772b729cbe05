<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Application;

use MultiSafepay\PaymentLinks\Links\Application\Draft\Draft;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;

/**
 * A draft of a link, with the additional choices for a phone order.
 */
final class PhoneDraft {

	/**
	 * @param Draft $draft The draft of the link, without amount and customer.
	 * @param list<Currency> $currencies Available currencies, the shop's currency first.
	 * @param non-empty-list<string> $tax_classes Slugs of the available tax classes; the first is the default.
	 */
	public function __construct(
		public readonly Draft $draft,
		public readonly array $currencies,
		public readonly array $tax_classes,
	) {}
}
