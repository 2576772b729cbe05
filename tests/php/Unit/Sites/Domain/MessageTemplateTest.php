<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Settings;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Settings\MessageTemplate;
use MultiSafepay\PaymentLinks\Settings\Settings;
use MultiSafepay\PaymentLinks\Settings\SettingsRecord;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( MessageTemplate::class )]
final class MessageTemplateTest extends TestCase {

	public function test_the_usual_one_and_one_of_several_lines_are_taken(): void {
		self::assertSame( MessageTemplate::DEFAULT, MessageTemplate::checked( MessageTemplate::DEFAULT ) );
		self::assertSame( "Hi {first_name} {last_name}\n{expires}: {payment_url}", MessageTemplate::checked( " Hi {first_name} {last_name}\r\n{expires}: {payment_url} " ) );
	}

	#[DataProvider( 'others' )]
	public function test_a_template_that_cannot_work_is_refused( string $template, string $reason ): void {
		try {
			MessageTemplate::checked( $template );
			self::fail( 'It was taken.' );
		} catch ( InvalidValue $error ) {
			self::assertSame( [ 'message_template', $reason ], [ $error->field, $error->reason ] );
		}
	}

	/**
	 * @return iterable<string, array{string, string}>
	 */
	public static function others(): iterable {
		yield 'nothing' => [ " \n", 'required' ];
		yield 'no address' => [ 'Please pay {amount}.', 'payment_url_missing' ];
		yield 'an unknown gap' => [ '{payment_url} {name}', 'unknown_message_gap' ];
		yield 'too long' => [ '{payment_url}' . str_repeat( 'é', 488 ), 'too_long' ];
		yield 'a zero byte' => [ "{payment_url}\0x", 'control_characters' ];
		yield 'broken text' => [ "{payment_url}\xe9", 'control_characters' ];
	}

	public function test_it_is_stored_and_a_broken_one_falls_back(): void {
		$record = SettingsRecord::to_array( new Settings( message_template: 'Pay: {payment_url}' ) );

		self::assertSame( 'Pay: {payment_url}', SettingsRecord::from_value( $record )->message_template );
		self::assertSame( MessageTemplate::DEFAULT, SettingsRecord::from_value( [ ...$record, 'message_template' => 'no address' ] )->message_template );
		self::assertSame( MessageTemplate::DEFAULT, SettingsRecord::from_value( [] )->message_template );
	}
}
