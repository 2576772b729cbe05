<?php
/**
 * Where goods go.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;

/**
 * A delivery address. The provider takes a complete one or none.
 *
 * @phpstan-type DeliveryShape array{first_name: string, last_name: string, address1: string, house_number: string, zip_code: string, city: string, country: string, phone: string, email: string}
 */
final class Delivery {

	private const REQUIRED = [ 'first_name', 'last_name', 'address1', 'house_number', 'zip_code', 'city', 'country' ];

	/**
	 * Takes values that fit and are complete; see fitted() and from_input().
	 */
	private function __construct(
		public readonly string $first_name,
		public readonly string $last_name,
		public readonly string $address1,
		public readonly string $house_number,
		public readonly string $zip_code,
		public readonly string $city,
		public readonly string $country,
		public readonly string $phone,
		public readonly string $email,
	) {}

	/**
	 * Makes a delivery of what an order holds; null when that is not complete.
	 *
	 * @param OrderAddress $shipping The delivery address.
	 * @param OrderAddress $billing  Lends e-mail address and phone, which a delivery address rarely has.
	 */
	public static function fitted( OrderAddress $shipping, OrderAddress $billing ): ?self {
		$address = StreetAddress::split( $shipping->address_1, $shipping->address_2, $shipping->country );
		$values  = CustomerLimits::delivery()->fitted(
			[
				'first_name'   => $shipping->first_name,
				'last_name'    => $shipping->last_name,
				'address1'     => $address->street,
				'house_number' => $address->house_number,
				'zip_code'     => $shipping->postcode,
				'city'         => $shipping->city,
				'country'      => $shipping->country,
				'phone'        => '' === $shipping->phone ? $billing->phone : $shipping->phone,
				'email'        => '' === $shipping->email ? $billing->email : $shipping->email,
			]
		);

		foreach ( self::REQUIRED as $field ) {
			if ( ! self::is_filled( $field, $values[ $field ] ) ) {
				return null;
			}
		}

		return self::of( $values );
	}

	/**
	 * Makes a delivery of what a form sent; null when everything in it is empty.
	 *
	 * @param array<string, string|null> $input By name of the wire; what is missing counts as empty.
	 * @throws InvalidFields With `delivery.*` fields: `required`, `too_short`, `too_long`, `invalid_email`, `invalid_country`.
	 */
	public static function from_input( array $input ): ?self {
		$limits              = CustomerLimits::delivery();
		[ $values, $errors ] = $limits->checked( $input );
		if ( '' === implode( '', $values ) ) {
			return null;
		}

		foreach ( self::REQUIRED as $field ) {
			if ( '' === $values[ $field ] ) {
				$errors[] = $limits->error( $field, 'required' );
			} elseif ( ! self::is_filled( $field, $values[ $field ] ) ) {
				$errors[] = $limits->error( $field, 'too_short', [ 'min' => CustomerLimits::MIN_NAME ] );
			}
		}
		CustomerLimits::refuse( $errors );

		return self::of( $values );
	}

	/**
	 * Returns the wire shape: every name, empty text for what is not known.
	 *
	 * @return DeliveryShape
	 */
	public function to_array(): array {
		return [
			'first_name'   => $this->first_name,
			'last_name'    => $this->last_name,
			'address1'     => $this->address1,
			'house_number' => $this->house_number,
			'zip_code'     => $this->zip_code,
			'city'         => $this->city,
			'country'      => $this->country,
			'phone'        => $this->phone,
			'email'        => $this->email,
		];
	}

	/**
	 * Returns what the provider takes: nothing empty.
	 *
	 * @return array<string, string>
	 */
	public function to_provider(): array {
		return array_filter( $this->to_array(), static fn ( string $value ): bool => '' !== $value );
	}

	/**
	 * Tells whether a required field has enough in it.
	 */
	private static function is_filled( string $field, string $value ): bool {
		$min = 'first_name' === $field || 'last_name' === $field ? CustomerLimits::MIN_NAME : 1;

		return ( new PlainText( $value ) )->length() >= $min;
	}

	/**
	 * Puts values into their places.
	 *
	 * @param array<string, string> $values Every field.
	 */
	private static function of( array $values ): self {
		return new self(
			$values['first_name'],
			$values['last_name'],
			$values['address1'],
			$values['house_number'],
			$values['zip_code'],
			$values['city'],
			$values['country'],
			$values['phone'],
			$values['email'],
		);
	}
}
