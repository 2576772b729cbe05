<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Storage;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\Delivery;
use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkFields;
use MultiSafepay\PaymentLinks\Links\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Links\Storage\DetailsJson;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( DetailsJson::class )]
final class DetailsJsonTest extends TestCase {

	#[DataProvider( 'details' )]
	public function test_encoded_details_are_decoded_unchanged( LinkDetails $details ): void {
		$json = new DetailsJson();

		$read = $json->decode( $json->encode( $details ), $details->amount->amount, $details->amount->currency->code );

		self::assertEquals( $details, $read );
	}

	/**
	 * @return array<string, array{LinkDetails}>
	 */
	public static function details(): array {
		return [
			'all fields'           => [
				new LinkDetails(
					new Money( 1000, new Currency( 'JPY' ) ),
					'Order "1001" – José & Zoë 🎁 \\ /',
					60,
					true,
					'IDEAL',
					Customer::from_input(
						[
							'first_name'   => 'José',
							'last_name'    => "O'Neil",
							'email'        => 'jose@example.com',
							'phone'        => '+31 20 1234567',
							'company_name' => 'Example "B.V."',
							'address1'     => "'s-Gravenhekje",
							'address2'     => '3 hoog',
							'house_number' => '12-A',
							'zip_code'     => '1012 AB',
							'city'         => 'Den Haag',
							'state'        => 'ZH',
							'country'      => 'NL',
							'locale'       => 'nl_NL',
							'birthday'     => '1980-02-29',
						]
					),
					Delivery::from_input(
						[
							'first_name'   => 'Eva',
							'last_name'    => 'Visser',
							'address1'     => 'Kalverstraat',
							'house_number' => '1',
							'zip_code'     => '1012 AB',
							'city'         => 'Amsterdam',
							'country'      => 'NL',
							'phone'        => '0612345678',
							'email'        => 'eva@example.com',
						]
					),
					true,
					'https://shop.example/thanks?a=1&b=2',
					'https://shop.example/not-paid',
					"First line\nsecond line",
				),
			],
			'required fields only' => [
				new LinkDetails(
					new Money( 1, new Currency( 'EUR' ) ),
					'0',
					31_536_000,
					false,
					null,
					Customer::from_input( [] ),
					null,
					false,
					null,
					null,
					''
				),
			],
		];
	}

	public function test_amount_and_currency_are_read_from_their_own_columns(): void {
		$read = ( new DetailsJson() )->decode( '{"amount":1,"currency":"USD"}', 8000, 'EUR' );

		self::assertTrue( $read->amount->equals( new Money( 8000, new Currency( 'EUR' ) ) ) );
	}

	#[DataProvider( 'invalid_json' )]
	public function test_invalid_json_gives_empty_details_with_the_amount( string $json ): void {
		$read = ( new DetailsJson() )->decode( $json, 8000, 'EUR' );

		self::assertSame( 8000, $read->amount->amount );
		self::assertSame( '', $read->description );
		self::assertSame( '', $read->customer->email );
		self::assertNull( $read->delivery );
		self::assertFalse( $read->second_chance );
		self::assertGreaterThan( 0, $read->seconds_active );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function invalid_json(): array {
		return [
			'empty'                          => [ '' ],
			'truncated by the column'        => [ '{"description":"Order 1001","customer":{"em' ],
			'not JSON'                       => [ 'a:1:{s:11:"description";s:3:"x";}' ],
			'null'                           => [ 'null' ],
			'a number'                       => [ '8000' ],
			'a list'                         => [ '["Order 1001"]' ],
			'every field of the wrong type'  => [
				'{"description":[],"seconds_active":"60","second_chance":"yes","customer":"eva@example.com",'
					. '"delivery":"here","note":{}}',
			],
			'a customer that is a list'      => [ '{"customer":["eva@example.com"],"delivery":[1,2]}' ],
			'an invalid email address'       => [ '{"customer":{"email":"nobody"}}' ],
			'an incomplete delivery address' => [ '{"delivery":{"first_name":"Eva"}}' ],
			'nested deeper than PHP decodes' => [ str_repeat( '[', 600 ) . str_repeat( ']', 600 ) ],
		];
	}

	public function test_invalid_utf8_is_replaced_when_a_link_is_stored(): void {
		$details = new LinkDetails(
			new Money( 1, new Currency( 'EUR' ) ),
			"Order \xff1001",
			60,
			false,
			null,
			Customer::from_input( [] ),
			null,
			false,
			null,
			null,
			''
		);
		$json    = new DetailsJson();

		self::assertSame( "Order \u{FFFD}1001", $json->decode( $json->encode( $details ), 1, 'EUR' )->description );
	}

	public function test_details_are_encoded_with_the_field_names_of_the_rest_api(): void {
		$details = new LinkDetails(
			new Money( 1, new Currency( 'EUR' ) ),
			'Order',
			60,
			false,
			null,
			Customer::from_input( [] ),
			null,
			false,
			null,
			null,
			''
		);
		$encoded = json_decode( ( new DetailsJson() )->encode( $details ), true );

		self::assertIsArray( $encoded );
		self::assertSame( LinkFields::stored(), array_keys( $encoded ) );
		self::assertContains( 'description', array_keys( $encoded ) );
	}
}
