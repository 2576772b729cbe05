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

	/**
	 * Returns the address with characters instead of HTML entities. Checkouts store `&` as `&amp;`.
	 */
	public function decoded(): self {
		return new self(
			self::decode( $this->first_name ),
			self::decode( $this->last_name ),
			self::decode( $this->company ),
			self::decode( $this->address_1 ),
			self::decode( $this->address_2 ),
			self::decode( $this->postcode ),
			self::decode( $this->city ),
			self::decode( $this->state ),
			self::decode( $this->country ),
			self::decode( $this->email ),
			self::decode( $this->phone )
		);
	}

	private static function decode( string $text ): string {
		return html_entity_decode( $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	}
}
