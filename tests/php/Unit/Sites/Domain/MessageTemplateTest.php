<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Sites\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use MultiSafepay\PaymentLinks\Sites\Domain\MessageTemplate;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryOptions;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( MessageTemplate::class )]
final class MessageTemplateTest extends TestCase {

	public function test_the_default_and_a_multiline_template_are_accepted(): void {
		self::assertSame( Settings::DEFAULT_MESSAGE, MessageTemplate::checked( Settings::DEFAULT_MESSAGE ) );
		self::assertSame(
			"Hi {first_name} {last_name}\n{expires}: {payment_url}",
			MessageTemplate::checked( " Hi {first_name} {last_name}\r\n{expires}: {payment_url} " )
		);
	}

	#[DataProvider( 'invalid_templates' )]
	public function test_an_invalid_template_is_refused( string $template, string $reason ): void {
		try {
			MessageTemplate::checked( $template );
			self::fail( 'The input was accepted.' );
		} catch ( InvalidValue $error ) {
			self::assertSame( [ 'message_template', $reason ], [ $error->field, $error->reason ] );
		}
	}

	/**
	 * @return iterable<string, array{string, string}>
	 */
	public static function invalid_templates(): iterable {
		yield 'empty' => [ " \n", 'required' ];
		yield 'no payment URL' => [ 'Please pay {amount}.', 'payment_url_missing' ];
		yield 'an unknown placeholder' => [ '{payment_url} {name}', 'unknown_message_placeholder' ];
		yield 'too long' => [ '{payment_url}' . str_repeat( 'é', 488 ), 'too_long' ];
		yield 'a zero byte' => [ "{payment_url}\0x", 'control_characters' ];
		yield 'invalid UTF-8' => [ "{payment_url}\xe9", 'control_characters' ];
	}

	public function test_a_template_is_stored_and_an_invalid_one_falls_back_to_the_default(): void {
		$store = new SettingsStore( new InMemoryOptions(), 'settings' );
		$store->save( new Settings( message_template: 'Pay: {payment_url}' ) );

		self::assertSame( 'Pay: {payment_url}', $store->load()->message_template );
		self::assertSame(
			Settings::DEFAULT_MESSAGE,
			SettingsStore::from_value( [ 'message_template' => 'no address' ] )->message_template
		);
		self::assertSame( Settings::DEFAULT_MESSAGE, SettingsStore::from_value( [] )->message_template );
	}
}
