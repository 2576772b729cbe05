<?php
/**
 * An address as the shop holds it.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * Raw address fields of an order; any of them may be empty, overlong or odd.
 */
final class OrderAddress {

	/**
	 * Takes WooCommerce's own fields.
	 */
	public function __construct(
		public readonly string $first_name = '',
		public readonly string $last_name = '',
		public readonly string $company = '',
		public readonly string $address_1 = '',
		public readonly string $address_2 = '',
		public readonly string $postcode = '',
		public readonly string $city = '',
		public readonly string $state = '',
		public readonly string $country = '',
		public readonly string $email = '',
		public readonly string $phone = '',
	) {}
}
