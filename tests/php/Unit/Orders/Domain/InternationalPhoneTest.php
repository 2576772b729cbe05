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
		string $code,
		string $number,
	): void {
		self::assertSame( $number, InternationalPhone::of( $input, $code ) );
	}

	/**
	 * @return iterable<string, array{string, string, string}> Input, calling code, result.
	 */
	public static function numbers(): iterable {
		yield 'international' => [ '+31 6 1234 5678', '+31', '+31612345678' ];
		yield 'international, another country' => [ '+49 (0) 151 23456789', '+31', '+4915123456789' ];
		yield 'international with two zeros' => [ '0031-6-12345678', '+31', '+31612345678' ];
		yield 'national' => [ '06 - 1234 5678', '+31', '+31612345678' ];
		yield 'national with dots' => [ '06.12.34.56.78', '+33', '+33612345678' ];
		yield 'country code without a plus' => [ '31612345678', '+31', '+31612345678' ];
		yield 'national without a zero, Spain' => [ '612 345 678', '+34', '+34612345678' ];
		yield 'national with a zero, Italy' => [ '06 1234 5678', '+39', '+390612345678' ];
		yield 'American' => [ '(212) 555-0123', '+1', '+12125550123' ];
		yield 'American with a leading one' => [ '1 212 555 0123', '+1', '+12125550123' ];
		yield 'national without a country' => [ '0612345678', '', '' ];
		yield 'national without a zero, Netherlands' => [ '612345678', '+31', '' ];
		yield 'too short' => [ '112', '+31', '' ];
		yield 'too long' => [ '+31612345678901234', '+31', '' ];
		yield 'two numbers' => [ '0612345678 or 0687654321', '+31', '' ];
		yield 'with an extension' => [ '+31201234567 ext 5', '+31', '' ];
		yield 'Hungarian with the prefix 06' => [ '06 20 123 4567', '+36', '+36201234567' ];
		yield 'Hungarian landline' => [ '06 1 234 5678', '+36', '+3612345678' ];
		yield 'prefix kept after the calling code' => [ '+31 06 12345678', '+31', '+31612345678' ];
		yield 'prefix kept after 0031' => [ '0031 06 12345678', '+31', '+31612345678' ];
		yield 'prefix in parentheses, then a landline' => [ '+31 (0)20 123 45 67', '+31', '+31201234567' ];
		yield 'prefix in parentheses, national' => [ '(0)6 12345678', '+31', '+31612345678' ];
		yield 'zero in parentheses, Italy' => [ '+39 (0)6 1234 5678', '+39', '+390612345678' ];
		yield 'Italian mobile number that starts with 39' => [ '393 123 4567', '+39', '+393931234567' ];
		yield 'Spanish number with the calling code' => [ '34612345678', '+34', '+34612345678' ];
		yield 'Russian with the prefix 8' => [ '8 912 345-67-89', '+7', '+79123456789' ];
		yield 'Lithuanian with the old prefix 8' => [ '8 612 34567', '+370', '+37061234567' ];
		yield 'calling code of an area' => [ '809 234 5678', '+1809', '+18092345678' ];
		yield 'Australian international call' => [ '0011 31 6 12345678', '+61', '+31612345678' ];
		yield 'two zeros where they start no international call' => [ '0031612345678', '+1', '' ];
		yield 'calling code that does not exist' => [ '+999 612345678', '+31', '' ];
		yield 'a digit too few' => [ '+31 06 1234567', '+31', '' ];
		yield 'a digit too many' => [ '06 123456789', '+31', '' ];
		yield 'extension and a remark' => [ '+31 (0)20 123 45 67 ext. 123 / vragen naar Jan', '+31', '' ];
		yield 'empty' => [ '', '+31', '' ];
		yield 'with a query string' => [ '+31612345678?text=hi', '+31', '' ];
	}
}
