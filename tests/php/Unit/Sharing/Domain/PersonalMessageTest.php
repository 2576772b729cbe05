<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Sharing\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sharing\Domain\PersonalMessage;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass( PersonalMessage::class )]
final class PersonalMessageTest extends TestCase {

	public function test_line_breaks_and_symbols_are_kept_and_control_characters_removed(): void {
		self::assertSame(
			"Hi <b>,\n\tyou & \"I\" 👍",
			( new PersonalMessage( "  Hi <b>,\r\n\tyou\0 & \x08\"I\" 👍\u{0085}\r" ) )->value
		);
	}

	public function test_an_empty_message_is_accepted(): void {
		self::assertSame( '', ( new PersonalMessage( " \r\n " ) )->value );
	}

	public function test_the_length_is_counted_in_characters(): void {
		self::assertSame( 4000, strlen( ( new PersonalMessage( str_repeat( 'é', 2000 ) ) )->value ) );

		$this->expectException( InvalidValue::class );
		new PersonalMessage( str_repeat( 'é', 2001 ) );
	}

	public function test_invalid_utf8_is_refused(): void {
		$this->expectException( InvalidValue::class );
		new PersonalMessage( "caf\xe9" );
	}
}
