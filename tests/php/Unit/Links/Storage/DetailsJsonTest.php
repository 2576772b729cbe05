<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Storage;

use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Customer;
use MultiSafepay\PaymentLinks\Domain\Delivery;
use MultiSafepay\PaymentLinks\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Storage\DetailsJson;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( DetailsJson::class )]
final class DetailsJsonTest extends TestCase {

	#[DataProvider( 'details' )]
	public function test_what_is_kept_is_read_back( LinkDetails $details ): void {
		$json = new DetailsJson();

		$read = $json->decode( $json->encode( $details ), $details->amount->amount, $details->amount->currency->code );

		self::assertEquals( $details, $read );
	}

	/**
	 * @return array<string, array{LinkDetails}>
	 */
	public static function details(): array {
		return [
			'everything'   => [
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
			'nothing much' => [
				new LinkDetails( new Money( 1, new Currency( 'EUR' ) ), '0', 31_536_000, false, null, Customer::from_input( [] ), null, false, null, null, '' ),
			],
		];
	}

	public function test_amount_and_currency_come_from_their_own_columns(): void {
		$read = ( new DetailsJson() )->decode( '{"amount":1,"currency":"USD"}', 8000, 'EUR' );

		self::assertTrue( $read->amount->equals( new Money( 8000, new Currency( 'EUR' ) ) ) );
	}

	#[DataProvider( 'broken' )]
	public function test_what_cannot_be_read_any_more_leaves_the_amount( string $json ): void {
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
	public static function broken(): array {
		return [
			'nothing'                       => [ '' ],
			'cut off by the column'         => [ '{"description":"Order 1001","customer":{"em' ],
			'not JSON'                      => [ 'a:1:{s:11:"description";s:3:"x";}' ],
			'null'                          => [ 'null' ],
			'a number'                      => [ '8000' ],
			'a list'                        => [ '["Order 1001"]' ],
			'every field of a wrong type'   => [ '{"description":[],"seconds_active":"60","second_chance":"yes","customer":"eva@example.com","delivery":"here","note":{}}' ],
			'a customer that is a list'     => [ '{"customer":["eva@example.com"],"delivery":[1,2]}' ],
			'an e-mail address that is bad' => [ '{"customer":{"email":"nobody"}}' ],
			'half a delivery address'       => [ '{"delivery":{"first_name":"Eva"}}' ],
			'deeper than PHP reads'         => [ str_repeat( '[', 600 ) . str_repeat( ']', 600 ) ],
		];
	}

	public function test_bytes_that_are_no_utf8_do_not_stop_a_link_from_being_kept(): void {
		$details = new LinkDetails( new Money( 1, new Currency( 'EUR' ) ), "Order \xff1001", 60, false, null, Customer::from_input( [] ), null, false, null, null, '' );
		$json    = new DetailsJson();

		self::assertSame( "Order \u{FFFD}1001", $json->decode( $json->encode( $details ), 1, 'EUR' )->description );
	}

	public function test_it_is_written_in_the_names_of_the_wire(): void {
		$details = new LinkDetails( new Money( 1, new Currency( 'EUR' ) ), 'Order', 60, false, null, Customer::from_input( [] ), null, false, null, null, '' );
		$written = json_decode( ( new DetailsJson() )->encode( $details ), true );

		self::assertIsArray( $written );
		self::assertSame(
			[ 'description', 'seconds_active', 'second_chance', 'gateway', 'customer', 'delivery', 'include_cart', 'redirect_url', 'cancel_url', 'note' ],
			array_keys( $written )
		);
	}
}
