<?php
/**
 * A prefilled form without an order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Domain\Currency;

/**
 * A draft for a phone order, with what the order needs beside its link.
 */
final class PhoneDraft {

	/**
	 * Takes what has been prefilled.
	 *
	 * @param Draft                  $draft       The link's part; nothing is known of the amount and the customer yet.
	 * @param list<Currency>         $currencies  That a person may choose from, the shop's own first.
	 * @param non-empty-list<string> $tax_classes Slugs that a person may choose from; the form begins with the first.
	 */
	public function __construct(
		public readonly Draft $draft,
		public readonly array $currencies,
		public readonly array $tax_classes,
	) {}
}
