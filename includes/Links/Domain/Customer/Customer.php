<?php
/**
 * The payer.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;

/**
 * Who pays, within the provider's limits. Empty text means that it is not known.
 *
 * @phpstan-type CustomerShape array{first_name: string, last_name: string, email: string, phone: string, company_name: string, address1: string, address2: string, house_number: string, zip_code: string, city: string, state: string, country: string, locale: string, birthday: string|null}
 */
final class Customer {

	/**
	 * Takes values that fit; see fitted() and from_input().
	 */
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
	 * Makes a customer of what an order holds; shortens or drops, never fails.
	 */
	public static function fitted( OrderAddress $billing, PayerLocale $locale ): self {
		$address = StreetAddress::split( $billing->address_1, $billing->address_2, $billing->country );

		return self::of(
			CustomerLimits::customer()->fitted(
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
	 * Makes a customer of what a person typed or a form sent. A one-letter name is taken, and left out of the request later.
	 *
	 * @param array<string, string|null> $input By name of the wire; what is missing counts as empty.
	 * @throws InvalidFields With `customer.*` fields: `too_long`, `invalid_email`, `invalid_country`, `invalid_locale`, `invalid_birthday`.
	 */
	public static function from_input( array $input ): self {
		$limits              = CustomerLimits::customer();
		[ $values, $errors ] = $limits->checked( $input );

		$locale = trim( $input['locale'] ?? '' );
		if ( '' !== $locale && ! PayerLocale::is_listed( $locale ) ) {
			$errors[] = $limits->error( 'locale', 'invalid_locale' );
		}
		$birthday = trim( $input['birthday'] ?? '' );
		if ( '' !== $birthday && ! self::is_birthday( $birthday ) ) {
			$errors[] = $limits->error( 'birthday', 'invalid_birthday' );
		}
		CustomerLimits::refuse( $errors );

		return self::of( $values, $locale, '' === $birthday ? null : $birthday );
	}

	/**
	 * Returns the wire shape: every name, empty text for what is not known.
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
	 * Returns what the provider takes: nothing empty, no one-letter name.
	 *
	 * @return array<string, string>
	 */
	public function to_provider(): array {
		$values = [];
		foreach ( $this->to_array() as $name => $value ) {
			$min = 'first_name' === $name || 'last_name' === $name ? CustomerLimits::MIN_NAME : 1;
			if ( null !== $value && ( new PlainText( $value ) )->length() >= $min ) {
				$values[ $name ] = $value;
			}
		}

		return $values;
	}

	/**
	 * Puts values into their places.
	 *
	 * @param array<string, string> $values Every limited field.
	 */
	private static function of( array $values, string $locale, ?string $birthday ): self {
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

	/**
	 * Tells whether the text is a date on which a living person may have been born.
	 */
	private static function is_birthday( string $text ): bool {
		return 1 === preg_match( '/\A(\d{4})-(\d{2})-(\d{2})\z/', $text, $date )
			&& (int) $date[1] >= 1900
			&& checkdate( (int) $date[2], (int) $date[3], (int) $date[1] );
	}
}
