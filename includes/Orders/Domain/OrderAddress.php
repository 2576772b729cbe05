<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Domain;

/**
 * Raw address fields of an order. Fields may be empty, too long or invalid.
 */
final class OrderAddress {

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
