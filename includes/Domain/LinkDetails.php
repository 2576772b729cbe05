<?php
/**
 * What a link asks for.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * Everything that staff chose for a link, checked; kept with the link so that it can be duplicated.
 */
final class LinkDetails {

	public const MAX_SECONDS = 31_536_000;

	/**
	 * Takes checked values.
	 *
	 * @param Money         $amount         What the customer pays.
	 * @param string        $description    At most 200 bytes.
	 * @param int           $seconds_active Lifetime from creation, 1 to 31 536 000.
	 * @param bool          $second_chance  Whether MultiSafepay may remind the customer.
	 * @param string|null   $gateway        One payment method, or null for all.
	 * @param Customer      $customer       The payer.
	 * @param Delivery|null $delivery       Where goods go, or null.
	 * @param bool          $include_cart   Whether the customer sees the items.
	 * @param string|null   $redirect_url   Overrides the order's thank-you page.
	 * @param string|null   $cancel_url     Overrides the page after an unsuccessful payment.
	 * @param string        $note           For staff only.
	 */
	public function __construct(
		public readonly Money $amount,
		public readonly string $description,
		public readonly int $seconds_active,
		public readonly bool $second_chance,
		public readonly ?string $gateway,
		public readonly Customer $customer,
		public readonly ?Delivery $delivery,
		public readonly bool $include_cart,
		public readonly ?string $redirect_url,
		public readonly ?string $cancel_url,
		public readonly string $note,
	) {}
}
