<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\Delivery;
use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkFields;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * The validated details of a link. Stored with the link so that it can be duplicated.
 */
final class LinkDetails {

	public const MAX_SECONDS     = 31_536_000;
	public const SECONDS_PER_DAY = 86_400;

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

	public function with_amount( Money $amount ): self {
		return new self(
			$amount,
			$this->description,
			$this->seconds_active,
			$this->second_chance,
			$this->gateway,
			$this->customer,
			$this->delivery,
			$this->include_cart,
			$this->redirect_url,
			$this->cancel_url,
			$this->note
		);
	}

	/**
	 * Returns the details without the fields that may identify the customer.
	 */
	public function without_personal_data(): self {
		return new self(
			$this->amount,
			self::erase( 'description', $this->description, '' ),
			self::erase( 'seconds_active', $this->seconds_active, 1 ),
			self::erase( 'second_chance', $this->second_chance, false ),
			self::erase( 'gateway', $this->gateway, null ),
			self::erase( 'customer', $this->customer, Customer::from_input( [] ) ),
			self::erase( 'delivery', $this->delivery, null ),
			self::erase( 'include_cart', $this->include_cart, false ),
			self::erase( 'redirect_url', $this->redirect_url, null ),
			self::erase( 'cancel_url', $this->cancel_url, null ),
			self::erase( 'note', $this->note, '' )
		);
	}

	/**
	 * @template T
	 * @param T $value
	 * @param T $empty
	 * @return T
	 */
	private static function erase( string $field, mixed $value, mixed $empty ): mixed {
		return LinkFields::get( $field )->is_personal ? $empty : $value;
	}
}
