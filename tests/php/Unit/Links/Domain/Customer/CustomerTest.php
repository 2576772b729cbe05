<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain\Customer;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\PayerLocale;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderAddress;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class CustomerTest extends TestCase {

	public function test_a_customer_is_created_from_the_billing_address(): void {
		$billing = new OrderAddress(
			'Eva',
			'Visser',
			'Visser BV',
			'Kalverstraat 12-A',
			'',
			'1012 AB',
			'Amsterdam',
			'',
			'nl',
			'eva@example.com',
			'+31 20 1234567'
		);

		self::assertSame(
			[
				'first_name'   => 'Eva',
				'last_name'    => 'Visser',
				'email'        => 'eva@example.com',
				'phone'        => '+31 20 1234567',
				'company_name' => 'Visser BV',
				'address1'     => 'Kalverstraat',
				'address2'     => '',
				'house_number' => '12-A',
				'zip_code'     => '1012 AB',
				'city'         => 'Amsterdam',
				'state'        => '',
				'country'      => 'NL',
				'locale'       => 'nl_NL',
				'birthday'     => null,
			],
			self::from_order( $billing )->to_array()
		);
	}

	/**
	 * @param array<string, string> $raw
	 */
	#[DataProvider( 'values_to_adapt' )]
	public function test_values_of_an_order_are_adapted_to_the_limits_of_the_provider(
		array $raw,
		string $field,
		string $fitted,
	): void {
		self::assertSame( $fitted, self::from_order( new OrderAddress( ...$raw ) )->to_array()[ $field ] );
	}

	/**
	 * @return array<string, array{array<string, string>, string, string}>
	 */
	public static function values_to_adapt(): array {
		return [
			'a long name is truncated'                    => [
				[ 'first_name' => str_repeat( 'é', 30 ) ],
				'first_name',
				str_repeat( 'é', 25 ),
			],
			'a name truncated at a space loses the space' => [
				[ 'last_name' => str_repeat( 'a', 24 ) . ' van' ],
				'last_name',
				str_repeat( 'a', 24 ),
			],
			'an entity in a name is decoded'              => [
				[ 'last_name' => 'Visser &amp; Zn' ],
				'last_name',
				'Visser & Zn',
			],
			'an entity is decoded once'                   => [
				[ 'company' => 'A &amp;amp; B' ],
				'company_name',
				'A &amp; B',
			],
			'an entity in an address is decoded'          => [
				[ 'address_1' => '&#039;s-Gravenhekje 1' ],
				'address1',
				"'s-Gravenhekje",
			],
			'tags are removed'                            => [
				[ 'last_name' => '<b>Visser</b> ' ],
				'last_name',
				'Visser',
			],
			'an invalid email address is dropped'         => [ [ 'email' => 'eva@' ], 'email', '' ],
			'a long email address is kept'                => [
				[ 'email' => str_repeat( 'e', 60 ) . '@mail.customer-of-a-shop.example.com' ],
				'email',
				str_repeat( 'e', 60 ) . '@mail.customer-of-a-shop.example.com',
			],
			'an email address over 254 is dropped'        => [
				[ 'email' => 'eva@' . str_repeat( 'example.', 32 ) . 'com' ],
				'email',
				'',
			],
			'a long phone number loses its separators'    => [
				[ 'phone' => '+49 (0) 30 - 123 45 67 - 89' ],
				'phone',
				'+4930123456789',
			],
			'an extension and a remark are dropped'       => [
				[ 'phone' => '+31 (0)20 123 45 67 ext. 123 / vragen naar Jan' ],
				'phone',
				'+31 (0)20 123 45 67',
			],
			'a word before a phone number is dropped'     => [
				[ 'phone' => 'Tel.: 020 1234567' ],
				'phone',
				'020 1234567',
			],
			'the second of two phone numbers is dropped'  => [
				[ 'phone' => '020 1234567 / 06 12345678' ],
				'phone',
				'020 1234567',
			],
			'an area code before a slash is kept'         => [ [ 'phone' => '030/1234567' ], 'phone', '030/1234567' ],
			'a remark instead of a phone number'          => [ [ 'phone' => 'bel na 18 uur' ], 'phone', '' ],
			'a phone number that is too long is dropped'  => [ [ 'phone' => str_repeat( '1', 26 ) ], 'phone', '' ],
			'a long zip code loses its spaces'            => [
				[ 'postcode' => '12 345 - 678' ],
				'zip_code',
				'12345-678',
			],
			'a zip code that is too long is dropped'      => [ [ 'postcode' => '12345678901' ], 'zip_code', '' ],
			'a state that is not a code is dropped'       => [ [ 'state' => 'Noord-Holland' ], 'state', '' ],
			'a state code is kept'                        => [ [ 'state' => 'JP13' ], 'state', 'JP13' ],
			'an unknown country is dropped'               => [ [ 'country' => 'ZZ' ], 'country', '' ],
			'a country name is dropped'                   => [ [ 'country' => 'Netherlands' ], 'country', '' ],
			'a long city is truncated'                    => [
				[ 'city' => str_repeat( 'a', 60 ) ],
				'city',
				str_repeat( 'a', 50 ),
			],
			'a long company is truncated'                 => [
				[ 'company' => str_repeat( 'a', 160 ) ],
				'company_name',
				str_repeat( 'a', 100 ),
			],
			'a long street is truncated'                  => [
				[ 'address_1' => str_repeat( 'a', 70 ) ],
				'address1',
				str_repeat( 'a', 64 ),
			],
			'a one-letter name is kept'                   => [ [ 'first_name' => 'E' ], 'first_name', 'E' ],
		];
	}

	public function test_the_provider_gets_an_email_address_of_at_most_64_characters(): void {
		$fits = Customer::from_input( [ 'email' => str_repeat( 'e', 52 ) . '@example.com' ] );
		$long = Customer::from_input( [ 'email' => str_repeat( 'e', 53 ) . '@example.com' ] );

		self::assertTrue( $fits->has_provider_email() );
		self::assertSame( [ 'email' => $fits->email ], $fits->to_provider() );
		self::assertSame( 65, strlen( $long->email ) );
		self::assertFalse( $long->has_provider_email() );
		self::assertSame( [], $long->to_provider() );
		self::assertFalse( Customer::from_input( [] )->has_provider_email() );
	}

	public function test_empty_values_and_one_letter_names_are_not_sent_to_the_provider(): void {
		$customer = Customer::from_input( [
			'first_name' => 'E',
			'last_name' => 'Ng',
			'country' => 'nl',
			'locale' => 'nl_NL',
			'birthday' => '1980-02-29',
		] );

		self::assertSame(
			[ 'last_name' => 'Ng', 'country' => 'NL', 'locale' => 'nl_NL', 'birthday' => '1980-02-29' ],
			$customer->to_provider()
		);
		self::assertSame( [], Customer::from_input( [] )->to_provider() );
	}

	public function test_the_array_form_can_be_read_back(): void {
		$customer = Customer::from_input( [
			'first_name' => ' Eva ',
			'email' => 'eva@example.com',
			'country' => 'NL',
		] );

		self::assertEquals( $customer, Customer::from_input( $customer->to_array() ) );
		self::assertSame( 'Eva', $customer->first_name );
	}

	/**
	 * @param array<string, int> $arguments
	 */
	#[DataProvider( 'refusals' )]
	public function test_invalid_input_is_an_error_at_its_field(
		string $name,
		string $value,
		string $reason,
		array $arguments = [],
	): void {
		try {
			Customer::from_input( [ $name => $value ] );
			self::fail( 'The input was accepted.' );
		} catch ( InvalidFields $errors ) {
			self::assertCount( 1, $errors->errors );
			self::assertSame(
				[ 'customer.' . $name, $reason, $arguments ],
				[ $errors->errors[0]->field, $errors->errors[0]->reason, $errors->errors[0]->arguments ]
			);
		}
	}

	/**
	 * @return array<string, array{0: string, 1: string, 2: string, 3?: array<string, int>}>
	 */
	public static function refusals(): array {
		return [
			'first name'                   => [ 'first_name', str_repeat( 'é', 26 ), 'too_long', [ 'max' => 25 ] ],
			'phone'                        => [ 'phone', str_repeat( '1', 26 ), 'too_long', [ 'max' => 25 ] ],
			'house number'                 => [ 'house_number', '12345678901', 'too_long', [ 'max' => 10 ] ],
			'state'                        => [ 'state', 'Utrecht', 'too_long', [ 'max' => 6 ] ],
			'email'                        => [ 'email', 'eva@example', 'invalid_email' ],
			'long email'                   => [
				'email',
				'eva@' . str_repeat( 'example.', 32 ) . 'com',
				'too_long',
				[ 'max' => 254 ],
			],
			'country name'                 => [ 'country', 'Netherlands', 'invalid_country' ],
			'unknown country'              => [ 'country', 'ZZ', 'invalid_country' ],
			'locale'                       => [ 'locale', 'nl_NL_formal', 'invalid_locale' ],
			'birthday format'              => [ 'birthday', '29-02-1980', 'invalid_birthday' ],
			'birthday that does not exist' => [ 'birthday', '1981-02-29', 'invalid_birthday' ],
			'birthday too long ago'        => [ 'birthday', '1801-01-01', 'invalid_birthday' ],
		];
	}

	public function test_all_errors_are_reported_at_once(): void {
		try {
			Customer::from_input( [ 'email' => 'x', 'country' => 'X', 'birthday' => 'x' ] );
			self::fail( 'The input was accepted.' );
		} catch ( InvalidFields $errors ) {
			self::assertSame(
				[ 'customer.email', 'customer.country', 'customer.birthday' ],
				array_map( static fn ( $error ): string => $error->field, $errors->errors )
			);
		}
	}

	public function test_a_value_of_the_maximum_length_is_accepted(): void {
		self::assertSame(
			str_repeat( 'é', 25 ),
			Customer::from_input( [ 'first_name' => str_repeat( 'é', 25 ) ] )->first_name
		);
	}

	private static function from_order( OrderAddress $billing ): Customer {
		return Customer::from_order( $billing, PayerLocale::for_customer( 'nl_NL', 'NL' ) );
	}
}
