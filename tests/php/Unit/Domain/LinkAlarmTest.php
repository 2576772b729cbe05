<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Domain;

use MultiSafepay\PaymentLinks\Domain\LinkAlarm;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass( LinkAlarm::class )]
final class LinkAlarmTest extends TestCase {

	public function test_of_two_alarms_exactly_one_stays_so_that_they_cannot_push_each_other_out_for_ever(): void {
		foreach ( LinkAlarm::cases() as $one ) {
			self::assertTrue( $one->outranks( null ) );
			self::assertFalse( $one->outranks( $one ) );
			foreach ( LinkAlarm::cases() as $other ) {
				self::assertSame( $one !== $other, $one->outranks( $other ) xor $other->outranks( $one ) );
			}
		}
	}

	public function test_nothing_hides_a_second_payment(): void {
		foreach ( LinkAlarm::cases() as $other ) {
			self::assertFalse( $other->outranks( LinkAlarm::SecondPayment ) );
		}
	}
}
