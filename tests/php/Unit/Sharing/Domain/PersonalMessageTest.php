<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Domain;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\PersonalMessage;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass( PersonalMessage::class )]
final class PersonalMessageTest extends TestCase {

	public function test_lines_and_signs_stay_and_what_nobody_can_read_goes(): void {
		self::assertSame( "Hi <b>,\n\tyou & \"I\" 👍", ( new PersonalMessage( "  Hi <b>,\r\n\tyou\0 & \x08\"I\" 👍\u{0085}\r" ) )->value );
	}

	public function test_an_empty_one_is_fine(): void {
		self::assertSame( '', ( new PersonalMessage( " \r\n " ) )->value );
	}

	public function test_characters_are_counted_not_bytes(): void {
		self::assertSame( 4000, strlen( ( new PersonalMessage( str_repeat( 'é', 2000 ) ) )->value ) );

		$this->expectException( InvalidValue::class );
		new PersonalMessage( str_repeat( 'é', 2001 ) );
	}

	public function test_broken_text_is_refused(): void {
		$this->expectException( InvalidValue::class );
		new PersonalMessage( "caf\xe9" );
	}
}
