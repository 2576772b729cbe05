<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass( PaymentAlert::class )]
final class PaymentAlertTest extends TestCase {

	public function test_of_two_different_alerts_exactly_one_outranks_the_other(): void {
		foreach ( PaymentAlert::cases() as $alert ) {
			self::assertTrue( $alert->outranks( null ) );
			self::assertFalse( $alert->outranks( $alert ) );
			foreach ( PaymentAlert::cases() as $other ) {
				self::assertSame( $alert !== $other, $alert->outranks( $other ) xor $other->outranks( $alert ) );
			}
		}
	}

	public function test_no_alert_outranks_a_second_payment(): void {
		foreach ( PaymentAlert::cases() as $other ) {
			self::assertFalse( $other->outranks( PaymentAlert::SecondPayment ) );
		}
	}
}
