<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( PaymentLink::class )]
final class PaymentLinkTest extends TestCase {

	private const CHANGED = '2026-11-24T10:00:00Z';
	private const EXPIRES = '2026-11-25T10:00:00Z';

	#[DataProvider( 'effective_statuses' )]
	public function test_the_effective_status_depends_on_the_time(
		LinkStatus $stored,
		string $time,
		LinkStatus $expected,
	): void {
		self::assertSame( $expected, self::link( $stored )->status_at( new DateTimeImmutable( $time ) ) );
	}

	/**
	 * @return array<string, array{LinkStatus, string, LinkStatus}>
	 */
	public static function effective_statuses(): array {
		return [
			'active, a second before its expiry'         => [
				LinkStatus::Active,
				'2026-11-25T09:59:59Z',
				LinkStatus::Active,
			],
			'active, at its expiry'                      => [ LinkStatus::Active, self::EXPIRES, LinkStatus::Expired ],
			'active, long after its expiry'              => [
				LinkStatus::Active,
				'2027-11-25T10:00:00Z',
				LinkStatus::Expired,
			],
			'active, at its expiry in another time zone' => [
				LinkStatus::Active,
				'2026-11-25T11:00:00+01:00',
				LinkStatus::Expired,
			],
			'active, an hour left in another time zone'  => [
				LinkStatus::Active,
				'2026-11-25T10:00:00+01:00',
				LinkStatus::Active,
			],
			'declined, before its expiry'                => [
				LinkStatus::Declined,
				'2026-11-25T09:59:59Z',
				LinkStatus::Declined,
			],
			'declined, at its expiry'                    => [
				LinkStatus::Declined,
				self::EXPIRES,
				LinkStatus::Expired,
			],
			'uncleared does not expire'                  => [
				LinkStatus::Uncleared,
				'2027-01-01T00:00:00Z',
				LinkStatus::Uncleared,
			],
			'completed does not expire'                  => [
				LinkStatus::Completed,
				'2027-01-01T00:00:00Z',
				LinkStatus::Completed,
			],
			'partially refunded does not expire'         => [
				LinkStatus::PartiallyRefunded,
				'2027-01-01T00:00:00Z',
				LinkStatus::PartiallyRefunded,
			],
			'refunded does not expire'                   => [
				LinkStatus::Refunded,
				'2027-01-01T00:00:00Z',
				LinkStatus::Refunded,
			],
			'chargeback does not expire'                 => [
				LinkStatus::Chargeback,
				'2027-01-01T00:00:00Z',
				LinkStatus::Chargeback,
			],
			'cancelled stays cancelled'                  => [
				LinkStatus::Cancelled,
				'2027-01-01T00:00:00Z',
				LinkStatus::Cancelled,
			],
			'duplicate stays duplicate'                  => [
				LinkStatus::Duplicate,
				'2027-01-01T00:00:00Z',
				LinkStatus::Duplicate,
			],
			'failed stays failed'                        => [
				LinkStatus::Failed,
				'2027-01-01T00:00:00Z',
				LinkStatus::Failed,
			],
			'unconfirmed stays unconfirmed'              => [
				LinkStatus::Unconfirmed,
				'2027-01-01T00:00:00Z',
				LinkStatus::Unconfirmed,
			],
			'creating'                                   => [
				LinkStatus::Creating,
				'2026-11-24T10:00:20Z',
				LinkStatus::Creating,
			],
			'creating, at the end of the time limit'     => [
				LinkStatus::Creating,
				'2026-11-24T10:00:30Z',
				LinkStatus::Creating,
			],
			'creating, abandoned'                        => [
				LinkStatus::Creating,
				'2026-11-24T10:00:31Z',
				LinkStatus::Unconfirmed,
			],
			'creating, abandoned long ago'               => [
				LinkStatus::Creating,
				'2027-01-01T00:00:00Z',
				LinkStatus::Unconfirmed,
			],
			'creating, on a clock that was set back'     => [
				LinkStatus::Creating,
				'2026-11-24T09:00:00Z',
				LinkStatus::Creating,
			],
		];
	}

	public function test_a_link_without_an_expiry_time_does_not_expire(): void {
		self::assertSame(
			LinkStatus::Active,
			self::link( LinkStatus::Active, null )->status_at( new DateTimeImmutable( '2099-01-01T00:00:00Z' ) )
		);
	}

	#[DataProvider( 'states' )]
	public function test_only_a_creation_can_be_abandoned( LinkStatus $state ): void {
		self::assertSame(
			LinkStatus::Creating === $state,
			self::link( $state )->is_abandoned_at( new DateTimeImmutable( '2099-01-01T00:00:00Z' ) )
		);
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
	public function test_a_payment_counts_in_its_currency_and_a_test_payment_does_not_count_for_live(
		LinkStatus $status,
		Environment $made_on,
		string $currency,
		Environment $asking,
		bool $counts,
	): void {
		self::assertSame(
			$counts ? 8000 : 0,
			self::link( $status, environment: $made_on )->received( new Currency( $currency ), $asking )
		);
	}

	/**
	 * @return array<string, array{LinkStatus, Environment, string, Environment, bool}>
	 */
	public static function payments(): array {
		return [
			'a live payment, for a live link' => [
				LinkStatus::Completed,
				Environment::Live,
				'EUR',
				Environment::Live,
				true,
			],
			'a live payment, for a test link' => [
				LinkStatus::Completed,
				Environment::Live,
				'EUR',
				Environment::Test,
				true,
			],
			'a test payment, for a live link' => [
				LinkStatus::Completed,
				Environment::Test,
				'EUR',
				Environment::Live,
				false,
			],
			'a test payment, for a test link' => [
				LinkStatus::Completed,
				Environment::Test,
				'EUR',
				Environment::Test,
				true,
			],
			'partially refunded'              => [
				LinkStatus::PartiallyRefunded,
				Environment::Live,
				'EUR',
				Environment::Live,
				true,
			],
			'refunded'                        => [
				LinkStatus::Refunded,
				Environment::Live,
				'EUR',
				Environment::Live,
				false,
			],
			'open'                            => [
				LinkStatus::Active,
				Environment::Live,
				'EUR',
				Environment::Live,
				false,
			],
			'another currency'                => [
				LinkStatus::Completed,
				Environment::Live,
				'USD',
				Environment::Live,
				false,
			],
		];
	}

	#[DataProvider( 'acceptable_payments' )]
	public function test_a_payment_can_be_accepted_while_it_is_there(
		LinkStatus $status,
		?PaymentAlert $alert,
		bool $expected,
	): void {
		self::assertSame( $expected, self::link( $status, alert: $alert )->can_accept_payment() );
	}

	/**
	 * @return array<string, array{LinkStatus, PaymentAlert|null, bool}>
	 */
	public static function acceptable_payments(): array {
		return [
			'paid'              => [ LinkStatus::Completed, PaymentAlert::OrderCancelled, true ],
			'refunded'          => [ LinkStatus::Refunded, PaymentAlert::OrderCancelled, false ],
			'another alert'     => [ LinkStatus::Completed, PaymentAlert::SecondPayment, false ],
			'without an alert'  => [ LinkStatus::Completed, null, false ],
		];
	}

	private static function link(
		LinkStatus $status,
		?string $expires_at = self::EXPIRES,
		Environment $environment = Environment::Test,
		?PaymentAlert $alert = null,
	): PaymentLink {
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
			kind: LinkKind::Full,
			due: 8000,
			payment_url: 'https://pay.example/PL-1001-1',
			idempotency_key: 'key-00000001',
			created_at: new DateTimeImmutable( self::CHANGED ),
			changed_at: new DateTimeImmutable( self::CHANGED ),
			expires_at: null === $expires_at ? null : new DateTimeImmutable( $expires_at ),
			paid_at: null,
			transaction_id: null,
			payment_method: null,
			created_by: 2,
			duplicate_of: null,
			alert: $alert
		);
	}
}
