<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\Delivery;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * The validated details of a link. Stored with the link so that it can be duplicated.
 */
final class LinkDetails {

	public const MAX_SECONDS = 31_536_000;

	/**
	 * @param string $description At most 200 bytes.
	 * @param int $seconds_active Lifetime from creation, 1 to 31 536 000.
	 * @param bool $second_chance Whether MultiSafepay may send reminders to the customer.
	 * @param string|null $gateway Payment method; null for all.
	 * @param bool $include_cart Whether the payment page shows the items.
	 * @param string|null $redirect_url Page after a payment; null for the default.
	 * @param string|null $cancel_url Page after an unsuccessful payment; null for the default.
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

	/**
	 * Returns the details without the customer and without texts and URLs that may identify the customer.
	 */
	public function without_personal_data(): self {
		return new self(
			$this->amount,
			'',
			$this->seconds_active,
			$this->second_chance,
			$this->gateway,
			Customer::from_input( [] ),
			null,
			$this->include_cart,
			null,
			null,
			''
		);
	}
}
