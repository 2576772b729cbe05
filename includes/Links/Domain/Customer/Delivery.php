<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Customer;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderAddress;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\PlainText;

/**
 * A delivery address. MultiSafepay accepts only a complete address.
 *
 * @phpstan-type DeliveryShape array{
 *     first_name: string,
 *     last_name: string,
 *     address1: string,
 *     house_number: string,
 *     zip_code: string,
 *     city: string,
 *     country: string,
 *     phone: string,
 *     email: string,
 * }
 */
final class Delivery {

	private const REQUIRED = [ 'first_name', 'last_name', 'address1', 'house_number', 'zip_code', 'city', 'country' ];

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
	 * Creates a delivery address from an order. Null if it is not complete.
	 *
	 * @param OrderAddress $billing Provides the email address and phone number if the shipping address has none.
	 */
	public static function from_order( OrderAddress $shipping, OrderAddress $billing ): ?self {
		$shipping = $shipping->decoded();
		$billing  = $billing->decoded();
		$address  = StreetAddress::split( $shipping->address_1, $shipping->address_2, $shipping->country );
		$values   = CustomerLimits::delivery()->fit(
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

		return self::from_values( $values );
	}

	/**
	 * Creates a delivery address from a request. Null if all fields are empty.
	 *
	 * @param array<string, string|null> $input By REST field name. Missing fields are treated as empty.
	 * @throws InvalidFields With `delivery.*` fields: `required`, `too_short`, `too_long`, `invalid_email`,
	 * `invalid_country`.
	 */
	public static function from_input( array $input ): ?self {
		$limits              = CustomerLimits::delivery();
		[ $values, $errors ] = $limits->validate( $input );
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
		CustomerLimits::throw_if_any( $errors );

		return self::from_values( $values );
	}

	/**
	 * Returns the REST representation with all fields. Unknown fields are empty.
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
	 * Returns the fields for the create body, without empty fields and without an email address that is too long.
	 *
	 * @return array<string, string>
	 */
	public function to_provider(): array {
		$email = CustomerLimits::fits_provider_email( $this->email ) ? $this->email : '';

		return array_filter(
			[ 'email' => $email ] + $this->to_array(),
			static fn ( string $value ): bool => '' !== $value
		);
	}

	/**
	 * Whether the value has the minimum length of the field.
	 */
	private static function is_filled( string $field, string $value ): bool {
		$min = 'first_name' === $field || 'last_name' === $field ? CustomerLimits::MIN_NAME : 1;

		return ( new PlainText( $value ) )->length() >= $min;
	}

	/**
	 * @param array<string, string> $values All fields of CustomerLimits.
	 */
	private static function from_values( array $values ): self {
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
