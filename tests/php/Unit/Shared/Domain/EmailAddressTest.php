<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Shared\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\EmailAddress;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( EmailAddress::class )]
final class EmailAddressTest extends TestCase {

	public function test_a_single_address_is_accepted(): void {
		self::assertSame(
			"o'neil+tag@mail.example.co.uk",
			( new EmailAddress( " o'neil+tag@mail.example.co.uk ", 'to' ) )->value
		);
	}

	#[DataProvider( 'invalid_addresses' )]
	public function test_an_invalid_address_is_refused( string $input, string $reason ): void {
		try {
			new EmailAddress( $input, 'to' );
			self::fail( 'The input was accepted.' );
		} catch ( InvalidValue $error ) {
			self::assertSame( [ 'to', $reason ], [ $error->field, $error->reason ] );
		}
	}

	/**
	 * @return iterable<string, array{string, string}>
	 */
	public static function invalid_addresses(): iterable {
		yield 'empty' => [ '  ', 'required' ];
		yield 'a word' => [ 'robin', 'invalid_email' ];
		yield 'a line feed at the end' => [ "robin@example.test\n", 'invalid_email' ];
		yield 'a carriage return inside' => [ "robin@example.test\rBcc: x@example.test", 'invalid_email' ];
		yield 'a list' => [ 'a@example.test,b@example.test', 'invalid_email' ];
		yield 'quotes' => [ '"a b"@example.test', 'invalid_email' ];
		yield 'a name' => [ 'A <a@example.test>', 'invalid_email' ];
		yield 'a zero byte' => [ "a@example.test\0", 'invalid_email' ];
	}
}
