<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Domain;

use MultiSafepay\PaymentLinks\Domain\InternationalPhone;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( InternationalPhone::class )]
final class InternationalPhoneTest extends TestCase {

	#[DataProvider( 'numbers' )]
	public function test_a_number_is_made_out_or_left_out( string $typed, string $country, string $code, string $number ): void {
		self::assertSame( $number, InternationalPhone::of( $typed, $country, $code ) );
	}

	/**
	 * @return iterable<string, array{string, string, string, string}>
	 */
	public static function numbers(): iterable {
		yield 'international' => [ '+31 6 1234 5678', 'NL', '+31', '+31612345678' ];
		yield 'of another country' => [ '+49 (0) 151 23456789', 'NL', '+31', '+4915123456789' ];
		yield 'with two zeros' => [ '0031-6-12345678', 'NL', '+31', '+31612345678' ];
		yield 'national' => [ '06 - 1234 5678', 'NL', '+31', '+31612345678' ];
		yield 'national with dots' => [ '06.12.34.56.78', 'FR', '+33', '+33612345678' ];
		yield 'the country without its sign' => [ '31612345678', 'NL', '+31', '+31612345678' ];
		yield 'without a zero in Spain' => [ '612 345 678', 'ES', '+34', '+34612345678' ];
		yield 'with its zero in Italy' => [ '06 1234 5678', 'IT', '+39', '+390612345678' ];
		yield 'American' => [ '(212) 555-0123', 'US', '+1', '+12125550123' ];
		yield 'American with the one' => [ '1 212 555 0123', 'US', '+1', '+12125550123' ];
		yield 'without a country' => [ '0612345678', '', '', '' ];
		yield 'without its zero in the Netherlands' => [ '612345678', 'NL', '+31', '' ];
		yield 'too short' => [ '112', 'NL', '+31', '' ];
		yield 'too long' => [ '+31612345678901234', 'NL', '+31', '' ];
		yield 'two numbers' => [ '0612345678 or 0687654321', 'NL', '+31', '' ];
		yield 'an extension' => [ '+31201234567 ext 5', 'NL', '+31', '' ];
		yield 'nothing' => [ '', 'NL', '+31', '' ];
		yield 'an address' => [ '+31612345678?text=hi', 'NL', '+31', '' ];
	}
}
