<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Domain;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( PaymentLink::class )]
final class PaymentLinkTest extends TestCase {

	private const CHANGED = '2026-11-24T10:00:00Z';
	private const EXPIRES = '2026-11-25T10:00:00Z';

	#[DataProvider( 'moments' )]
	public function test_its_state_is_read_at_a_moment( LinkStatus $stored, string $moment, LinkStatus $read ): void {
		self::assertSame( $read, self::link( $stored )->status_at( new DateTimeImmutable( $moment ) ) );
	}

	/**
	 * @return array<string, array{LinkStatus, string, LinkStatus}>
	 */
	public static function moments(): array {
		return [
			'active, a second before its end'             => [ LinkStatus::Active, '2026-11-25T09:59:59Z', LinkStatus::Active ],
			'active, at its end'                          => [ LinkStatus::Active, self::EXPIRES, LinkStatus::Expired ],
			'active, long after its end'                  => [ LinkStatus::Active, '2027-11-25T10:00:00Z', LinkStatus::Expired ],
			'active, its end in another time zone'        => [ LinkStatus::Active, '2026-11-25T11:00:00+01:00', LinkStatus::Expired ],
			'active, an hour left in another time zone'   => [ LinkStatus::Active, '2026-11-25T10:00:00+01:00', LinkStatus::Active ],
			'declined, before its end'                    => [ LinkStatus::Declined, '2026-11-25T09:59:59Z', LinkStatus::Declined ],
			'declined, at its end'                        => [ LinkStatus::Declined, self::EXPIRES, LinkStatus::Expired ],
			'uncleared money does not expire'             => [ LinkStatus::Uncleared, '2027-01-01T00:00:00Z', LinkStatus::Uncleared ],
			'paid does not expire'                        => [ LinkStatus::Completed, '2027-01-01T00:00:00Z', LinkStatus::Completed ],
			'partly refunded does not expire'             => [ LinkStatus::PartiallyRefunded, '2027-01-01T00:00:00Z', LinkStatus::PartiallyRefunded ],
			'refunded does not expire'                    => [ LinkStatus::Refunded, '2027-01-01T00:00:00Z', LinkStatus::Refunded ],
			'charged back does not expire'                => [ LinkStatus::Chargeback, '2027-01-01T00:00:00Z', LinkStatus::Chargeback ],
			'cancelled stays cancelled'                   => [ LinkStatus::Cancelled, '2027-01-01T00:00:00Z', LinkStatus::Cancelled ],
			'duplicate stays duplicate'                   => [ LinkStatus::Duplicate, '2027-01-01T00:00:00Z', LinkStatus::Duplicate ],
			'failed stays failed'                         => [ LinkStatus::Failed, '2027-01-01T00:00:00Z', LinkStatus::Failed ],
			'unconfirmed stays unconfirmed'               => [ LinkStatus::Unconfirmed, '2027-01-01T00:00:00Z', LinkStatus::Unconfirmed ],
			'in flight'                                   => [ LinkStatus::Creating, '2026-11-24T10:00:20Z', LinkStatus::Creating ],
			'in flight, at the end of patience'           => [ LinkStatus::Creating, '2026-11-24T10:00:30Z', LinkStatus::Creating ],
			'abandoned'                                   => [ LinkStatus::Creating, '2026-11-24T10:00:31Z', LinkStatus::Unconfirmed ],
			'abandoned long ago'                          => [ LinkStatus::Creating, '2027-01-01T00:00:00Z', LinkStatus::Unconfirmed ],
			'in flight on a clock that was put back'      => [ LinkStatus::Creating, '2026-11-24T09:00:00Z', LinkStatus::Creating ],
		];
	}

	public function test_a_link_without_an_end_does_not_expire(): void {
		self::assertSame( LinkStatus::Active, self::link( LinkStatus::Active, null )->status_at( new DateTimeImmutable( '2099-01-01T00:00:00Z' ) ) );
	}

	#[DataProvider( 'states' )]
	public function test_only_a_creation_can_be_abandoned( LinkStatus $state ): void {
		self::assertSame( LinkStatus::Creating === $state, self::link( $state )->is_abandoned_at( new DateTimeImmutable( '2099-01-01T00:00:00Z' ) ) );
	}

	/**
	 * @return iterable<string, array{LinkStatus}>
	 */
	public static function states(): iterable {
		foreach ( LinkStatus::cases() as $state ) {
			yield $state->value => [ $state ];
		}
	}

	#[DataProvider( 'payments' )]
	public function test_a_payment_counts_in_its_own_currency_and_test_money_pays_no_real_debt( LinkStatus $status, Environment $made_on, string $currency, Environment $asking, bool $counts ): void {
		self::assertSame( $counts, self::link( $status, environment: $made_on )->pays( new Currency( $currency ), $asking ) );
	}

	/**
	 * @return array<string, array{LinkStatus, Environment, string, Environment, bool}>
	 */
	public static function payments(): array {
		return [
			'a live payment, for a live link'      => [ LinkStatus::Completed, Environment::Live, 'EUR', Environment::Live, true ],
			'a live payment, for a test link'      => [ LinkStatus::Completed, Environment::Live, 'EUR', Environment::Test, true ],
			'a test payment, for a live link'      => [ LinkStatus::Completed, Environment::Test, 'EUR', Environment::Live, false ],
			'a test payment, for a test link'      => [ LinkStatus::Completed, Environment::Test, 'EUR', Environment::Test, true ],
			'partly refunded'                      => [ LinkStatus::PartiallyRefunded, Environment::Live, 'EUR', Environment::Live, true ],
			'refunded'                             => [ LinkStatus::Refunded, Environment::Live, 'EUR', Environment::Live, false ],
			'open'                                 => [ LinkStatus::Active, Environment::Live, 'EUR', Environment::Live, false ],
			'another currency'                     => [ LinkStatus::Completed, Environment::Live, 'USD', Environment::Live, false ],
		];
	}

	private static function link( LinkStatus $status, ?string $expires_at = self::EXPIRES, Environment $environment = Environment::Test ): PaymentLink {
		return new PaymentLink(
			id: 1,
			wc_order_id: 1001,
			wc_order_number: '1001',
			site_id: 'main',
			environment: $environment,
			key_fingerprint: '0123456789abcdef',
			order_id: new OrderId( 'PL-1001-1' ),
			order_id_typed: false,
			number: 1,
			status: $status,
			reason: LinkReason::Created,
			error_code: null,
			details: Make::details(),
			payment_url: 'https://pay.example/PL-1001-1',
			idempotency_key: 'key-00000001',
			created_at: new DateTimeImmutable( self::CHANGED ),
			changed_at: new DateTimeImmutable( self::CHANGED ),
			expires_at: null === $expires_at ? null : new DateTimeImmutable( $expires_at ),
			paid_at: null,
			transaction_id: null,
			payment_method: null,
			created_by: 2,
			duplicate_of: null
		);
	}
}
