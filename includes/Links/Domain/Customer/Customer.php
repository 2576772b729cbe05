<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Customer;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderAddress;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\PlainText;

/**
 * The customer of a link, within MultiSafepay's limits. Unknown fields are empty.
 *
 * @phpstan-type CustomerShape array{
 *     first_name: string,
 *     last_name: string,
 *     email: string,
 *     phone: string,
 *     company_name: string,
 *     address1: string,
 *     address2: string,
 *     house_number: string,
 *     zip_code: string,
 *     city: string,
 *     state: string,
 *     country: string,
 *     locale: string,
 *     birthday: string|null,
 * }
 */
final class Customer {

	private function __construct(
		public readonly string $first_name,
		public readonly string $last_name,
		public readonly string $email,
		public readonly string $phone,
		public readonly string $company_name,
		public readonly string $address1,
		public readonly string $address2,
		public readonly string $house_number,
		public readonly string $zip_code,
		public readonly string $city,
		public readonly string $state,
		public readonly string $country,
		public readonly string $locale,
		public readonly ?string $birthday,
	) {}

	/**
	 * Creates a customer from an order. Values that are too long or not valid are cut or omitted.
	 */
	public static function from_order( OrderAddress $billing, PayerLocale $locale ): self {
		$billing = $billing->decoded();
		$address = StreetAddress::split( $billing->address_1, $billing->address_2, $billing->country );

		return self::from_values(
			CustomerLimits::customer()->fit(
				[
					'first_name'   => $billing->first_name,
					'last_name'    => $billing->last_name,
					'email'        => $billing->email,
					'phone'        => $billing->phone,
					'company_name' => $billing->company,
					'address1'     => $address->street,
					'address2'     => $address->rest,
					'house_number' => $address->house_number,
					'zip_code'     => $billing->postcode,
					'city'         => $billing->city,
					'state'        => $billing->state,
					'country'      => $billing->country,
				]
			),
			$locale->code,
			null
		);
	}

	/**
	 * Creates a customer from a request. A name of one letter is valid, but to_provider() omits it.
	 *
	 * @param array<string, string|null> $input By REST field name. Missing fields are treated as empty.
	 * @throws InvalidFields With `customer.*` fields: `too_long`, `invalid_email`, `invalid_country`, `invalid_locale`,
	 * `invalid_birthday`.
	 */
	public static function from_input( array $input ): self {
		$limits              = CustomerLimits::customer();
		[ $values, $errors ] = $limits->validate( $input );

		$locale = trim( $input['locale'] ?? '' );
		if ( '' !== $locale && ! PayerLocale::is_listed( $locale ) ) {
			$errors[] = $limits->error( 'locale', 'invalid_locale' );
		}
		$birthday = trim( $input['birthday'] ?? '' );
		if ( '' !== $birthday && ! self::is_birthday( $birthday ) ) {
			$errors[] = $limits->error( 'birthday', 'invalid_birthday' );
		}
		CustomerLimits::throw_if_any( $errors );

		return self::from_values( $values, $locale, '' === $birthday ? null : $birthday );
	}

	/**
	 * Returns the REST representation with all fields. Unknown fields are empty.
	 *
	 * @return CustomerShape
	 */
	public function to_array(): array {
		return [
			'first_name'   => $this->first_name,
			'last_name'    => $this->last_name,
			'email'        => $this->email,
			'phone'        => $this->phone,
			'company_name' => $this->company_name,
			'address1'     => $this->address1,
			'address2'     => $this->address2,
			'house_number' => $this->house_number,
			'zip_code'     => $this->zip_code,
			'city'         => $this->city,
			'state'        => $this->state,
			'country'      => $this->country,
			'locale'       => $this->locale,
			'birthday'     => $this->birthday,
		];
	}

	/**
	 * Whether MultiSafepay gets an email address. It can send reminders only then.
	 */
	public function has_provider_email(): bool {
		return '' !== $this->email && CustomerLimits::fits_provider_email( $this->email );
	}

	/**
	 * Returns the fields for the create body, without empty fields, without names of one letter, and without an email
	 * address that is too long.
	 *
	 * @return array<string, string>
	 */
	public function to_provider(): array {
		$values = [];
		foreach ( $this->to_array() as $name => $value ) {
			$min = 'first_name' === $name || 'last_name' === $name ? CustomerLimits::MIN_NAME : 1;
			if ( 'email' === $name && ! $this->has_provider_email() ) {
				continue;
			}
			if ( null !== $value && ( new PlainText( $value ) )->length() >= $min ) {
				$values[ $name ] = $value;
			}
		}

		return $values;
	}

	/**
	 * @param array<string, string> $values All fields of CustomerLimits.
	 */
	private static function from_values( array $values, string $locale, ?string $birthday ): self {
		return new self(
			$values['first_name'],
			$values['last_name'],
			$values['email'],
			$values['phone'],
			$values['company_name'],
			$values['address1'],
			$values['address2'],
			$values['house_number'],
			$values['zip_code'],
			$values['city'],
			$values['state'],
			$values['country'],
			$locale,
			$birthday,
		);
	}

	private static function is_birthday( string $text ): bool {
		return 1 === preg_match( '/\A(\d{4})-(\d{2})-(\d{2})\z/', $text, $date )
			&& (int) $date[1] >= 1900
			&& checkdate( (int) $date[2], (int) $date[3], (int) $date[1] );
	}
}
