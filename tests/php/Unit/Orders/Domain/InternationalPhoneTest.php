<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Orders\Domain;

use MultiSafepay\PaymentLinks\Orders\Domain\InternationalPhone;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( InternationalPhone::class )]
final class InternationalPhoneTest extends TestCase {

	#[DataProvider( 'numbers' )]
	public function test_a_valid_number_is_converted_and_an_invalid_one_is_dropped(
		string $input,
		string $country,
		string $code,
		string $number,
	): void {
		self::assertSame( $number, InternationalPhone::of( $input, $country, $code ) );
	}

	/**
	 * @return iterable<string, array{string, string, string, string}>
	 */
	public static function numbers(): iterable {
		yield 'international' => [ '+31 6 1234 5678', 'NL', '+31', '+31612345678' ];
		yield 'international, another country' => [ '+49 (0) 151 23456789', 'NL', '+31', '+4915123456789' ];
		yield 'international with two zeros' => [ '0031-6-12345678', 'NL', '+31', '+31612345678' ];
		yield 'national' => [ '06 - 1234 5678', 'NL', '+31', '+31612345678' ];
		yield 'national with dots' => [ '06.12.34.56.78', 'FR', '+33', '+33612345678' ];
		yield 'country code without a plus' => [ '31612345678', 'NL', '+31', '+31612345678' ];
		yield 'national without a zero, Spain' => [ '612 345 678', 'ES', '+34', '+34612345678' ];
		yield 'national with a zero, Italy' => [ '06 1234 5678', 'IT', '+39', '+390612345678' ];
		yield 'American' => [ '(212) 555-0123', 'US', '+1', '+12125550123' ];
		yield 'American with a leading one' => [ '1 212 555 0123', 'US', '+1', '+12125550123' ];
		yield 'national without a country' => [ '0612345678', '', '', '' ];
		yield 'national without a zero, Netherlands' => [ '612345678', 'NL', '+31', '' ];
		yield 'too short' => [ '112', 'NL', '+31', '' ];
		yield 'too long' => [ '+31612345678901234', 'NL', '+31', '' ];
		yield 'two numbers' => [ '0612345678 or 0687654321', 'NL', '+31', '' ];
		yield 'with an extension' => [ '+31201234567 ext 5', 'NL', '+31', '' ];
		yield 'empty' => [ '', 'NL', '+31', '' ];
		yield 'with a query string' => [ '+31612345678?text=hi', 'NL', '+31', '' ];
	}
}
