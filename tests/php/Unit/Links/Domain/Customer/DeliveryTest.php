<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain\Customer;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Delivery;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderAddress;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class DeliveryTest extends TestCase {

	private const COMPLETE = [
		'first_name'   => 'Eva',
		'last_name'    => 'Visser',
		'address1'     => 'Kalverstraat',
		'house_number' => '12',
		'zip_code'     => '1012 AB',
		'city'         => 'Amsterdam',
		'country'      => 'NL',
	];

	private const SHIPPING = [
		'first_name' => 'Eva',
		'last_name'  => 'Visser',
		'address_1'  => 'Kalverstraat 12',
		'postcode'   => '1012 AB',
		'city'       => 'Amsterdam',
		'country'    => 'NL',
	];

	public function test_a_delivery_is_created_from_the_shipping_address_with_billing_email_and_phone(): void {
		$delivery = Delivery::from_order(
			new OrderAddress( ...self::SHIPPING ),
			new OrderAddress( email: 'eva@example.com', phone: '020 1234567' )
		);

		self::assertSame(
			self::COMPLETE + [ 'phone' => '020 1234567', 'email' => 'eva@example.com' ],
			$delivery?->to_array()
		);
	}

	#[DataProvider( 'required_fields' )]
	public function test_an_incomplete_address_gives_no_delivery( string $field ): void {
		self::assertNull( Delivery::from_order(
			new OrderAddress( ...[ $field => '' ] + self::SHIPPING ),
			new OrderAddress()
		) );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function required_fields(): array {
		return array_combine(
			array_keys( self::SHIPPING ),
			array_map( static fn ( string $field ): array => [ $field ], array_keys( self::SHIPPING ) )
		);
	}

	public function test_the_provider_does_not_get_an_email_address_of_more_than_64_characters(): void {
		$email    = str_repeat( 'e', 60 ) . '@example.com';
		$delivery = Delivery::from_order( new OrderAddress( ...self::SHIPPING ), new OrderAddress( email: $email ) );

		self::assertSame( $email, $delivery?->email );
		self::assertEquals( self::COMPLETE, $delivery->to_provider() );
	}

	public function test_an_address_without_house_number_or_with_a_one_letter_name_gives_no_delivery(): void {
		self::assertNull( Delivery::from_order(
			new OrderAddress( ...[ 'address_1' => 'Kalverstraat' ] + self::SHIPPING ),
			new OrderAddress()
		) );
		self::assertNull( Delivery::from_order(
			new OrderAddress( ...[ 'first_name' => 'E' ] + self::SHIPPING ),
			new OrderAddress()
		) );
		self::assertNull( Delivery::from_order( new OrderAddress(), new OrderAddress( ...self::SHIPPING ) ) );
	}

	public function test_a_complete_form_is_accepted_and_an_empty_one_gives_no_delivery(): void {
		self::assertSame( self::COMPLETE, Delivery::from_input( self::COMPLETE )?->to_provider() );
		self::assertNull( Delivery::from_input( [ 'city' => ' ', 'phone' => null ] ) );
	}

	/**
	 * @param array<string, string> $change
	 */
	#[DataProvider( 'refusals' )]
	public function test_invalid_input_is_an_error_at_its_field( array $change, string $field, string $reason ): void {
		try {
			Delivery::from_input( $change + self::COMPLETE );
			self::fail( 'The input was accepted.' );
		} catch ( InvalidFields $errors ) {
			self::assertCount( 1, $errors->errors );
			self::assertSame( [ $field, $reason ], [ $errors->errors[0]->field, $errors->errors[0]->reason ] );
		}
	}

	/**
	 * @return array<string, array{array<string, string>, string, string}>
	 */
	public static function refusals(): array {
		return [
			'no city'           => [ [ 'city' => '' ], 'delivery.city', 'required' ],
			'a one-letter name' => [ [ 'last_name' => 'V' ], 'delivery.last_name', 'too_short' ],
			'a house number'    => [ [ 'house_number' => '1234567890' ], 'delivery.house_number', 'too_long' ],
			'an email address'  => [ [ 'email' => 'eva' ], 'delivery.email', 'invalid_email' ],
			'a country'         => [ [ 'country' => 'Holland' ], 'delivery.country', 'invalid_country' ],
		];
	}
}
